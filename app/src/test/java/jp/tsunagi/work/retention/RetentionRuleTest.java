package jp.tsunagi.work.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagi.work.retention.RetentionRule.Facts;
import org.junit.jupiter.api.Test;

/**
 * When a sheet need not be kept any more: always a first of April, never before its year is over.
 */
class RetentionRuleTest {
  private static final LocalDate BORN = LocalDate.of(2012, 4, 1);

  private static Facts facts(String left, String ended) {
    return new Facts(2018, BORN, day(left), day(ended), Optional.empty());
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
                    Optional.empty())))
        .contains(LocalDate.of(2035, 4, 1));
  }

  @Test
  void neverBeforeItsOwnYearIsOver() {
    Facts grown =
        new Facts(
            2026, LocalDate.of(1990, 1, 1), Optional.empty(), Optional.empty(), Optional.empty());
    assertThat(over(RetentionStart.EIGHTEEN, 1, grown)).contains(LocalDate.of(2028, 4, 1));
  }

  @Test
  void itIsOverOnTheDayItself() {
    RetentionRule rule = new RetentionRule(5, RetentionStart.YEAR);
    assertThat(rule.isOver(facts("", ""), LocalDate.of(2024, 3, 31))).isFalse();
    assertThat(rule.isOver(facts("", ""), LocalDate.of(2024, 4, 1))).isTrue();
  }
}
