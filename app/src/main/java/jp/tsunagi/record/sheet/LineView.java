package jp.tsunagi.record.sheet;

import static jp.tsunagi.base.ui.Text.language;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tsunagi.record.file.Files.Attached;
import jp.tsunagi.record.form.Answer;
import jp.tsunagi.record.form.AnswerText;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.form.Field;
import jp.tsunagi.record.form.Section;
import jp.tsunagi.record.form.Wording;
import jp.tsunagi.record.sheet.ReadSheet.Part;

/**
 * An answer as it is read.
 *
 * @param field its key
 * @param heads of the columns, for a table or goals
 * @param rows their cells
 * @param files it consists of
 * @param who gave it and when, where that differs from the line of the part (A4); otherwise empty
 */
public record LineView(
    String field,
    String label,
    String text,
    List<String> heads,
    List<List<String>> rows,
    List<Attached> files,
    String who) {

  static LineView of(String field, String label, String text) {
    return new LineView(field, label, text, List.of(), List.of(), List.of(), "");
  }

  /** The same below another label. */
  LineView label(String other) {
    return new LineView(field, other, text, heads, rows, files, who);
  }

  LineView who(String gave) {
    return new LineView(field, label, text, heads, rows, files, gave);
  }

  /** What a part says, in the order of the form; what was not answered is left out. */
  public static List<LineView> of(Part part) {
    return part.section().fields().stream()
        .flatMap(field -> of(field, part.answers(), part))
        .toList();
  }

  /** Answers without a place in the form as it is now, each with the words that asked for it. */
  public static List<LineView> left(Part part) {
    return part.left().stream()
        .flatMap(left ->
            left.answers().byField().keySet().stream()
                .flatMap(key -> left.form().field(key).stream())
                .flatMap(field -> of(field, left.answers(), part)))
        .toList();
  }

  private static Stream<LineView> of(Field field, Answers answers, Part part) {
    Answer answer = answers.at(field.key());
    String label = field.head().label().in(language());
    if (field instanceof Field.Fact) {
      return plain(field, label, part.facts().getOrDefault(field.key(), ""));
    }
    if (field instanceof Field.Statement(_, var paragraphs)) {
      return plain(field, label, String.join("\n", texts(paragraphs)));
    }
    if (answer instanceof Answer.Rows rows) {
      return Stream.of(table(label, field, rows)).filter(line -> !line.rows().isEmpty());
    }
    if (answer instanceof Answer.Files(var ids)) {
      return files(field.key(), label, FileAnswers.among(part.files(), ids));
    }
    return plain(field, label, AnswerText.shown(field, answer));
  }

  private static List<String> texts(List<Wording> wordings) {
    return wordings.stream().map(each -> each.in(language())).toList();
  }

  private static Stream<LineView> plain(Field field, String label, String text) {
    return text.isBlank() ? Stream.of() : Stream.of(of(field.key(), label, text));
  }

  private static Stream<LineView> files(String field, String label, List<Attached> files) {
    String names = files.stream().map(Attached::name).collect(Collectors.joining("\n"));
    return files.isEmpty()
        ? Stream.of()
        : Stream.of(new LineView(field, label, names, List.of(), List.of(), files, ""));
  }

  private static LineView table(String label, Field field, Answer.Rows rows) {
    List<List<String>> cells = new ArrayList<>();
    List<Field> columns =
        field.columns().stream().filter(column -> column.head().ofBefore() == null).toList();
    for (Answers row : rows.byId().values()) {
      List<String> texts = columns.stream().map(column -> cell(field, column, row)).toList();
      if (texts.stream().anyMatch(text -> !text.isBlank())) {
        cells.add(texts);
      }
    }
    List<String> heads =
        columns.stream().map(column -> column.head().label().in(language())).toList();
    return withoutBlankColumns(field.key(), label, heads, cells);
  }

  /** With 達成 stands how the goal was evaluated at its end. */
  private static String cell(Field table, Field column, Answers row) {
    Stream<Field> said =
        column instanceof Field.RollForward
            ? Stream.concat(
                Stream.of(column),
                table.columns().stream().filter(each -> each.head().ofBefore() != null))
            : Stream.of(column);
    return said.map(each -> AnswerText.shown(each, row.at(each.key())))
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining("\n"));
  }

  /** A column in which nobody has written anything is only in the way. */
  private static LineView withoutBlankColumns(
      String field, String label, List<String> heads, List<List<String>> cells) {
    List<Integer> said =
        IntStream.range(0, heads.size())
            .filter(column -> cells.stream().anyMatch(row -> !row.get(column).isBlank()))
            .boxed()
            .toList();
    return new LineView(
        field,
        label,
        "",
        said.stream().map(heads::get).toList(),
        cells.stream().map(row -> said.stream().map(row::get).toList()).toList(),
        List.of(),
        "");
  }

  /** Last year's answer in short lines, beside this year's field. */
  static List<String> past(Section section, String field, Answers answers) {
    return section.fields().stream()
        .filter(each -> each.key().equals(field))
        .flatMap(each -> pastOf(each, answers.at(field)))
        .filter(text -> !text.isBlank())
        .toList();
  }

  private static Stream<String> pastOf(Field field, Answer answer) {
    if (!(answer instanceof Answer.Rows rows)) {
      return Stream.of(AnswerText.shown(field, answer));
    }
    return table("", field, rows).rows().stream()
        .map(cells ->
            String.join("\u3000", cells.stream().filter(text -> !text.isBlank()).toList()));
  }
}
