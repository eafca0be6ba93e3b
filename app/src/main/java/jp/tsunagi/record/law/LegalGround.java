package jp.tsunagi.record.law;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.record.ground.ScopeLine;

/**
 * A ground without consent.
 *
 * @param from whose records; empty: everybody's
 * @param note why it is needed
 * @param lastDay the last day on which it may hold
 * @param unseen why the guardian does not see it; empty when she or he does
 * @param askedFor the organisation for which it was asked
 * @param validFrom the day of the approval; empty while it waits or when it was refused
 * @param endedOn the day from which it no longer holds, when it was ended before its last day
 */
record LegalGround(
    UUID id,
    ChildId child,
    Law law,
    String article,
    OrganisationId receiver,
    Optional<OrganisationId> from,
    List<ScopeLine> scope,
    boolean withHistory,
    String note,
    LocalDate lastDay,
    Optional<String> unseen,
    StaffId askedBy,
    String askedByName,
    OrganisationId askedFor,
    Instant askedAt,
    Optional<Decision> decision,
    Optional<LocalDate> validFrom,
    Optional<LocalDate> endedOn) {

  /** What the second person said. */
  record Decision(StaffId by, String name, boolean approved, String note) {}

  /**
   * The days on which it holds; none while it waits, when it was refused, or ended on its first
   * day.
   */
  Optional<Period> period() {
    return validFrom
        .filter(from -> !lastDay.isBefore(from))
        .map(from -> Period.through(from, lastDay))
        .flatMap(days -> endedOn.map(days::endedAt).orElse(Optional.of(days)));
  }

  boolean holds(LocalDate today) {
    return period().filter(days -> days.contains(today)).isPresent();
  }
}
