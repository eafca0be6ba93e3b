package jp.tsunagi.record.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks the answers of a part against its section; reports everything at once, in the form's
 * order.
 */
public final class AnswerCheck {
  /** Characters that the name of a person or an organisation may have. */
  public static final int LONGEST_NAME = 100;

  private final List<AnswerProblem> problems = new ArrayList<>();
  private final boolean makingFinal;

  private AnswerCheck(boolean makingFinal) {
    this.makingFinal = makingFinal;
  }

  /** While it is written: what cannot be right. Missing answers are no problem of a draft. */
  public static List<AnswerProblem> draft(Section section, Answers answers) {
    return new AnswerCheck(false).section(section, answers);
  }

  /** Before it becomes final: also what is still missing. */
  public static List<AnswerProblem> toFinal(Section section, Answers answers) {
    return new AnswerCheck(true).section(section, answers.withoutEmptyRows());
  }

  private List<AnswerProblem> section(Section section, Answers answers) {
    for (var field : section.questions()) {
      field(field, Address.of(field.key()), answers.at(field.key()));
    }
    for (var key : answers.byField().keySet()) {
      if (section.field(key).filter(Field::asked).isEmpty()) {
        wrong(Address.of(key), "notAField");
      }
    }
    return List.copyOf(problems);
  }

  private void field(Field field, Address at, Answer answer) {
    switch (answer) {
      case Answer.NotAsked _, Answer.Empty _ -> missing(field, at);
      case Answer.Unknown _ -> offered(field, NoAnswer.UNKNOWN, at);
      case Answer.Declined _ -> offered(field, NoAnswer.DECLINED, at);
      case Answer.Unread _ -> wrong(at, unreadable(field));
      default -> content(field, at, answer);
    }
  }

  private void missing(Field field, Address at) {
    if (makingFinal && field.head().required() == Requirement.FINAL) {
      wrong(at, "required");
    }
  }

  private void offered(Field field, NoAnswer state, Address at) {
    if (!field.head().offers().contains(state)) {
      wrong(at, state == NoAnswer.UNKNOWN ? "unknownNotOffered" : "declinedNotOffered");
    }
  }

  private static String unreadable(Field field) {
    return switch (field) {
      case Field.Date _ -> "notADate";
      case Field.Age _ -> "notAnAge";
      case Field.Quantity _, Field.Score _ -> "notANumber";
      default -> "unread";
    };
  }

  private void content(Field field, Address at, Answer answer) {
    switch (field) {
      case Field.ShortText(_, var max) when answer instanceof Answer.Text(var text) ->
          length(at, text, max);
      case Field.LongText(_, var max) when answer instanceof Answer.Text(var text) ->
          length(at, text, max);
      case Field.Date(_, var coarsest) when answer instanceof Answer.Date date ->
          precision(at, date, coarsest);
      case Field.Age _ when answer instanceof Answer.Age -> {}
      case Field.Choice(_, var options) when answer instanceof Answer.Choice(var key) ->
          options(at, options, List.of(key));
      case Field.Choices(_, var options, _) when answer instanceof Answer.Choices(var keys) ->
          choices(at, options, keys);
      case Field.RollForward _ when answer instanceof Answer.Choice(var key) -> fate(at, key);
      case Field.Quantity quantity when answer instanceof Answer.Quantity(var value) ->
          number(at, quantity, value);
      case Field.Score score when answer instanceof Answer.Quantity(var value) ->
          score(at, score, value);
      case Field.Table(_, var columns, var max) when answer instanceof Answer.Rows rows ->
          rows(columns, max, at, rows);
      case Field.Goals(_, _, var max) when answer instanceof Answer.Rows rows ->
          goals(field, max, at, rows);
      case Field.Person _ when answer instanceof Answer.Person(var name, _) -> name(at, name);
      case Field.Organisation _ when answer instanceof Answer.Organisation(var name, _) ->
          name(at, name);
      case Field.Attachment(_, var max) when answer instanceof Answer.Files(var ids) ->
          atMost(at, "tooManyFiles", max, ids.size());
      case Field.Signature _ when answer instanceof Answer.Signature signature ->
          signature(at, signature);
      default -> wrong(at, "otherKind");
    }
  }

