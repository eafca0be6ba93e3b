package jp.tsunagi.run.city;

import static jp.tsunagi.people.organisation.OrganisationKind.AFTER_SCHOOL;
import static jp.tsunagi.people.organisation.OrganisationKind.BOARD_OF_EDUCATION;
import static jp.tsunagi.people.organisation.OrganisationKind.CENTRE;
import static jp.tsunagi.people.organisation.OrganisationKind.CERTIFIED_CHILDCARE;
import static jp.tsunagi.people.organisation.OrganisationKind.CITY_OFFICE;
import static jp.tsunagi.people.organisation.OrganisationKind.DAY_SERVICE;
import static jp.tsunagi.people.organisation.OrganisationKind.EDUCATION_CENTRE;
import static jp.tsunagi.people.organisation.OrganisationKind.ELEMENTARY;
import static jp.tsunagi.people.organisation.OrganisationKind.HEALTH_CENTRE;
import static jp.tsunagi.people.organisation.OrganisationKind.HIGH_SCHOOL;
import static jp.tsunagi.people.organisation.OrganisationKind.JUNIOR_HIGH;
import static jp.tsunagi.people.organisation.OrganisationKind.KINDERGARTEN;
import static jp.tsunagi.people.organisation.OrganisationKind.MEDICAL;
import static jp.tsunagi.people.organisation.OrganisationKind.NURSERY;
import static jp.tsunagi.people.organisation.OrganisationKind.SPECIAL_NEEDS_SCHOOL;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import jp.tsunagi.people.organisation.OrganisationKind;

/**
 * How large a made-up city is.
 *
 * <p>The rates are those of a city of 738,000 people: 92 elementary and 42 junior high schools,
 * 120,000 children known, 10,000 on record; a smaller city has as many for each inhabitant.
 *
 * @param known children known to any place, up to the age of 20
 * @param onRecord children whose family agreed to the common record (利用の同意)
 * @param places how many of each kind, in the order of the kinds: chance falls in this order
 */
record CitySize(int population, int known, int onRecord, Map<OrganisationKind, Integer> places) {
  private static final int WHOLE = 738_000;
  private static final int KNOWN = 120_000;
  private static final int ON_RECORD = 10_000;
  private static final int EVENTS = 10_000_000;
  private static final Map<OrganisationKind, Integer> PLACES =
      Map.ofEntries(
          Map.entry(ELEMENTARY, 92),
          Map.entry(JUNIOR_HIGH, 42),
          Map.entry(HIGH_SCHOOL, 15),
          Map.entry(SPECIAL_NEEDS_SCHOOL, 5),
          Map.entry(NURSERY, 70),
          Map.entry(KINDERGARTEN, 20),
          Map.entry(CERTIFIED_CHILDCARE, 30),
          Map.entry(HEALTH_CENTRE, 5),
          Map.entry(DAY_SERVICE, 34),
          Map.entry(AFTER_SCHOOL, 7),
          Map.entry(MEDICAL, 6),
          Map.entry(CENTRE, 1),
          Map.entry(EDUCATION_CENTRE, 1),
          Map.entry(CITY_OFFICE, 1),
          Map.entry(BOARD_OF_EDUCATION, 1));

  /** The least city that has a place of each kind. */
  static final int LEAST = 2_000;

  /** The largest for which there are telephone numbers and logins enough. */
  static final int MOST = 2_000_000;

  static CitySize of(int population) {
    Map<OrganisationKind, Integer> places = new EnumMap<>(OrganisationKind.class);
    PLACES.forEach((kind, number) ->
        places.put(kind, number == 1 ? 1 : Math.max(1, share(population, number))));
    return new CitySize(
        population,
        share(population, KNOWN),
        share(population, ON_RECORD),
        Collections.unmodifiableMap(places));
  }

  /** Children for whom a place plans support: four of five families agreed to the record. */
  int planned() {
    return onRecord * 5 / 4;
  }

  /** Rows of the trace: of two years, ten million in a city of that size. */
  long events() {
    return Math.round((double) EVENTS * population / WHOLE);
  }

  private static int share(int population, int ofWhole) {
    return Math.toIntExact(Math.round((double) ofWhole * population / WHOLE));
  }
}
