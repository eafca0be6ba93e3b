package jp.tsunagi.people.organisation;

import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagi.base.database.ClassId;
import jp.tsunagi.base.database.OrganisationId;

/**
 * 組: a class of an organisation in one fiscal year.
 *
 * @param closedFrom the day after its last, where it ended before the year did
 */
public record SchoolClass(
    ClassId id,
    OrganisationId organisation,
    int fiscalYear,
    String name,
    Optional<LocalDate> closedFrom) {

  /** One that lasts the whole year. */
  public SchoolClass(ClassId id, OrganisationId organisation, int fiscalYear, String name) {
    this(id, organisation, fiscalYear, name, Optional.empty());
  }

  /** Whether somebody can stand in it from that day on. */
  public boolean isOpen(LocalDate day) {
    return closedFrom.filter(from -> !from.isAfter(day)).isEmpty();
  }
}
