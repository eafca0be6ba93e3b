package jp.tsunagi.people.organisation;

import java.util.Optional;
import jp.tsunagi.base.access.Connection;
import jp.tsunagi.base.database.OrganisationId;

/**
 * An organisation as it is now.
 *
 * @param tier 1次・2次・3次支援機関; empty where the tiers do not apply
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
    Optional<String> phone) {

  /** The same, connected otherwise. */
  Organisation connectedAs(Connection stage) {
    return new Organisation(id, name, kana, kind, tier, sector, district, stage, phone);
  }
}
