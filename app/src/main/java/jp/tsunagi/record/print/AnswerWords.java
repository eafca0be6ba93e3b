package jp.tsunagi.record.print;

import static jp.tsunagi.record.print.PrintWords.language;
import static jp.tsunagi.record.print.PrintWords.w;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.base.calendar.Age;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.calendar.Era;
import jp.tsunagi.base.calendar.JapaneseDate;
import jp.tsunagi.record.form.Answer;
import jp.tsunagi.record.form.Field;
import jp.tsunagi.record.form.Option;

/** Answers as they stand on paper: dates in 和暦, boxes ticked, わからない in words. */
final class AnswerWords {
  private AnswerWords() {}

  /** The answer beside its label. */
  static Paper.Value value(Field field, Answer answer) {
    return switch (field) {
      case Field.Choice choice when offered(answer) -> ticks(choice.options(), chosen(answer));
      case Field.Choices choices when offered(answer) -> ticks(choices.options(), chosen(answer));
      case Field.LongText _ -> new Paper.Written(text(field, answer), true);
      default -> new Paper.Written(text(field, answer), false);
    };
  }

  private static boolean offered(Answer answer) {
    return switch (answer) {
      case Answer.Choice _, Answer.Choices _, Answer.NotAsked _, Answer.Empty _ -> true;
      default -> false;
    };
  }

  static List<Paper.Tick> boxes(List<Option> options) {
    return ticks(options, Set.of()).ticks();
  }

  private static Paper.Ticks ticks(List<Option> options, Set<String> chosen) {
    return new Paper.Ticks(
        options.stream()
            .map(each -> new Paper.Tick(each.label().in(language()), chosen.contains(each.key())))
            .toList());
  }

  private static Set<String> chosen(Answer answer) {
    return switch (answer) {
      case Answer.Choice(var key) -> Set.of(key);
      case Answer.Choices(var keys) -> keys;
      default -> Set.of();
    };
  }

  /** The answer as text, for cells; empty when nothing was said. */
  static String text(Field field, Answer answer) {
    return switch (answer) {
      case Answer.NotAsked _, Answer.Empty _ -> "";
      case Answer.Unknown _ -> w("form.state.unknown");
      case Answer.Declined _ -> w("form.state.declined");
      case Answer.Text(var value) -> value;
      case Answer.Unread(var typed) -> typed;
      case Answer.Date date -> date(date);
      case Answer.Age(var months) -> new Age(months / 12, months % 12, 0).words().in(language());
      case Answer.Choice _, Answer.Choices _ -> labels(field, chosen(answer));
      case Answer.Quantity(var value) -> value.toPlainString() + unit(field);
      case Answer.Person(var name, _) -> name;
      case Answer.Organisation(var name, _) -> name;
      case Answer.Files(var ids) -> w("print.files", ids.size());
      case Answer.Signature signature -> signature.name();
      case Answer.Rows _ -> "";
    };
  }

  private static String unit(Field field) {
    var unit = field instanceof Field.Quantity quantity ? quantity.unit() : null;
    return unit == null ? "" : " " + unit.in(language());
  }

  private static String labels(Field field, Set<String> chosen) {
    List<Option> options =
        switch (field) {
          case Field.Choice choice -> choice.options();
          case Field.Choices choices -> choices.options();
          default -> List.of();
        };
    return options.stream()
        .filter(each -> chosen.contains(each.key()))
        .map(each -> each.label().in(language()))
        .collect(Collectors.joining(w("print.comma")));
  }

  /** In 和暦 with the western year; a month or a year alone where no more is known. */
  static String date(Answer.Date date) {
    var month = date.month();
    var day = date.day();
    if (month == null) {
      return year(date.year());
    }
    return day == null
        ? DateWords.month(YearMonth.of(date.year(), month)).in(language())
        : date(LocalDate.of(date.year(), month, day));
  }

  static String date(LocalDate day) {
    return DateWords.full(day).in(language());
  }

  private static String year(int year) {
    LocalDate middle = LocalDate.of(year, 7, 1);
    return Era.at(middle)
        .map(era ->
            w("print.year", era.words().in(language()), JapaneseDate.of(middle).year(), year))
        .orElseGet(() -> w("print.year.western", year));
  }
}
