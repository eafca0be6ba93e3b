package jp.tsunagi.record.emergency;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.database.ActingClock;

/** Says emergencies in words. */
final class EmergencyWords {
  private EmergencyWords() {}

  /** 令和8年11月20日 9:05. */
  static String at(Instant instant) {
    ZonedDateTime at = instant.atZone(ActingClock.JAPAN);
    return t("emergency.at", day(at.toLocalDate()), time(instant));
  }

  static String time(Instant instant) {
    ZonedDateTime at = instant.atZone(ActingClock.JAPAN);
    return "%d:%02d".formatted(at.getHour(), at.getMinute());
  }

  static String day(LocalDate day) {
    return DateWords.plain(day).in(language());
  }

  static String reason(Emergency one) {
    return t("emergency.reason." + one.reason());
  }

  static String outcome(Emergency one) {
    return one.review()
        .map(review -> t(review.justified() ? "emergency.justified" : "emergency.unjustified"))
        .orElseGet(() -> t("emergency.waits", day(one.due())));
  }
}
