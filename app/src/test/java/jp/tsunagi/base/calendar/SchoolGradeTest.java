package jp.tsunagi.base.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.tsunagi.base.calendar.GradeOverride.Reason;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.constraints.DateRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchoolGradeTest {
  @ParameterizedTest
  @CsvSource({
    "2019-04-01,2025,小1", "2019-04-02,2025,5歳児クラス", "2019-04-02,2026,小1", "2020-02-29,2026,小1",
    "2020-04-01,2026,小1", "2020-04-02,2026,5歳児クラス", "2017-06-03,2025,小2", "2017-06-03,2023,5歳児クラス",
    "2010-08-01,2025,中3", "2010-04-01,2025,高1", "2008-04-02,2026,高3", "2007-04-02,2026,高校卒業後1年目",
    "2025-12-01,2025,0歳児クラス", "2024-12-01,2025,0歳児クラス", "2027-01-01,2025,0歳児クラス"
  })
  void followsTheTable(LocalDate birth, int year, String shown) {
    assertThat(SchoolGrade.of(birth, new FiscalYear(year)).words().in(Locale.JAPANESE))
        .isEqualTo(shown);
  }

  @Example
  void classAgeAndAgeReachedDifferByOne() {
    var in = new FiscalYear(2013);
    for (var birth : List.of(LocalDate.of(2008, 4, 2), LocalDate.of(2009, 4, 1))) {
      assertThat(Cohort.of(birth).classAge(in)).isEqualTo(4);
      assertThat(Cohort.of(birth).ageReached(in)).isEqualTo(5);
    }
  }

  /** A model that knows birthdays and 1 April only, and walks day by day. */
  @Example
  void agreesWithAWalkThroughEveryDayFrom1990To2040() {
    Map<MonthDay, List<LocalDate>> bornOn = new HashMap<>();
    Map<LocalDate, Integer> ages = new HashMap<>();
    for (var day = LocalDate.of(1990, 1, 1); day.getYear() <= 2040; day = day.plusDays(1)) {
      haveBirthday(bornOn.getOrDefault(MonthDay.from(day), List.of()), ages);
      if (MonthDay.from(day).equals(MonthDay.of(3, 1)) && !day.isLeapYear()) {
        haveBirthday(bornOn.getOrDefault(MonthDay.of(2, 29), List.of()), ages);
      }
      bornOn.computeIfAbsent(MonthDay.from(day), _ -> new ArrayList<>()).add(day);
      ages.put(day, 0);
      if (MonthDay.from(day).equals(MonthDay.of(4, 1))) {
        compare(FiscalYear.of(day), ages);
      }
    }
  }

  private static void haveBirthday(List<LocalDate> children, Map<LocalDate, Integer> ages) {
    children.forEach(child -> ages.merge(child, 1, Integer::sum));
  }

  private static void compare(FiscalYear year, Map<LocalDate, Integer> ages) {
    ages.forEach((birth, age) -> {
      var expected =
          age < 6
              ? new SchoolGrade.ClassAge(age)
              : age < 18 ? new SchoolGrade.Grade(age - 5) : new SchoolGrade.After(age - 17);
      if (!SchoolGrade.of(birth, year).equals(expected)) {
        throw new AssertionError(birth + " in " + year + " is not " + expected);
      }
      if (Cohort.of(birth).classAge(year) != age || Age.at(birth, year.start()).years() != age) {
        throw new AssertionError(birth + " is not " + age + " on " + year.start());
      }
    });
  }

  @Property
  void wholeCohortsShareTheirGrade(
      @ForAll @DateRange(min = "1990-01-01", max = "2040-12-31") LocalDate birth,
      @ForAll @IntRange(min = 0, max = 25) int later) {
    var cohort = Cohort.of(birth);
    var births = cohort.births();
    var in = FiscalYear.of(birth).plus(later);
    assertThat(births.contains(birth)).isTrue();
    assertThat(SchoolGrade.of(births.from(), in)).isEqualTo(SchoolGrade.of(birth, in));
    assertThat(SchoolGrade.of(births.lastDay().orElseThrow(), in))
        .isEqualTo(SchoolGrade.of(birth, in));
    assertThat(cohort.level(in.next())).isEqualTo(cohort.level(in) + 1);
  }

  @Property
  void youthEndsOnTheFirst31MarchAfter18(
      @ForAll @DateRange(min = "1990-01-01", max = "2040-12-31") LocalDate birth) {
    var reached = Age.reachedInLaw(birth, 18);
    var last = reached;
    while (last.getMonthValue() != 3 || last.getDayOfMonth() != 31) {
      last = last.plusDays(1);
    }
    assertThat(Cohort.of(birth).lastDayOfYouth()).isEqualTo(last);
    assertThat(LifeStage.at(birth, last, List.of())).isEqualTo(LifeStage.UPPER_SECONDARY);
    assertThat(LifeStage.at(birth, last.plusDays(1), List.of())).isEqualTo(LifeStage.ADULT);
  }

  @Property
  void promotionGoesOnFromAnOverride(
      @ForAll @DateRange(min = "2005-01-01", max = "2018-12-31") LocalDate birth,
      @ForAll @IntRange(min = 1, max = 12) int level,
      @ForAll @IntRange(min = 0, max = 6) int years) {
    var from = new FiscalYear(2025);
    var overrides = List.of(new GradeOverride(from, level, Reason.RETURNED));
    assertThat(SchoolGrade.of(birth, from.plus(years), overrides).level()).isEqualTo(level + years);
    assertThat(SchoolGrade.of(birth, from.previous(), overrides))
        .isEqualTo(SchoolGrade.of(birth, from.previous()));
  }

  @Example
  void theLatestOverrideCounts() {
    var birth = LocalDate.of(2019, 6, 1);
    var deferred = new GradeOverride(new FiscalYear(2026), 0, Reason.DEFERRED);
    var exempted = new GradeOverride(new FiscalYear(2028), 0, Reason.EXEMPTED);
    var back = new GradeOverride(new FiscalYear(2030), 4, Reason.OTHER);
    var all = List.of(back, deferred, exempted);
    assertThat(grade(birth, 2026, all)).isEqualTo(new SchoolGrade.ClassAge(5));
    assertThat(grade(birth, 2027, all)).isEqualTo(new SchoolGrade.Grade(1));
    assertThat(grade(birth, 2029, all)).isEqualTo(new SchoolGrade.Exempted(4));
    assertThat(LifeStage.of(grade(birth, 2029, all))).isEqualTo(LifeStage.PRIMARY);
    assertThat(grade(birth, 2031, all)).isEqualTo(new SchoolGrade.Grade(5));
  }

  private static SchoolGrade grade(LocalDate birth, int year, List<GradeOverride> overrides) {
    return SchoolGrade.of(birth, new FiscalYear(year), overrides);
  }

  @ParameterizedTest
  @CsvSource({
    "2021-03-31,INFANT", "2021-04-01,PRESCHOOL", "2024-03-31,PRESCHOOL", "2024-04-01,PRIMARY",
    "2030-03-31,PRIMARY", "2030-04-01,LOWER_SECONDARY", "2033-04-01,UPPER_SECONDARY",
        "2036-04-01,ADULT"
  })
  void stagesChangeInApril(LocalDate day, LifeStage stage) {
    assertThat(LifeStage.at(LocalDate.of(2017, 6, 3), day, List.of())).isEqualTo(stage);
  }

  @Example
  void whoAttendsEarlyIsAtPreschool() {
    var infant = new SchoolGrade.ClassAge(1);
    assertThat(LifeStage.of(infant, true)).isEqualTo(LifeStage.PRESCHOOL);
    assertThat(LifeStage.of(infant, false)).isEqualTo(LifeStage.INFANT);
    assertThat(LifeStage.of(new SchoolGrade.Grade(1), true)).isEqualTo(LifeStage.PRIMARY);
  }
}
