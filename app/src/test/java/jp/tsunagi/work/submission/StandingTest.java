package jp.tsunagi.work.submission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in the way of handing a sheet in; the first thing counts. */
class StandingTest {
  @ParameterizedTest
  @CsvSource({
    "true, true, true, true, FINAL, CARE",
    "false, true, true, true, FINAL, SUBMITTED",
    "false, true, false, true, FINAL, WAITING",
    "false, false, false, true, FINAL, READY",
    "false, false, false, true, DRAFT, READY",
    "false, false, false, false, DRAFT, DRAFT",
    "false, false, false, false, WITH_GUARDIAN, WITH_GUARDIAN",
    "false, false, false, false, '', MISSING"
  })
  void theFirstThingCounts(
      boolean care, boolean listed, boolean held, boolean whole, String state, Standing is) {
    assertThat(Standing.of(new Standing.Facts(care, listed, held, whole, state))).isEqualTo(is);
  }
}
