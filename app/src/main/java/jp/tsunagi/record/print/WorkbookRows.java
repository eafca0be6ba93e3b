package jp.tsunagi.record.print;

import java.util.List;
import jp.tsunagi.base.ui.CellText;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Worksheet;

/**
 * Rows of a workbook, one below the other, over twelve equal columns. A row is as high as its text:
 * programs do not work that out for joined cells.
 */
final class WorkbookRows {
  static final int COLUMNS = 12;
  static final double WIDTH = 8;
  private static final int LABEL = 3;
  private static final double LINE = 15;
  private static final double HIGHEST = 409;
  private static final String SHADE = "F0F0F0";

  private final Worksheet sheet;
  private int row;

  WorkbookRows(Worksheet sheet) {
    this.sheet = sheet;
  }

  void title(String text) {
    put(0, COLUMNS, text);
    sheet.style(row, 0).bold().fontSize(16).horizontalAlignment("center").set();
    sheet.rowHeight(row++, 28);
  }

  void centred(String text) {
    put(0, COLUMNS, text);
    sheet.style(row, 0).horizontalAlignment("center").set();
    sheet.rowHeight(row++, LINE);
  }

  void right(String text) {
    put(0, COLUMNS, text);
    sheet.style(row, 0).horizontalAlignment("right").set();
    sheet.rowHeight(row++, LINE);
  }

  void heading(String text) {
    sheet.rowHeight(row++, 8);
    put(0, COLUMNS, text);
    sheet.style(row, 0).bold().fontSize(12).set();
    sheet.rowHeight(row++, 20);
  }

  void bold(String text) {
    put(0, COLUMNS, text);
    sheet.style(row, 0).bold().set();
    sheet.rowHeight(row++, LINE + 3);
  }

  void plain(String text) {
    put(0, COLUMNS, text);
    sheet.style(row, 0).wrapText(true).verticalAlignment("top").set();
    sheet.rowHeight(row++, height(text, COLUMNS));
  }

  void labelled(String label, String text) {
    box(0, LABEL, label, true);
    box(LABEL, COLUMNS - LABEL, text, false);
    sheet.rowHeight(row++, Math.max(height(label, LABEL), height(text, COLUMNS - LABEL)));
  }

  /** A row of a table: its columns share the width; a label column is narrower. */
  void cells(List<String> cells, boolean head, boolean labelled, int[] widths) {
    double highest = LINE;
    int at = 0;
    for (int i = 0; i < cells.size(); i++) {
      box(at, widths[i], cells.get(i), head || (labelled && i == 0));
      highest = Math.max(highest, height(cells.get(i), widths[i]));
      at += widths[i];
    }
    sheet.rowHeight(row++, highest);
  }

  /** As wide as the table says, in twelfths; evenly where it says nothing. */
  static int[] widths(Paper.Grid grid) {
    List<Integer> shares = grid.shares();
    int[] widths = widths(grid.heads().size(), grid.labelled());
    if (shares.isEmpty() || shares.size() > COLUMNS) {
      return widths;
    }
    int all = shares.stream().mapToInt(Integer::intValue).sum();
    int left = COLUMNS;
    for (int i = 0; i < widths.length; i++) {
      int after = widths.length - 1 - i;
      int wanted = Math.max(1, Math.round((float) COLUMNS * shares.get(i) / all));
      widths[i] = after == 0 ? left : Math.min(wanted, left - after);
      left -= widths[i];
    }
    return widths;
  }

  /** Twelve columns shared among the cells; what does not fit evenly goes to the last ones. */
  static int[] widths(int cells, boolean labelled) {
    int[] widths = new int[cells];
    int first = labelled && cells > 1 ? 2 : 0;
    int rest = labelled && cells > 1 ? cells - 1 : cells;
    int left = COLUMNS - first;
    for (int i = 0; i < rest; i++) {
      int share = Math.max(1, left / (rest - i));
      widths[cells - rest + i] = share;
      left -= share;
    }
    if (first > 0) {
      widths[0] = first;
    }
    return widths;
  }

  private void box(int from, int columns, String text, boolean shaded) {
    put(from, columns, text);
    var style =
        sheet.range(row, from, row, from + columns - 1).style().borderStyle(BorderStyle.THIN);
    style.wrapText(true).verticalAlignment("top");
    (shaded ? style.fillColor(SHADE).bold() : style).set();
  }

  private void put(int from, int columns, String text) {
    sheet.value(row, from, CellText.of(text));
    if (columns > 1) {
      sheet.range(row, from, row, from + columns - 1).merge();
    }
  }

  /** Points for the lines the text takes in that many columns. */
  static double height(String text, int columns) {
    double room = columns * WIDTH - 1;
    double lines =
        text.lines().mapToDouble(line -> Math.max(1, Math.ceil(width(line) / room))).sum();
    return Math.min(HIGHEST, Math.max(1, lines) * LINE + 3);
  }

  /** In half-width characters. */
  private static double width(String line) {
    return line.codePoints()
        .mapToDouble(c -> c < 0x80 || (c >= 0xFF61 && c <= 0xFF9F) ? 1 : 2.05)
        .sum();
  }
}
