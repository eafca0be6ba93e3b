package jp.tsunagi.work.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagi.work.retention.RetentionRule.Facts;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/**
 * When a sheet need not be kept any more: always a first of April, never before its year is over.
 */
class RetentionRuleTest {
  private static final LocalDate BORN = LocalDate.of(2012, 4, 1);

  private static Facts facts(String left, String ended) {
    return new Facts(2018, BORN, day(left), day(ended), false, Optional.empty());
  }

  private static Optional<LocalDate> day(String day) {
    return day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day));
  }

  private static Optional<LocalDate> over(RetentionStart start, int years, Facts facts) {
    return new RetentionRule(years, start).over(facts);
  }

  @Test
  void fromTheEndOfItsYear() {
    assertThat(over(RetentionStart.YEAR, 5, facts("", ""))).contains(LocalDate.of(2024, 4, 1));
  }

  @Test
  void fromTheEndOfTheYearInWhichThePlaceLeftOff() {
    // the last day was 31 March 2019: its fiscal year ends that day
    assertThat(over(RetentionStart.LEFT, 5, facts("2019-04-01", "")))
        .contains(LocalDate.of(2024, 4, 1));
    assertThat(over(RetentionStart.LEFT, 5, facts("2019-04-02", "")))
        .contains(LocalDate.of(2025, 4, 1));
    assertThat(over(RetentionStart.LEFT, 5, facts("", "2019-04-01"))).isEmpty();
  }

  @Test
  void fromTheEndOfTheYearInWhichEverythingEnded() {
    assertThat(over(RetentionStart.ENDED, 1, facts("2019-04-01", "2021-06-30")))
        .contains(LocalDate.of(2023, 4, 1));
    assertThat(over(RetentionStart.ENDED, 1, facts("2019-04-01", ""))).isEmpty();
  }

  @Test
  void fromTheEndOfTheYearOfTheEighteenthBirthday() {
    assertThat(over(RetentionStart.EIGHTEEN, 5, facts("", ""))).contains(LocalDate.of(2036, 4, 1));
    assertThat(
            over(
                RetentionStart.EIGHTEEN,
                5,
                new Facts(
                    2018,
                    LocalDate.of(2012, 3, 31),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Optional.empty())))
        .contains(LocalDate.of(2035, 4, 1));
  }

  @Test
  void neverBeforeItsOwnYearIsOver() {
    Facts grown =
        new Facts(
            2026,
            LocalDate.of(1990, 1, 1),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty());
    assertThat(over(RetentionStart.EIGHTEEN, 1, grown)).contains(LocalDate.of(2028, 4, 1));
  }

  @Test
  void itIsOverOnTheDayItself() {
    RetentionRule rule = new RetentionRule(5, RetentionStart.YEAR);
    assertThat(rule.isOver(facts("", ""), LocalDate.of(2024, 3, 31))).isFalse();
    assertThat(rule.isOver(facts("", ""), LocalDate.of(2024, 4, 1))).isTrue();
  }

  private static Facts holding(Optional<LocalDate> lapsed) {
    return new Facts(2018, BORN, day("2019-04-01"), day("2021-06-30"), true, lapsed);
  }

  @Test
  void whatHoldsIsKeptAsLongAsItDoes() {
    for (RetentionStart start : RetentionStart.values()) {
      assertThat(over(start, 1, holding(Optional.empty()))).isEmpty();
    }
    assertThat(over(RetentionStart.OVER, 5, holding(day("2023-04-01"))))
        .contains(LocalDate.of(2028, 4, 1));
    assertThat(over(RetentionStart.OVER, 5, holding(day("2023-04-02"))))
        .contains(LocalDate.of(2029, 4, 1));
    assertThat(over(RetentionStart.LEFT, 5, holding(day("2023-04-01"))))
        .as("never counted from before it stopped to hold")
        .contains(LocalDate.of(2028, 4, 1));
    assertThat(over(RetentionStart.OVER, 5, facts("2019-04-01", "2021-06-30"))).isEmpty();
  }

  /** Whatever is known: a first of April, its years after its own year and after it stopped. */
  @Property(tries = 500)
  void itIsAlwaysAFirstOfAprilAndNeverTooEarly(
      @ForAll RetentionStart start,
      @ForAll @IntRange(min = 1, max = 40) int years,
      @ForAll @IntRange(min = 2000, max = 2040) int year,
      @ForAll @IntRange(max = 15000) int left,
      @ForAll @IntRange(max = 15000) int ended,
      @ForAll @IntRange(max = 15000) int lapsed,
      @ForAll boolean holds) {
    LocalDate from = LocalDate.of(2000, 4, 1);
    Optional<LocalDate> stopped =
        lapsed % 5 == 0 ? Optional.empty() : Optional.of(from.plusDays(lapsed));
    Facts facts =
        new Facts(
            year,
            BORN,
            Optional.of(from.plusDays(left)),
            Optional.of(from.plusDays(ended)),
            holds,
            stopped);
    Optional<LocalDate> over = over(start, years, facts);
    assertThat(over.isEmpty())
        .isEqualTo(stopped.isEmpty() && (holds || start == RetentionStart.OVER));
    over.ifPresent(day -> {
      assertThat(day.getMonthValue() * 100 + day.getDayOfMonth()).isEqualTo(401);
      assertThat(day).isAfterOrEqualTo(LocalDate.of(year + 1 + years, 4, 1));
      stopped.ifPresent(last -> assertThat(day).isAfterOrEqualTo(last.plusYears(years)));
      assertThat(over(start, years + 1, facts)).contains(day.plusYears(1));
    });
  }
}
