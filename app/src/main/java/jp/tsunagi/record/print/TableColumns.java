package jp.tsunagi.record.print;

import static jp.tsunagi.record.print.PrintWords.language;

import java.util.List;
import java.util.Optional;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.form.Field;

/**
 * 表の列: how the columns of a table stand on paper. As long as six fit, they stand side by side. Of
 * more, those that start anew each time (評価, 次の課題) stand below their row, across the page, when the
 * others then fit, or when there are too many even for a page that lies.
 *
 * @param beside columns side by side
 * @param below columns below each row
 */
record TableColumns(Field table, List<Field> beside, List<Field> below) {
  /** Too few to be a table of their own. */
  private static final int LEAST = 4;

  /** As many as a page that lies has room for. */
  private static final int LYING = 9;

  /** Characters of a field that takes a word: 続柄, 等級. */
  private static final int SHORT_WORD = 30;

  /** Rows left open for writing: of a plan of the week, and of every other table. */
  private static final int OPEN_SLOTS = 10;

  private static final int OPEN_ROWS = 2;

  /** The share of a column of long texts. */
  static final int LONG = 11;

  static TableColumns of(Field table) {
    List<Field> all = ofNow(table);
    List<Field> anew = table.head().carryOver() ? anew(all) : List.of();
    int rest = all.size() - anew.size();
    boolean split =
        all.size() > Paper.Grid.UPRIGHT
            && (rest >= LEAST && (rest <= Paper.Grid.UPRIGHT || all.size() > LYING));
    return split
        ? new TableColumns(table, all.subList(0, rest), anew)
        : new TableColumns(table, all, List.of());
  }

  /** Of this sheet alone: how the goals before them ended stands on the sheet before. */
  private static List<Field> ofNow(Field table) {
    return table.columns().stream()
        .filter(column -> !(column instanceof Field.RollForward))
        .filter(column -> column.head().ofBefore() == null)
        .toList();
  }

  /** The last columns, as far as they start anew. */
  private static List<Field> anew(List<Field> all) {
    int from = all.size();
    while (from > 0 && !all.get(from - 1).head().carryOver()) {
      from--;
    }
    return all.subList(from, all.size());
  }

  /** How many rows to leave open where nothing is written. */
  int open() {
    return isWeek() && table instanceof Field.Table(_, _, int most)
        ? Math.min(most, OPEN_SLOTS)
        : OPEN_ROWS;
  }

  /** 週間計画表: a word says when, and the days stand beside it. */
  private boolean isWeek() {
    return beside.size() > Paper.Grid.UPRIGHT
        && beside.stream().allMatch(column -> column instanceof Field.ShortText)
        && isWord(beside.getFirst());
  }

  /** The table; what is below a row stands there when it says something, or room is left for it. */
  Paper.Grid grid(String label, List<Answers> rows, boolean withRoom) {
    boolean any =
        withRoom
            || rows.stream()
                .anyMatch(row -> below.stream().anyMatch(column -> !text(column, row).isBlank()));
    return new Paper.Grid(
        Optional.of(label),
        beside.stream().map(TableColumns::label).toList(),
        rows.stream()
            .map(row -> beside.stream().map(column -> text(column, row)).toList())
            .toList(),
        isWeek(),
        beside.stream().map(TableColumns::share).toList(),
        below.isEmpty() || !any ? List.of() : rows.stream().map(this::below).toList());
  }

  private List<Paper.Grid.Cell> below(Answers row) {
    return below.stream()
        .map(column -> new Paper.Grid.Cell(label(column), text(column, row), share(column)))
        .toList();
  }

  private static String text(Field column, Answers row) {
    return AnswerWords.text(column, row.at(column.key()));
  }

  private static String label(Field field) {
    return field.head().label().in(language());
  }

  private static boolean isWord(Field column) {
    return column instanceof Field.ShortText(_, int max) && max <= SHORT_WORD;
  }

  /** How much of the width a column needs beside the others. */
  private static int share(Field column) {
    return switch (column) {
      case Field.Quantity _, Field.Score _, Field.Age _ -> 4;
      case Field.Choice _, Field.Choices _, Field.Date _ -> 6;
      case Field.ShortText _ when isWord(column) -> 5;
      case Field.LongText _ -> LONG;
      default -> 8;
    };
  }
}
