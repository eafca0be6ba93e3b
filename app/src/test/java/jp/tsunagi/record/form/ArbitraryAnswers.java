package jp.tsunagi.record.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Answers at random, of every kind. */
final class ArbitraryAnswers {
  private ArbitraryAnswers() {}

  /** Two tables, goals and family; everything else is a field of its own. */
  static Arbitrary<Answers> any() {
    var fields = parts(Arbitraries.of("likes", "story", "walked"), cell());
    var tables = parts(Arbitraries.of("goals", "family"), rows());
    return Combinators.combine(fields, tables)
        .as((answers, rows) -> {
          var all = new TreeMap<>(answers.byField());
          all.putAll(rows.byField());
          return new Answers(all);
        });
  }

  static Arbitrary<String> keys() {
    return Arbitraries.of("likes", "story", "walked", "goals", "family", "note");
  }

  static Arbitrary<Address> addresses() {
    return Arbitraries.oneOf(
        Arbitraries.of("likes", "story", "walked").map(Address::of),
        Combinators.combine(
                Arbitraries.of("goals", "family"), Arbitraries.of("r1", "r2", "r3"), keys())
            .as(Address::cell));
  }

  static Arbitrary<Answer> cell() {
    return Arbitraries.oneOf(
        Arbitraries.of(new Answer.Empty(), new Answer.Unknown(), new Answer.Declined()),
        text().map(Answer.Text::new),
        text().map(Answer.Unread::new),
        date(),
        Arbitraries.integers().between(0, 1440).map(Answer.Age::new),
        keys().map(Answer.Choice::new),
        keys().set().ofMinSize(1).map(keys -> new Answer.Choices(new TreeSet<>(keys))),
        number().map(Answer.Quantity::new),
        Combinators.combine(text(), keys().injectNull(0.5)).as(Answer.Person::new),
        Combinators.combine(text(), keys().injectNull(0.5)).as(Answer.Organisation::new),
        keys().list().ofMinSize(1).ofMaxSize(3).map(Answer.Files::new),
        Combinators.combine(
                text(), keys().injectNull(0.5), day(), Arbitraries.of(Answer.SignedBy.class))
            .as(Answer.Signature::new));
  }

  /** An answer of the field's own kind, or one of the answers without content. */
  static Arbitrary<Answer> to(Field field) {
    Arbitrary<? extends Answer> own =
        switch (field) {
          case Field.ShortText _, Field.LongText _ -> text().map(Answer.Text::new);
          case Field.Date _ -> date();
          case Field.Age _ -> Arbitraries.integers().between(0, 216).map(Answer.Age::new);
          case Field.Choice(_, var options) ->
              Arbitraries.of(options).map(option -> new Answer.Choice(option.key()));
          case Field.Choices(_, var options, _) ->
              Arbitraries.of(options)
                  .map(Option::key)
                  .set()
                  .ofMinSize(1)
                  .map(keys -> new Answer.Choices(new TreeSet<>(keys)));
          case Field.RollForward _ ->
              Arbitraries.of(GoalFate.values()).map(fate -> new Answer.Choice(fate.key()));
          case Field.Quantity _, Field.Score _ -> number().map(Answer.Quantity::new);
          case Field.Table(_, var columns, _) -> rows(columns);
          case Field.Goals(_, var columns, _) -> rows(columns);
          case Field.Person _ -> text().map(name -> new Answer.Person(name, null));
          case Field.Organisation _ -> text().map(name -> new Answer.Organisation(name, null));
          case Field.Attachment _ -> keys().list().ofSize(1).map(Answer.Files::new);
          case Field.Signature _ ->
              text().map(name -> new Answer.Signature(name, null, null, Answer.SignedBy.PAPER));
          case Field.Fact _, Field.Statement _ -> Arbitraries.of(new Answer.Empty());
        };
    return Arbitraries.oneOf(own, own, Arbitraries.of(new Answer.Empty(), new Answer.Unknown()))
        .map(answer -> answer);
  }

  static Arbitrary<Answers> to(List<Field> fields) {
    Arbitrary<Answers> answers = Arbitraries.just(Answers.NONE);
    for (var field : fields) {
      answers =
          Combinators.combine(answers, to(field).optional(0.7))
              .as((sofar, answer) ->
                  answer.map(each -> sofar.with(Address.of(field.key()), each)).orElse(sofar));
    }
    return answers;
  }

  private static Arbitrary<Answer> rows(List<Field> columns) {
    return Arbitraries.maps(Arbitraries.of("r1", "r2"), to(columns))
        .map(rows -> new Answer.Rows(new TreeMap<>(rows)));
  }

  private static Arbitrary<Answer> rows() {
    return Arbitraries.maps(Arbitraries.of("r1", "r2", "r3"), parts(keys(), cell()))
        .ofMaxSize(3)
        .map(rows -> new Answer.Rows(new TreeMap<>(rows)));
  }

  private static Arbitrary<Answers> parts(Arbitrary<String> keys, Arbitrary<Answer> answer) {
    return Arbitraries.maps(keys, answer)
        .ofMaxSize(2)
        .map(byField -> new Answers(new TreeMap<>(byField)));
  }

  private static Arbitrary<String> text() {
    return Arbitraries.oneOf(
            Arbitraries.strings().ofMinLength(1).ofMaxLength(20),
            Arbitraries.of("はさみで\nまっすぐ切れた。", "髙嶺 葵", "辻\uDB40\uDD01", "\"quoted\" {json}", "<b>"))
        .filter(text -> !Typed.clean(text).isBlank());
  }

  private static Arbitrary<Answer> date() {
    return Combinators.combine(day(), Arbitraries.of(DatePrecision.class))
        .as((day, precision) ->
            switch (precision) {
              case DAY -> Answer.Date.of(day);
              case MONTH -> new Answer.Date(day.getYear(), day.getMonthValue(), null);
              case YEAR -> new Answer.Date(day.getYear(), null, null);
            });
  }

  private static Arbitrary<LocalDate> day() {
    return Arbitraries.longs()
        .between(LocalDate.of(1900, 1, 1).toEpochDay(), LocalDate.of(2100, 1, 1).toEpochDay())
        .map(LocalDate::ofEpochDay);
  }

  private static Arbitrary<BigDecimal> number() {
    return Arbitraries.bigDecimals()
        .between(BigDecimal.valueOf(-100000), BigDecimal.valueOf(100000))
        .ofScale(3);
  }
}
