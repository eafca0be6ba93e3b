package jp.tsunagi.base.calendar;

import java.time.LocalDate;

/**
 * 在胎週数: how long the pregnancy lasted, in completed weeks and days.
 *
 * @param weeks 20–45
 * @param days 0–6
 */
public record Gestation(int weeks, int days) {
  private static final int TERM_WEEKS = 40;
  private static final int PRETERM_BELOW = 37;

  public Gestation {
    if (weeks < 20 || weeks > 45 || days < 0 || days > 6) {
      throw new IllegalArgumentException("not a gestation: " + weeks + "w" + days + "d");
    }
  }

  /** 早産: before the 37th week is completed. */
  public boolean preterm() {
    return weeks < PRETERM_BELOW;
  }

  /** 予定日 of a child born on that day. */
  public LocalDate due(LocalDate birth) {
    return birth.plusDays(TERM_WEEKS * 7L - (weeks * 7L + days));
  }
}
