package jp.tsunagi.record.sheet;

import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagi.record.form.Answer;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.form.Field;
import jp.tsunagi.record.form.Section;

/** One line for the timeline: the first words of a part that say something; empty if none do. */
final class Gist {
  /** Of a part in which nothing is written in words. */
  static final String NOTHING = "";

  private static final int LENGTH = 40;
  private static final String MORE = "\u2026";

  private Gist() {}

  static String of(Section section, Answers answers) {
    return first(section, answers, true)
        .or(() -> first(section, answers, false))
        .map(Gist::shortened)
        .orElse(NOTHING);
  }

  private static Optional<String> first(Section section, Answers answers, boolean sentences) {
    return section.questions().stream()
        .flatMap(field -> texts(field, answers.at(field.key()), sentences))
        .findFirst();
  }

  private static Stream<String> texts(Field field, Answer answer, boolean sentences) {
    return switch (answer) {
      case Answer.Text(var text) when !sentences || field instanceof Field.LongText ->
          Stream.of(text);
      case Answer.Rows rows ->
          rows.byId().values().stream()
              .flatMap(cells ->
                  field.columns().stream()
                      .flatMap(column -> texts(column, cells.at(column.key()), sentences)));
      default -> Stream.empty();
    };
  }

  private static String shortened(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    int length = line.codePointCount(0, line.length());
    return length <= LENGTH ? line : line.substring(0, line.offsetByCodePoints(0, LENGTH)) + MORE;
  }
}
