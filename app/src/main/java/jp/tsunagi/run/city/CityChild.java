package jp.tsunagi.run.city;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.name.NamePart;
import jp.tsunagi.people.involvement.InvolvementKind;
import org.jspecify.annotations.Nullable;

/**
 * A child of a made-up city.
 *
 * @param planned whether a place plans support for it
 * @param agreed the day on which the family agreed to the common record
 */
record CityChild(
    UUID id,
    LocalDate birth,
    boolean boy,
    NamePart family,
    NamePart given,
    List<Parent> parents,
    List<Stay> stays,
    boolean planned,
    Optional<LocalDate> agreed) {
  private static final int ENTERS_SCHOOL = 7;

  /** A guardian of the child. */
  record Parent(UUID id, boolean mother, String phone) {}

  /** A stretch of time at a place. */
  record Stay(
      UUID id,
      CityPlace place,
      InvolvementKind kind,
      Period period,
      CityPlace.@Nullable Room room) {}

  /**
   * The year of school in a fiscal year: 1 is the first of the elementary school, 0 the year before
   * it. Who is born on 1 April belongs to those born before.
   */
  static int schoolYear(LocalDate birth, FiscalYear year) {
    int cohort = FiscalYear.of(birth.minusDays(1)).year();
    return year.year() - (cohort + ENTERS_SCHOOL) + 1;
  }

  /** The place that keeps it: where it is, or where it was last. */
  CityPlace keeper() {
    return stays.getLast().place();
  }

  /** Where it was in a fiscal year. */
  Optional<Stay> in(FiscalYear year) {
    return stays.stream()
        .filter(stay -> stay.period().overlaps(year.period()))
        .reduce((_, last) -> last);
  }
}
