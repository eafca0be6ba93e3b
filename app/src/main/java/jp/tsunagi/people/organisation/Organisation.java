package jp.tsunagi.people.organisation;

import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagi.base.access.Connection;
import jp.tsunagi.base.database.OrganisationId;

/**
 * An organisation as it is now.
 *
 * @param tier 1次・2次・3次支援機関; empty where the tiers do not apply
 * @param closedFrom the day after its last; empty while no end is known
 */
public record Organisation(
    OrganisationId id,
    String name,
    String kana,
    OrganisationKind kind,
    Optional<Integer> tier,
    Sector sector,
    Optional<String> district,
    Connection connection,
    Optional<String> phone,
    Optional<LocalDate> closedFrom) {

  /** One without an end. */
  public Organisation(
      OrganisationId id,
      String name,
      String kana,
      OrganisationKind kind,
      Optional<Integer> tier,
      Sector sector,
      Optional<String> district,
      Connection connection,
      Optional<String> phone) {
    this(id, name, kana, kind, tier, sector, district, connection, phone, Optional.empty());
  }

  /** Whether it works on that day: who is closed is offered nowhere any more. */
  public boolean isOpen(LocalDate day) {
    return closedFrom.filter(from -> !from.isAfter(day)).isEmpty();
  }

  /** The same, connected otherwise. */
  Organisation connectedAs(Connection stage) {
    return new Organisation(id, name, kana, kind, tier, sector, district, stage, phone, closedFrom);
  }

  /** The same under another name. */
  Organisation named(String written, String reading) {
    return new Organisation(
        id, written, reading, kind, tier, sector, district, connection, phone, closedFrom);
  }

  /** The same, with nothing that would tell which it is. */
  Organisation unnamed(String written) {
    return new Organisation(
        id,
        written,
        kana,
        kind,
        tier,
        sector,
        Optional.empty(),
        connection,
        Optional.empty(),
        closedFrom);
  }

  /** The same, closed from a day on, or open again. */
  Organisation closed(Optional<LocalDate> from) {
    return new Organisation(id, name, kana, kind, tier, sector, district, connection, phone, from);
  }
}
