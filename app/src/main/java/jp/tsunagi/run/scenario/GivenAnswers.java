package jp.tsunagi.run.scenario;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.tsunagi.record.form.Answer;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.form.Field;
import jp.tsunagi.record.form.Section;

/** Turns what a scenario says into answers of a form, each read as the kind of its field. */
final class GivenAnswers {
  private GivenAnswers() {}

  /** Answers to fields the section does not have are kept as texts, so that a check finds them. */
  static Answers of(Section section, Map<String, Given> fields) {
    return cells(section.fields(), fields);
  }

  private static Answers cells(List<Field> fields, Map<String, Given> given) {
    var answers = new TreeMap<String, Answer>();
    given.forEach((key, value) -> {
      var field = fields.stream().filter(each -> each.key().equals(key)).findFirst();
      answers.put(key, field.map(known -> answer(known, value)).orElse(new Answer.Text("?")));
    });
    return new Answers(answers);
  }

  private static Answer answer(Field field, Given given) {
    return switch (given) {
      case Given.Unknown _ -> new Answer.Unknown();
      case Given.Declined _ -> new Answer.Declined();
      case Given.Ticked(var options) -> new Answer.Choices(new TreeSet<>(options));
      case Given.Rows(var rows) -> rows(field, rows);
      case Given.Text(var text) -> text(field, text);
    };
  }

  private static Answer rows(Field field, List<Map<String, Given>> rows) {
    var byId = new TreeMap<String, Answers>();
    for (var row : rows) {
      byId.put(String.format(Locale.ROOT, "r%02d", byId.size() + 1), cells(field.columns(), row));
    }
    return new Answer.Rows(byId);
  }

  private static Answer text(Field field, String text) {
    return switch (field) {
      case Field.Date _ -> date(text);
      case Field.Age _ when text.matches("\\d{1,4}") && Integer.parseInt(text) <= 1440 ->
          new Answer.Age(Integer.parseInt(text));
      case Field.Quantity _, Field.Score _ when text.matches("-?\\d{1,9}(\\.\\d{1,4})?") ->
          new Answer.Quantity(new BigDecimal(text));
      case Field.Age _, Field.Quantity _, Field.Score _ -> new Answer.Unread(text);
      case Field.Choice _, Field.RollForward _ -> new Answer.Choice(text);
      case Field.Person _ -> new Answer.Person(text, null);
      case Field.Organisation _ -> new Answer.Organisation(text, null);
      default -> new Answer.Text(text);
    };
  }

  /** A year, a month of a year, or a day: {@code 2024}, {@code 2024-04}, {@code 2024-04-01}. */
  private static Answer date(String text) {
    if (!text.matches("\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?")) {
      return new Answer.Unread(text);
    }
    var parts = text.split("-");
    var month = parts.length > 1 ? Integer.valueOf(parts[1]) : null;
    var day = parts.length > 2 ? Integer.valueOf(parts[2]) : null;
    return new Answer.Date(Integer.parseInt(parts[0]), month, day);
  }
}
