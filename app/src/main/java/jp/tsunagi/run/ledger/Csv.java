package jp.tsunagi.run.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * Comma or tab separated text as spreadsheets write it: quoted cells hold commas, line breaks and
 * doubled quotes.
 */
final class Csv {
  private final String text;
  private final char between;
  private final int mostRows;
  private final int mostCells;
  private final List<List<String>> rows = new ArrayList<>();
  private List<String> row = new ArrayList<>();
  private StringBuilder cell = new StringBuilder();
  private boolean quoted;

  private Csv(String text, int mostRows, int mostCells) {
    this.text = text;
    this.mostRows = mostRows;
    this.mostCells = mostCells;
    int firstLine = text.indexOf('\n') < 0 ? text.length() : text.indexOf('\n');
    this.between = text.substring(0, firstLine).indexOf('\t') >= 0 ? '\t' : ',';
  }

  /**
   * The rows of a text, up to so many; of each row the cells up to so many.
   *
   * @param mostRows what stands below is not read
   */
  static List<List<String>> rows(String text, int mostRows, int mostCells) {
    return new Csv(text, mostRows, mostCells).read();
  }

  private List<List<String>> read() {
    for (int at = 0; at < text.length() && rows.size() < mostRows; at++) {
      char c = text.charAt(at);
      boolean doubled = quoted && c == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"';
      if (doubled) {
        cell.append(c);
        at++;
      } else if (c == '"') {
        quoted = !quoted;
      } else {
        take(c);
      }
    }
    if ((!cell.isEmpty() || !row.isEmpty()) && rows.size() < mostRows) {
      endRow();
    }
    return rows;
  }

  private void take(char c) {
    if (quoted) {
      cell.append(c);
    } else if (c == between) {
      endCell();
    } else if (c == '\n') {
      endRow();
    } else if (c != '\r') {
      cell.append(c);
    }
  }

  private void endCell() {
    if (row.size() < mostCells) {
      row.add(cell.toString());
    }
    cell = new StringBuilder();
  }

  private void endRow() {
    boolean blank = row.isEmpty() && cell.isEmpty();
    endCell();
    rows.add(blank ? List.of() : row);
    row = new ArrayList<>();
  }
}
