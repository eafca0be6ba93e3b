package jp.tsunagi.run.city;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.tsunagi.record.form.Answer;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.form.Field;
import jp.tsunagi.record.form.Option;
import jp.tsunagi.record.form.Section;

/** Fills a section of any form with answers that its fields take. */
final class CityAnswers {
  private static final int MOST_ROWS = 3;

  private final CityWords words;
  private final Dice dice;

  CityAnswers(CityWords words, Dice dice) {
    this.words = words;
    this.dice = dice;
  }

  Answers of(Section section, LocalDate birth) {
    return cells(section.questions(), birth);
  }

  private Answers cells(java.util.List<Field> fields, LocalDate birth) {
    TreeMap<String, Answer> answers = new TreeMap<>();
    fields.stream()
        .filter(field -> field.head().ofBefore() == null)
        .forEach(
            field -> answer(field, birth).ifPresent(answer -> answers.put(field.key(), answer)));
    return new Answers(answers);
  }

  private Optional<Answer> answer(Field field, LocalDate birth) {
    return switch (field) {
      case Field.ShortText text ->
          Optional.of(new Answer.Text(cut(words.any(dice, "short"), text.maxLength())));
      case Field.LongText text ->
          Optional.of(new Answer.Text(cut(sentences(field.key()), text.maxLength())));
      case Field.Date _ -> Optional.of(Answer.Date.of(birth.plusDays(dice.between(30, 900))));
      case Field.Age _ -> Optional.of(new Answer.Age(dice.between(4, 30)));
      case Field.Choice choice -> Optional.of(new Answer.Choice(dice.of(choice.options()).key()));
      case Field.Choices choices -> Optional.of(choices(choices));
      case Field.Quantity number -> Optional.of(number(number));
      case Field.Score score ->
          Optional.of(
              new Answer.Quantity(
                  score
                      .usualMin()
                      .add(score.usualMax())
                      .divide(BigDecimal.TWO, 0, RoundingMode.DOWN)));
      case Field.Table table -> Optional.of(rows(table.columns(), table.maxRows(), birth));
      case Field.Goals goals -> Optional.of(rows(goals.columns(), goals.maxRows(), birth));
      case Field.Person _ ->
          Optional.of(
              new Answer.Person(
                  words.family(dice).written() + " " + words.given(dice, "mothers").written(),
                  null));
      case Field.Organisation _ ->
          Optional.of(new Answer.Organisation(words.any(dice, "services"), null));
      case Field.Attachment _,
          Field.Signature _,
          Field.Fact _,
          Field.Statement _,
          Field.RollForward _ ->
          Optional.empty();
    };
  }

  private Answer choices(Field.Choices field) {
    Option one = dice.of(field.options());
    TreeSet<String> keys = new TreeSet<>();
    keys.add(one.key());
    if (!one.alone()) {
      field.options().stream()
          .filter(option -> !option.alone() && dice.happens(0.3))
          .forEach(option -> keys.add(option.key()));
    }
    return new Answer.Choices(keys);
  }

  private Answer number(Field.Quantity field) {
    int least = field.min() == null ? 0 : Objects.requireNonNull(field.min()).intValue();
    int most = field.max() == null ? least + 100 : Objects.requireNonNull(field.max()).intValue();
    return new Answer.Quantity(BigDecimal.valueOf(dice.between(least, most)));
  }

  private Answer rows(java.util.List<Field> columns, int most, LocalDate birth) {
    TreeMap<String, Answers> rows = new TreeMap<>();
    int many = Math.min(most, dice.between(1, MOST_ROWS));
    for (int row = 1; row <= many; row++) {
      rows.put("r%02d".formatted(row), cells(columns, birth));
    }
    return new Answer.Rows(rows);
  }

  /** Two or three sentences of what the field asks for. */
  private String sentences(String key) {
    String list = list(key);
    StringBuilder text = new StringBuilder(words.any(dice, list));
    for (int more = dice.below(3); more > 0; more--) {
      String next = words.any(dice, list);
      if (text.indexOf(next) < 0) {
        text.append(next);
      }
    }
    return text.toString();
  }

  private static String list(String key) {
    if (key.contains("goal")) {
      return "goals";
    }
    if (key.contains("wish") || key.contains("concern")) {
      return "wishes";
    }
    if (key.contains("means")
        || key.contains("accommodation")
        || key.contains("help")
        || key.contains("support")) {
      return "means";
    }
    if (key.contains("hard") || key.contains("dislike")) {
      return "hard";
    }
    if (key.contains("evaluation")
        || key.contains("outcome")
        || key.contains("result")
        || key.contains("next")) {
      return "results";
    }
    return "likes";
  }

  private static String cut(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most));
  }
}
