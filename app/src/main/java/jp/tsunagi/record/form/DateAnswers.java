package jp.tsunagi.record.form;

import java.util.Optional;
import jp.tsunagi.base.calendar.DateReader;
import jp.tsunagi.base.calendar.DateReading;

/**
 * Typed dates as answers: days and months in every way the calendar reads, and years alone (F3).
 */
record DateAnswers(DateReader calendar) {

  /** Empty when it is no date or could be several; it is then kept as typed and asked about. */
  Optional<Answer.Date> read(String typed) {
    return DateText.read(typed).or(() -> dayOrMonth(typed)).or(() -> year(typed));
  }

  private Optional<Answer.Date> dayOrMonth(String typed) {
    return switch (calendar.read(typed)) {
      case DateReading.Read(var day) -> Optional.of(Answer.Date.of(day));
      case DateReading.ReadMonth(var month) ->
          Optional.of(new Answer.Date(month.getYear(), month.getMonthValue(), null));
      case DateReading.Ambiguous _, DateReading.NotADate _ -> Optional.empty();
    };
  }

  /**
   * The calendar knows no year alone, so its January stands for it: R7, 2025 with a mark behind.
   */
  private Optional<Answer.Date> year(String typed) {
    if (typed.isEmpty() || typed.chars().allMatch(Character::isDigit)) {
      return Optional.empty();
    }
    boolean digitLast = Character.isDigit(typed.charAt(typed.length() - 1));
    return calendar.read(typed + (digitLast ? ".1" : "1"))
            instanceof DateReading.ReadMonth(var month)
        ? Optional.of(new Answer.Date(month.getYear(), null, null))
        : Optional.empty();
  }
}
