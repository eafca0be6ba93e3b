package jp.tsunagi.people.child;

import static jp.tsunagi.base.ui.Text.language;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagi.base.calendar.DateReader;
import jp.tsunagi.base.calendar.DateReading;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.ui.Typed;

/** A day as typed into a form. What can be read in several ways is asked, never guessed (F3). */
public sealed interface DayInput {
  /** Understood. */
  record Day(LocalDate day) implements DayInput {}

  /** One of these: show them and ask. */
  record Ask(List<LocalDate> days, DateReading.Question question) implements DayInput {
    public Ask {
      days = List.copyOf(days);
    }
  }

  /** No day, and why. */
  record Refused(DateReading.Refusal why) implements DayInput {}

  /** The field in which the answer to {@link Ask} comes back. */
  static String which(String field) {
    return field + ".which";
  }

  static DayInput read(Typed typed, String field, DateReader reader) {
    return switch (reader.read(typed.text(field))) {
      case DateReading.Read(var day) -> new Day(day);
      case DateReading.Ambiguous(var days, var question) ->
          days.stream()
              .filter(day -> day.toString().equals(typed.text(which(field))))
              .findFirst()
              .<DayInput>map(Day::new)
              .orElseGet(() -> new Ask(days, question));
      case DateReading.ReadMonth _ -> new Refused(DateReading.Refusal.UNREADABLE);
      case DateReading.NotADate(var why) -> new Refused(why);
    };
  }

  /** Reads births of those on record: two digits of a year mean the last thirty years. */
  static DateReader births(LocalDate today) {
    return new DateReader(Period.through(today.minusYears(30), today));
  }

  /** Reads days of enrolments and moves: from thirty years ago to the end of the next year. */
  static DateReader facts(LocalDate today) {
    return new DateReader(new Period(today.minusYears(30), FiscalYear.of(today).plus(2).start()));
  }

  /** What to say beside the field; empty when it was understood. */
  default String problem() {
    return switch (this) {
      case Day _ -> "";
      case Ask(var _, var question) -> question.words().in(language());
      case Refused(var why) -> why.words().in(language());
    };
  }

  /** How it was understood; empty when it was not. */
  default String reading() {
    return this instanceof Day(var day) ? DateWords.full(day).in(language()) : "";
  }
}
