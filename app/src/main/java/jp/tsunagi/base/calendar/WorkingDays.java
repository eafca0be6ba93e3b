package jp.tsunagi.base.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * 開庁日: Monday to Friday. Public holidays are counted as working days, so a term is never longer
 * than it should be.
 */
public final class WorkingDays {
  private WorkingDays() {}

  /** The last day of a term of so many working days that begins the day after. */
  public static LocalDate after(LocalDate day, int days) {
    LocalDate at = day;
    for (int left = days; left > 0; ) {
      at = at.plusDays(1);
      if (works(at)) {
        left--;
      }
    }
    return at;
  }

  private static boolean works(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }
}
