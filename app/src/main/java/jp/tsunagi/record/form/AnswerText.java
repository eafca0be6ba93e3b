package jp.tsunagi.record.form;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.base.calendar.Age;
import jp.tsunagi.base.calendar.DateWords;

/** Answers in the reader's words, as they are read on a screen and typed into a field again. */
public final class AnswerText {
  private AnswerText() {}

  /** In words; empty when nothing was said. Rows have no single text. */
  public static String shown(Field field, Answer answer) {
    return switch (answer) {
      case Answer.Unknown _ -> t("form.state.unknown");
      case Answer.Declined _ -> t("form.state.declined");
      case Answer.Date date -> date(date);
      case Answer.Age(var months) -> new Age(months / 12, months % 12, 0).words().in(language());
      case Answer.Choice(var key) -> labels(field, Set.of(key));
      case Answer.Choices(var keys) -> labels(field, keys);
      case Answer.Quantity(var value) -> value.toPlainString() + unit(field);
      default -> typed(answer);
    };
  }

  /** As it stands in a field of one line or several. */
  public static String typed(Answer answer) {
    return switch (answer) {
      case Answer.Text(var value) -> value;
      case Answer.Unread(var typed) -> typed;
      case Answer.Person(var name, _) -> name;
      case Answer.Organisation(var name, _) -> name;
      case Answer.Signature signature -> signature.name();
      case Answer.Quantity(var value) -> value.toPlainString();
      case Answer.Choice(var key) -> key;
      case Answer.Date date -> typed(date);
      default -> "";
    };
  }

  private static String typed(Answer.Date date) {
    return date.precision() == DatePrecision.YEAR ? DateText.of(date) : date(date);
  }

  private static String date(Answer.Date date) {
    var month = date.month();
    var day = date.day();
    if (month == null) {
      return DateText.of(date);
    }
    return day == null
        ? DateWords.month(YearMonth.of(date.year(), month)).in(language())
        : DateWords.plain(LocalDate.of(date.year(), month, day)).in(language());
  }

  private static String unit(Field field) {
    var unit = field instanceof Field.Quantity quantity ? quantity.unit() : null;
    return unit == null ? "" : " " + unit.in(language());
  }

  /** 継続, 修正 …; of a goal that is not decided yet nothing. */
  private static String fates(Collection<String> chosen) {
    return chosen.stream()
        .flatMap(key -> GoalFate.of(key).stream())
        .filter(fate -> fate != GoalFate.OPEN)
        .map(fate -> t("form.fate." + fate))
        .collect(Collectors.joining(t("form.comma")));
  }

  private static String labels(Field field, Collection<String> chosen) {
    List<Option> options =
        switch (field) {
          case Field.Choice choice -> choice.options();
          case Field.Choices choices -> choices.options();
          default -> List.of();
        };
    if (field instanceof Field.RollForward) {
      return fates(chosen);
    }
    return options.stream()
        .filter(each -> chosen.contains(each.key()))
        .map(each -> each.label().in(language()))
        .collect(Collectors.joining(t("form.comma")));
  }
}
