package jp.tsunagi.record.form;

import java.time.DateTimeException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Dates of every precision as text: {@code 2024}, {@code 2024-04}, {@code 2024-04-01}. */
final class DateText {
  private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?");

  private DateText() {}

  static String of(Answer.Date date) {
    var text = String.format(Locale.ROOT, "%04d", date.year());
    var month = date.month();
    var day = date.day();
    if (month != null) {
      text += String.format(Locale.ROOT, "-%02d", month);
    }
    return day == null ? text : text + String.format(Locale.ROOT, "-%02d", day);
  }

  static Optional<Answer.Date> read(String text) {
    var match = FORM.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    try {
      var month = match.group(2);
      var day = match.group(3);
      return Optional.of(
          new Answer.Date(
              Integer.parseInt(match.group(1)),
              month == null ? null : Integer.valueOf(month),
              day == null ? null : Integer.valueOf(day)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