  private void name(Address at, String name) {
    length(at, name, LONGEST_NAME);
  }

  private void length(Address at, String text, int max) {
    atMost(at, "tooLong", max, text.codePointCount(0, text.length()));
  }

  private void atMost(Address at, String message, int max, int actual) {
    if (actual > max) {
      wrong(at, message, max, actual);
    }
  }

  private void precision(Address at, Answer.Date date, DatePrecision coarsest) {
    if (date.precision().compareTo(coarsest) > 0) {
      wrong(at, coarsest == DatePrecision.DAY ? "dayMissing" : "monthMissing");
    }
  }

  private void options(Address at, List<Option> options, Collection<String> chosen) {
    for (var key : chosen) {
      if (options.stream().noneMatch(option -> option.key().equals(key))) {
        wrong(at, "notAChoice", key);
      }
    }
  }

  private void choices(Address at, List<Option> options, Collection<String> chosen) {
    options(at, options, chosen);
    options.stream()
        .filter(option -> option.alone() && chosen.size() > 1 && chosen.contains(option.key()))
        .forEach(option -> wrong(at, "alone", option.key()));
  }

  private void number(Address at, Field.Quantity field, BigDecimal value) {
    if (value.scale() > field.decimals()) {
      wrong(at, field.decimals() == 0 ? "wholeNumber" : "tooManyDecimals", field.decimals());
    }
    if (outside(value, field.min(), field.max())) {
      wrong(at, "outOfRange", bound(field.min()), bound(field.max()));
    }
  }

  private static boolean outside(
      BigDecimal value, @Nullable BigDecimal min, @Nullable BigDecimal max) {
    return (min != null && value.compareTo(min) < 0) || (max != null && value.compareTo(max) > 0);
  }

  private static String bound(@Nullable BigDecimal bound) {
    return Optional.ofNullable(bound).map(BigDecimal::toPlainString).orElse("");
  }

  private void score(Address at, Field.Score field, BigDecimal value) {
    if (outside(value, field.usualMin(), field.usualMax())) {
      problems.add(
          AnswerProblem.warning(at, "unusual", bound(field.usualMin()), bound(field.usualMax())));
    }
  }

  private void rows(List<Field> columns, int max, Address at, Answer.Rows rows) {
    atMost(at, "tooManyRows", max, rows.byId().size());
    rows.byId().forEach((id, cells) -> cells(columns, columns, at.field(), id, cells));
  }

  /** Of a goal that was taken over it is said what becomes of it; of one that is closed no more. */
  private void goals(Field goals, int max, Address at, Answer.Rows rows) {
    atMost(at, "tooManyRows", max, rows.byId().size());
    rows.byId()
        .forEach((id, cells) -> {
          boolean taken = GoalFate.of(goals, cells).isPresent();
          boolean closed = GoalFate.closed(goals, cells);
          cells(
              goals.columns().stream()
                  .filter(column ->
                      cells.at(column.key()).given()
                          || (column.head().ofBefore() == null ? !closed : taken))
                  .toList(),
              goals.columns(),
              at.field(),
              id,
              cells);
        });
  }

  private void fate(Address at, String key) {
    if (GoalFate.of(key).isEmpty()) {
      wrong(at, "notAChoice", key);
    } else if (makingFinal && key.equals(GoalFate.OPEN.key())) {
      wrong(at, "goalUnmarked");
    }
  }

  private void cells(
      List<Field> asked, List<Field> columns, String field, String row, Answers cells) {
    for (var column : asked) {
      field(column, Address.cell(field, row, column.key()), cells.at(column.key()));
    }
    for (var key : cells.byField().keySet()) {
      if (columns.stream().noneMatch(column -> column.key().equals(key))) {
        wrong(Address.cell(field, row, key), "notAField");
      }
    }
  }

  private void signature(Address at, Answer.Signature signature) {
    name(at, signature.name());
    if (makingFinal && signature.on() == null) {
      wrong(at, "signatureDay");
    }
  }

  private void wrong(Address at, String message, Object... arguments) {
    problems.add(AnswerProblem.wrong(at, message, arguments));
  }
}
