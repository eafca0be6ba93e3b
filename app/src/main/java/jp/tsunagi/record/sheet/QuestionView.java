package jp.tsunagi.record.sheet;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.TwoTexts;
import org.jspecify.annotations.Nullable;

/**
 * One question as it is shown to whoever writes.
 *
 * @param longest characters a text may have
 * @param boxes the two boxes of an age
 * @param rows of a table or of goals, a blank one at the end when there is room
 * @param texts paragraphs of a statement
 * @param two what somebody else wrote there meanwhile
 * @param past what stood here last year
 */
public record QuestionView(
    Kind kind,
    FieldView field,
    int longest,
    List<Option> options,
    List<FieldView> boxes,
    List<Row> rows,
    List<String> texts,
    @Nullable TwoTexts two,
    @Nullable Past past) {

  /** How it is asked. */
  public enum Kind {
    TEXT,
    AREA,
    DATE,
    AGE,
    CHOICE,
    CHOICES,
    NUMBER,
    ROWS,
    /** Shown, not asked. */
    FACT,
    STATEMENT,
    /** Answered on the printed page only: signatures, attachments. */
    ON_PAPER
  }

  /**
   * A row.
   *
   * @param address field and row, for taking it away
   * @param title what the row is called: 目標 1
   * @param blank nobody has written in it yet
   */
  public record Row(String address, String title, List<QuestionView> cells, boolean blank) {}

  /**
   * Last year's answer.
   *
   * @param copies whether it may start this year's
   */
  public record Past(List<String> lines, boolean copies) {}

  static QuestionView of(Kind kind, FieldView field) {
    return new QuestionView(kind, field, 0, List.of(), List.of(), List.of(), List.of(), null, null);
  }

  QuestionView longest(int characters) {
    return new QuestionView(kind, field, characters, options, boxes, rows, texts, two, past);
  }

  QuestionView options(List<Option> offered) {
    return new QuestionView(kind, field, longest, offered, boxes, rows, texts, two, past);
  }

  QuestionView boxes(List<FieldView> both) {
    return new QuestionView(kind, field, longest, options, both, rows, texts, two, past);
  }

  QuestionView rows(List<Row> all) {
    return new QuestionView(kind, field, longest, options, boxes, all, texts, two, past);
  }

  QuestionView texts(List<String> paragraphs) {
    return new QuestionView(kind, field, longest, options, boxes, rows, paragraphs, two, past);
  }

  QuestionView two(@Nullable TwoTexts texts) {
    return new QuestionView(kind, field, longest, options, boxes, rows, this.texts, texts, past);
  }

  QuestionView past(@Nullable Past before) {
    return new QuestionView(kind, field, longest, options, boxes, rows, texts, two, before);
  }
}
