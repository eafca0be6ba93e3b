package jp.tsunagi.base.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Locale;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.constraints.DateRange;

class AgeTest {
  private static final LocalDate LEAP = LocalDate.of(2020, 2, 29);

  @Property
  void aYearMoreOnTheBirthdayAndNotADayEarlier(
      @ForAll @DateRange(min = "1990-01-01", max = "2030-12-31") LocalDate birth,
      @ForAll @IntRange(min = 1, max = 30) int years) {
    var birthday = Age.birthday(birth, years);
    assertThat(Age.at(birth, birthday).years()).isEqualTo(years);
    assertThat(Age.at(birth, birthday.minusDays(1)).years()).isEqualTo(years - 1);
    assertThat(Age.reachedInLaw(birth, years)).isEqualTo(birthday.minusDays(1));
  }

  @Property
  void yearsMonthsAndDaysLeadToTheDay(
      @ForAll @DateRange(min = "1990-01-01", max = "2030-12-31") LocalDate birth,
      @ForAll @IntRange(min = 0, max = 12000) int days) {
    var day = birth.plusDays(days);
    var age = Age.at(birth, day);
    assertThat(age.months()).isBetween(0, 11);
    assertThat(age.days()).isBetween(0, 30);
    assertThat(birth.plusMonths(age.years() * 12L + age.months()).plusDays(age.days()))
        .isEqualTo(day);
  }

  @Example
  void leapDayChildrenAreCountedOnTheFirstOfMarch() {
    assertThat(Age.at(LEAP, LocalDate.of(2021, 2, 28)).years()).isZero();
    assertThat(Age.at(LEAP, LocalDate.of(2021, 3, 1)).years()).isEqualTo(1);
    assertThat(Age.at(LEAP, LocalDate.of(2024, 2, 29)).years()).isEqualTo(4);
    assertThat(Age.reachedInLaw(LEAP, 1)).isEqualTo(LocalDate.of(2021, 2, 28));
    assertThat(Age.reachedInLaw(LEAP, 4)).isEqualTo(LocalDate.of(2024, 2, 28));
  }

  @Example
  void aprilFoolsAreOlderInLawByTheEndOfMarch() {
    assertThat(Age.reachedInLaw(LocalDate.of(2019, 4, 1), 6)).isEqualTo(LocalDate.of(2025, 3, 31));
    assertThat(Age.birthday(LocalDate.of(2008, 4, 1), 18)).isEqualTo(LocalDate.of(2026, 4, 1));
  }

  @Example
  void isNotCountedBeforeBirth() {
    assertThatThrownBy(() -> Age.at(LEAP, LEAP.minusDays(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Example
  void isShownInYearsAndMonths() {
    assertThat(shown("2025-05-14")).isEqualTo("7歳11か月");
    assertThat(shown("2018-05-14")).isEqualTo("11か月");
    assertThat(shown("2017-06-15")).isEqualTo("生後12日");
  }

  private static String shown(String day) {
    return Age.at(LocalDate.of(2017, 6, 3), LocalDate.parse(day)).words().in(Locale.JAPANESE);
  }

  @Example
  void pretermChildrenAreCountedFromTheDueDayToo() {
    var birth = LocalDate.of(2025, 1, 1);
    var gestation = new Gestation(28, 3);
    assertThat(gestation.due(birth)).isEqualTo(LocalDate.of(2025, 3, 23));
    assertThat(Age.corrected(birth, gestation, LocalDate.of(2025, 3, 22), 2)).isEmpty();
    assertThat(Age.corrected(birth, gestation, LocalDate.of(2026, 4, 24), 2))
        .contains(new Age(1, 1, 1));
    assertThat(Age.corrected(birth, gestation, LocalDate.of(2027, 3, 22), 2)).isPresent();
    assertThat(Age.corrected(birth, gestation, LocalDate.of(2027, 3, 23), 2)).isEmpty();
    assertThat(Age.corrected(birth, new Gestation(37, 0), LocalDate.of(2026, 1, 1), 2)).isEmpty();
  }

  @Property
  void theCorrectedAgeIsTheSmallerOne(
      @ForAll @DateRange(min = "2010-01-01", max = "2030-12-31") LocalDate birth,
      @ForAll @IntRange(min = 22, max = 36) int weeks,
      @ForAll @IntRange(min = 0, max = 1000) int days) {
    var day = birth.plusDays(days);
    var corrected = Age.corrected(birth, new Gestation(weeks, 0), day, 3);
    Assume.that(corrected.isPresent());
    var ordinary = Age.at(birth, day);
    var age = corrected.orElseThrow();
    assertThat(age.years() * 12 + age.months())
        .isLessThanOrEqualTo(ordinary.years() * 12 + ordinary.months());
  }

  @Example
  void refusesWhatIsNoGestation() {
    assertThatThrownBy(() -> new Gestation(12, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Gestation(36, 7)).isInstanceOf(IllegalArgumentException.class);
  }
}
