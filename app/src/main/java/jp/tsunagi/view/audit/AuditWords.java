package jp.tsunagi.view.audit;

import static jp.tsunagi.base.ui.Text.has;
import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.database.ActingClock;

/** How rows of the trace are said. */
final class AuditWords {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy/M/d H:mm:ss", Locale.ROOT);

  private AuditWords() {}

  static String when(Instant at) {
    return WHEN.format(at.atZone(ActingClock.JAPAN));
  }

  static String day(LocalDate day) {
    return DateWords.weekday(day).in(language());
  }

  /** Who: the name, and the post. */
  static String who(AuditSql.Row row) {
    return switch (row.actorKind()) {
      case "GUARDIAN" -> t("audit.guardian", row.actor());
      case "JOB" -> t("audit.job");
      default ->
          row.post()
              .map(post -> t("audit.who", row.actor(), t("staff.post." + post)))
              .orElse(row.actor());
    };
  }

  /** What was done, and to which part of it. */
  static String what(AuditSql.Row row) {
    String key = "audit.action." + row.action();
    String action = has(key) ? t(key) : t("audit.action.OTHER");
    return Stream.concat(Stream.of(action), row.purpose().stream().map(AuditWords::purpose))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining("\u3000"));
  }

  /** A word of the program in words; a reason that somebody gave as it is; nothing of the rest. */
  private static String purpose(String purpose) {
    String key = "audit.purpose." + purpose;
    if (has(key)) {
      return t(key);
    }
    return purpose.matches("[A-Z0-9_ -]+") ? "" : t("audit.reason", purpose);
  }

  static String ground(AuditSql.Row row) {
    return row.ground()
        .map(ground -> "audit.ground." + ground)
        .filter(key -> has(key))
        .map(key -> t(key))
        .orElse("");
  }
}
