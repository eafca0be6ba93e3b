package jp.tsunagi.record.sheet;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import jp.tsunagi.record.form.Address;
import jp.tsunagi.record.form.Answer;
import jp.tsunagi.record.form.AnswerText;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.form.Field;
import jp.tsunagi.record.form.Section;

/** The goals of the sheet before, each beside the goal that came of it. Pure. */
final class Beside {
  private Beside() {}

  /** The question with each goal that was taken over beside its row; the others stay above. */
  static QuestionView taken(QuestionView question, Section section, String key, ReadSheet before) {
    Optional<Section> old = before.form().sectionOf(key);
    Optional<Field> goals = old.flatMap(it -> it.field(key));
    boolean any = question.rows().stream().anyMatch(row -> row.fate() != null);
    if (!any || goals.isEmpty() || section.field(key).isEmpty()) {
      return question;
    }
    Answers answers = SheetWriting.answers(before, old.orElseThrow());
    var rest =
        new TreeMap<String, Answers>(
            answers.at(key) instanceof Answer.Rows(var byId) ? byId : new TreeMap<>());
    List<QuestionView.Row> rows = new ArrayList<>();
    for (QuestionView.Row row : question.rows()) {
      String id = Address.parse(row.address()).row();
      Answers was = row.fate() == null || id == null ? null : rest.remove(id);
      rows.add(was == null ? row : row.past(lines(goals.get(), was)));
    }
    Answers left = answers.with(Address.of(key), new Answer.Rows(rest));
    List<String> lines = LineView.past(old.orElseThrow(), key, left);
    QuestionView.Past past = question.past();
    boolean copies = past != null && past.copies() && !rest.isEmpty();
    return question.rows(rows).past(lines.isEmpty() ? null : new QuestionView.Past(lines, copies));
  }

  /** The goal by itself, then what else was said, each with the name of its column. */
  private static List<String> lines(Field goals, Answers row) {
    List<String> lines = new ArrayList<>();
    for (Field column : goals.columns()) {
      String text = AnswerText.shown(column, row.at(column.key()));
      boolean own = column.head().ofBefore() == null && !(column instanceof Field.RollForward);
      if (own && !text.isBlank()) {
        String label = column.head().label().in(language());
        lines.add(lines.isEmpty() ? text : t("sheet.differs.cell", label, text));
      }
    }
    return lines;
  }
}
