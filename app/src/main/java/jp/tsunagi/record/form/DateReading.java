package jp.tsunagi.record.form;

import java.util.Optional;

/** How a typed date is understood; the pages pass one that also knows 和暦 (F3). */
@FunctionalInterface
public interface DateReading {
  /** Western years only: 2024, 2024-4, 2024/4/1, 2024-04-01. */
  DateReading WESTERN = typed -> DateText.read(typed.replace('/', '-').replace('.', '-'));

  /**
   * @param typed without blanks around it, full-width digits already made half-width
   * @return empty when it is no date; it is then kept as {@link Answer.Unread}
   */
  Optional<Answer.Date> read(String typed);
}
