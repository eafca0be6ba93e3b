package jp.tsunagi.record.form;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jp.tsunagi.base.calendar.DateReader;
import jp.tsunagi.base.calendar.DateReading;
import jp.tsunagi.base.calendar.DateWords;
import org.jspecify.annotations.Nullable;

/** What is wrong with an answer, in the words of its field, and what to do about it. */
public final class ProblemWords {
  private ProblemWords() {}

  /**
   * One or two sentences.
   *
   * @param answer as it stands: what could not be read is named
   * @param today limits what a typed date can mean
   */
  public static String of(Field field, Answer answer, AnswerProblem problem, LocalDate today) {
    if (field instanceof Field.Quantity quantity && problem.message().endsWith(".outOfRange")) {
      return range(quantity);
    }
    if (field instanceof Field.Choices(_, var options, _) && problem.message().endsWith(".alone")) {
      return alone(options, problem);
    }
    if (answer instanceof Answer.Unread(var typed)) {
      return field instanceof Field.Date
          ? date(typed, today)
          : t(problem.message(), label(field), typed);
    }
    return t(problem.message(), problem.arguments().toArray());
  }

  private static String alone(List<Option> options, AnswerProblem problem) {
    return options.stream()
        .filter(option -> problem.arguments().contains(option.key()))
        .findFirst()
        .map(option -> t(problem.message(), option.label().in(language())))
        .orElseThrow();
  }

  private static String label(Field field) {
    return field.head().label().in(language());
  }

  private static String range(Field.Quantity field) {
    String bounds =
        field.min() == null
            ? "form.answer.atMost"
            : field.max() == null ? "form.answer.atLeast" : "form.answer.outOfRange";
    return t(bounds, label(field), text(field.min()), text(field.max()), unit(field));
  }

  private static String text(@Nullable BigDecimal bound) {
    return bound == null ? "" : bound.toPlainString();
  }

  /** 週; in languages that part words, with a space before it. */
  private static String unit(Field.Quantity field) {
    var unit = field.unit();
    if (unit == null) {
      return "";
    }
    boolean parted = !language().getLanguage().equals(Locale.JAPANESE.getLanguage());
    return (parted ? " " : "") + unit.in(language());
  }

  private static String date(String typed, LocalDate today) {
    String reason =
        switch (DateReader.anyDay(today).read(typed)) {
          case DateReading.Ambiguous(var days, var question) ->
              question.words().in(language())
                  + days.stream()
                      .map(day -> DateWords.full(day).in(language()))
                      .collect(Collectors.joining(t("form.answer.or"), "（", "）"));
          case DateReading.NotADate(var refusal) -> refusal.words().in(language());
          case DateReading.Read _, DateReading.ReadMonth _ ->
              DateReading.Refusal.UNREADABLE.words().in(language());
        };
    return t("form.answer.notADate", typed, reason);
  }
}
