package jp.tsunagi.work.retention;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.ActingClock;

/** Moments as days and fiscal years of Japan. */
final class Days {
  private Days() {}

  static LocalDate of(OffsetDateTime at) {
    return at.atZoneSameInstant(ActingClock.JAPAN).toLocalDate();
  }

  static int year(OffsetDateTime at) {
    return year(of(at));
  }

  static int year(LocalDate day) {
    return FiscalYear.of(day).year();
  }

  /** The day after, once it has come. */
  static Optional<LocalDate> after(LocalDate last, LocalDate today) {
    return past(last.plusDays(1), today);
  }

  /** That day, once it has come. */
  static Optional<LocalDate> past(LocalDate day, LocalDate today) {
    return Optional.of(day).filter(one -> !one.isAfter(today));
  }
}
