package jp.tsunagi.people.organisation;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.tsunagi.base.calendar.DateReader;
import jp.tsunagi.base.calendar.DateReading;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.ui.FieldRefusal;

/**
 * A day somebody typed, read as of a day.
 *
 * @param reading empty when nothing was typed
 */
public record TypedDay(Optional<DateReading> reading) {
  public static TypedDay of(String typed, LocalDate today) {
    return new TypedDay(
        typed.isBlank() ? Optional.empty() : Optional.of(DateReader.anyDay(today).read(typed)));
  }

  /** The day; empty when nothing was typed or it is none. */
  public Optional<LocalDate> day() {
    return reading
        .filter(DateReading.Read.class::isInstance)
        .map(read -> ((DateReading.Read) read).day());
  }

  /** What was typed and is no certain day. */
  private Optional<DateReading> unclear() {
    return reading.filter(read -> !(read instanceof DateReading.Read));
  }

  /** Says so below the field when it is no certain day. */
  public Optional<FieldRefusal> refusal(String field) {
    return unclear().map(reading -> new FieldRefusal(field, words(reading)));
  }

  private static String words(DateReading reading) {
    return switch (reading) {
      case DateReading.NotADate(var why) -> why.words().in(language());
      case DateReading.Ambiguous(var days, var question) ->
          question.words().in(language())
              + " "
              + days.stream()
                  .map(day -> DateWords.full(day).in(language()))
                  .collect(Collectors.joining(t("organisation.day.or")));
      case DateReading.ReadMonth _, DateReading.Read _ -> t("organisation.day.month");
    };
  }
}
