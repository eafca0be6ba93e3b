package jp.tsunagi.record.sheet;

import java.util.List;
import java.util.stream.Stream;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.TwoTexts;
import jp.tsunagi.record.file.Files.Attached;
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
 * @param files that are there, for an attachment; {@code longest} says how many there may be
 * @param who gave the answer and when, where that differs from the line of the part
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
    @Nullable Past past,
    List<Attached> files,
    String who) {

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
    /** 継続・修正・達成・終了. */
    FATE,
    /** Shown, not asked. */
    FACT,
    STATEMENT,
    /** Pictures and papers. */
    FILES,
    /** Answered on the printed page only: signatures. */
    ON_PAPER
  }

  /**
   * A row.
   *
   * @param address field and row, for taking it away
   * @param title what the row is called: 目標 1
   * @param blank nobody has written in it yet
   * @param fate what becomes of a goal that was taken over; null for every other row
   * @param before what is said at the end of such a goal; blank for every other row
   * @param closed it is no goal of this sheet any more
   * @param past the goal as the sheet before has it, in lines
   */
  public record Row(
      String address,
      String title,
      List<QuestionView> cells,
      boolean blank,
      @Nullable QuestionView fate,
      List<QuestionView> before,
      boolean closed,
      List<String> past) {
    public Row {
      cells = List.copyOf(cells);
      before = List.copyOf(before);
      past = List.copyOf(past);
    }

    Row past(List<String> lines) {
      return new Row(address, title, cells, blank, fate, before, closed, lines);
    }

    /** Everything that is asked of it. */
    Stream<QuestionView> all() {
      return Stream.of(Stream.ofNullable(fate), before.stream(), cells.stream())
          .flatMap(each -> each);
    }
  }

  /**
   * Last year's answer.
   *
   * @param copies whether it may start this year's
   */
  public record Past(List<String> lines, boolean copies) {}

  static QuestionView of(Kind kind, FieldView field) {
    return new QuestionView(
        kind, field, 0, List.of(), List.of(), List.of(), List.of(), null, null, List.of(), "");
  }

  QuestionView longest(int characters) {
    return new QuestionView(
        kind, field, characters, options, boxes, rows, texts, two, past, files, who);
  }

  QuestionView options(List<Option> offered) {
    return new QuestionView(
        kind, field, longest, offered, boxes, rows, texts, two, past, files, who);
  }

  QuestionView boxes(List<FieldView> both) {
    return new QuestionView(
        kind, field, longest, options, both, rows, texts, two, past, files, who);
  }

  QuestionView rows(List<Row> all) {
    return new QuestionView(
        kind, field, longest, options, boxes, all, texts, two, past, files, who);
  }

  QuestionView texts(List<String> paragraphs) {
    return new QuestionView(
        kind, field, longest, options, boxes, rows, paragraphs, two, past, files, who);
  }

  QuestionView two(@Nullable TwoTexts texts) {
    return new QuestionView(
        kind, field, longest, options, boxes, rows, this.texts, texts, past, files, who);
  }

  QuestionView past(@Nullable Past before) {
    return new QuestionView(
        kind, field, longest, options, boxes, rows, texts, two, before, files, who);
  }

  QuestionView files(List<Attached> there) {
    return new QuestionView(
        kind, field, longest, options, boxes, rows, texts, two, past, List.copyOf(there), who);
  }

  QuestionView who(String gave) {
    return new QuestionView(
        kind, field, longest, options, boxes, rows, texts, two, past, files, gave);
  }

  /** What is chosen here is sent beside the texts under this name. */
  public String fileName() {
    return "file." + field.name().substring("answer.".length());
  }

  /** What the button beside a file says, so that it is taken away. */
  public String without(Attached file) {
    return field.name().substring("answer.".length()) + "." + file.id();
  }

  /** Whether one more file fits. */
  public boolean room() {
    return files.size() < longest;
  }
}
