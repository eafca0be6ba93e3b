package jp.tsunagi.run.scenario;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import jp.tsunagi.base.access.Connection;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.organisation.Sector;
import org.jspecify.annotations.Nullable;

/**
 * 機関 of a scenario.
 *
 * @param tier 1 the daily places, 2 the municipality's hubs, 3 the specialists of the prefecture
 * @param opened first day; nothing happens here earlier
 * @param closed last day, none while it runs
 * @param classes names of the classes by fiscal year (4/1–3/31)
 */
record Establishment(
    String key,
    String name,
    String kana,
    OrganisationKind kind,
    int tier,
    Sector sector,
    String district,
    Connection connection,
    String phone,
    LocalDate opened,
    @Nullable LocalDate closed,
    Map<Integer, Set<String>> classes,
    Place place) {

  boolean runsOn(LocalDate day) {
    return !day.isBefore(opened) && (closed == null || !day.isAfter(closed));
  }
}
