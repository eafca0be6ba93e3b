package jp.tsunagi.base.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** 開庁日. */
class WorkingDaysTest {
  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);

  @Test
  void weekendsAreLeftOut() {
    assertThat(WorkingDays.after(FRIDAY, 1)).isEqualTo(LocalDate.of(2026, 11, 30));
    assertThat(WorkingDays.after(FRIDAY, 5)).isEqualTo(LocalDate.of(2026, 12, 4));
    assertThat(WorkingDays.after(FRIDAY.plusDays(1), 5)).isEqualTo(LocalDate.of(2026, 12, 4));
    assertThat(WorkingDays.after(FRIDAY.minusDays(4), 5)).isEqualTo(LocalDate.of(2026, 11, 30));
  }
}
