package jp.tsunagi.record.ground;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.tsunagi.base.calendar.DateReader;
import jp.tsunagi.base.calendar.DateReading;
import jp.tsunagi.base.calendar.DateWords;

/**
 * A day as it was typed.
 *
 * @param day what it means; empty with a problem, or when nothing was typed
 * @param problem in words with the remedy
 */
record DayField(Optional<LocalDate> day, Optional<String> problem) {

  static DayField read(String typed, LocalDate today) {
    if (typed.isBlank()) {
      return new DayField(Optional.empty(), Optional.empty());
    }
    return switch (DateReader.anyDay(today).read(typed)) {
      case DateReading.Read(LocalDate day) -> new DayField(Optional.of(day), Optional.empty());
      case DateReading.ReadMonth _ -> wrong(t("ground.day.month"));
      case DateReading.Ambiguous(var days, var question) ->
          wrong(
              question.words().in(language())
                  + days.stream()
                      .map(day -> DateWords.full(day).in(language()))
                      .collect(Collectors.joining(t("ground.words.or"))));
      case DateReading.NotADate(var refusal) -> wrong(refusal.words().in(language()));
    };
  }

  private static DayField wrong(String problem) {
    return new DayField(Optional.empty(), Optional.of(problem));
  }

  /** The same, with a problem when nothing was typed. */
  DayField must() {
    return day.isEmpty() && problem.isEmpty() ? wrong(t("ground.day.missing")) : this;
  }
}
