package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ActingClock;

/** How posts and days of staff are said. */
final class StaffWords {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

  private StaffWords() {}

  static String post(PostKind kind) {
    return t("staff.post." + kind);
  }

  static String day(LocalDate day) {
    return DateWords.full(day).in(language());
  }

  static String day(Instant at) {
    return day(at.atZone(ActingClock.JAPAN).toLocalDate());
  }

  /** Day and time of day. */
  static String moment(Instant at) {
    return t("staff.moment", day(at), CLOCK.format(at.atZone(ActingClock.JAPAN)));
  }

  /** A day as it is typed, for a field. */
  static String typed(Optional<LocalDate> day) {
    return day.map(DateWords::brief).orElse("");
  }

  /** From the first to the last day, both within. */
  static String period(Period days) {
    return days.lastDay()
        .map(last -> t("staff.period.closed", day(days.from()), day(last)))
        .orElseGet(() -> t("staff.period.open", day(days.from())));
  }
}
