package jp.tsunagi.run.ledger;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A ledger as it was read: its rows by column, empty ones left out.
 *
 * @param rows in their order
 * @param leftOut heads of the file that are not read
 * @param absent columns that the file has not
 */
record Sheet(List<Line> rows, List<String> leftOut, List<Column> absent) {
  Sheet {
    rows = List.copyOf(rows);
    leftOut = List.copyOf(leftOut);
    absent = List.copyOf(absent);
  }

  /**
   * A row of the file.
   *
   * @param number as the program that wrote the file shows it, from 1
   */
  record Line(int number, Map<Column, String> cells) {
    Line {
      cells = Map.copyOf(cells);
    }

    String text(Column column) {
      return cells.getOrDefault(column, "");
    }

    boolean isEmpty() {
      return cells.values().stream().allMatch(String::isBlank);
    }
  }

  /** Why a file is no ledger. */
  sealed interface Unreadable {
    /** No file was chosen, or there is nothing in it. */
    record Nothing() implements Unreadable {}

    /** Neither a workbook nor text in an encoding known here. */
    record NoLedger() implements Unreadable {}

    /** No row has the heads that are needed. */
    record HeadsMissing(List<Column> columns) implements Unreadable {}

    /** Heads and nothing below. */
    record Empty() implements Unreadable {}

    /** More rows than are taken at once. */
    record TooLong(int most) implements Unreadable {}

    /** A workbook that becomes larger when it is unpacked than any ledger. */
    record TooMuch() implements Unreadable {}

    /** Another ledger is being looked at. */
    record Busy() implements Unreadable {}

    /** More rows than this person may have compared on a day. */
    record Spent(int rows, int budget, int used) implements Unreadable {}
  }

  /** What came of reading a file. */
  sealed interface Outcome {
    record Read(Sheet sheet) implements Outcome {}

    record Refused(Unreadable why) implements Outcome {}
  }

  /** Which column stands where. */
  static Map<Column, Integer> heads(List<String> cells) {
    Map<Column, Integer> places = new EnumMap<>(Column.class);
    for (int at = 0; at < cells.size(); at++) {
      int place = at;
      Column.of(cells.get(at)).ifPresent(column -> places.putIfAbsent(column, place));
    }
    return places;
  }
}
