package jp.tsunagi.view.overview;

import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.base.ui.ListFile.Cell;
import jp.tsunagi.base.ui.StatusView;
import jp.tsunagi.view.overview.Narrowing.Column;
import jp.tsunagi.view.overview.Narrowing.Order;
import jp.tsunagi.view.overview.WorkListPage.Head;
import org.jspecify.annotations.Nullable;

/** The columns of a hub's list, on the screen and in the file. */
record WorkListColumns(WorkList list, Narrowing asked, LocalDate today) {

  /** The columns between the birth date and the state, with what each is ordered by. */
  private Map<String, @Nullable Column> between() {
    return between(list);
  }

  /** What a list can be ordered by. */
  static Set<Column> orders(WorkList list) {
    return Stream.concat(
            Stream.of(Column.KANA, Column.BIRTH),
            between(list).values().stream().flatMap(Stream::ofNullable))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Map<String, @Nullable Column> between(WorkList list) {
    Map<String, @Nullable Column> columns = new LinkedHashMap<>();
    switch (list) {
      case PARTICIPANTS, UNWRITTEN -> {
        columns.put("programme", Column.DETAIL);
        columns.put("incharge", Column.INCHARGE);
        columns.put("joined", Column.SINCE);
      }
      case CONSENTS -> columns.put("begun", Column.SINCE);
      case ENTERING -> {
        columns.put("present", Column.DETAIL);
        columns.put("goes", null);
        columns.put("incharge", Column.INCHARGE);
      }
      case RECEIPTS -> {
        columns.put("receiver", Column.DETAIL);
        columns.put("offered", Column.SINCE);
      }
    }
    return columns;
  }

  List<Head> heads() {
    List<Head> heads = new ArrayList<>();
    heads.add(head("name", Column.KANA));
    heads.add(head("grade", null));
    heads.add(head("birth", Column.BIRTH));
    between().forEach((name, column) -> heads.add(head(name, column)));
    heads.add(head("state", null));
    heads.add(head("next", null));
    return heads;
  }

  private Head head(String name, @Nullable Column column) {
    Order order = asked.order();
    return new Head(
        t("overview.head." + name),
        column == null ? null : asked.ordered(order.pressed(column)).url(list),
        column != order.column() ? null : order.down() ? "descending" : "ascending");
  }

  /** Heads of the file. */
  List<String> fileHeads() {
    return Stream.of(
            Stream.of("name", "kana", "grade", "birth"),
            between().keySet().stream(),
            Stream.of("state", "since"))
        .flatMap(names -> names)
        .map(name -> t("overview.head." + name))
        .toList();
  }

  /** A line of the file: days as days. */
  List<Cell> fileCells(WorkListRow row, @Nullable StatusView status) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of(Wording.plain(row.name())));
    cells.add(Cell.of(row.name().familyKana() + " " + row.name().givenKana()));
    cells.add(Cell.of(Wording.say(row.grade(today).words())));
    cells.add(Cell.of(row.birthDate()));
    between()
        .forEach((name, column) ->
            cells.add(column == Column.SINCE ? Cell.of(row.since()) : Cell.of(cell(row, name))));
    cells.add(Cell.of(status == null ? null : status.word()));
    cells.add(Cell.of(list.ofProgrammes() ? row.plan().since() : row.since()));
    return cells;
  }

  List<String> cells(WorkListRow row) {
    return between().keySet().stream().map(name -> cell(row, name)).toList();
  }

  private String cell(WorkListRow row, String name) {
    LocalDate since = row.since();
    return switch (name) {
      case "incharge" -> row.inCharge() == null ? "" : row.inCharge();
      case "goes" -> goes(row);
      case "joined", "begun", "offered" -> since == null ? "" : Wording.full(since);
      default -> row.detail();
    };
  }

  private String goes(WorkListRow row) {
    return row.coming() == null ? t("overview.goes." + stage(row)) : row.coming();
  }

  private String stage(WorkListRow row) {
    return row.grade(today).level() < 1 ? "PRIMARY" : "LOWER";
  }
}
