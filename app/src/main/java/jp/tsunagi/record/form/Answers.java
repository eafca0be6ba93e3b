package jp.tsunagi.record.form;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The answers of one part, or the cells of one row, by field key. Immutable; a field that is absent
 * was not asked.
 */
public record Answers(SortedMap<String, Answer> byField) {
  public static final Answers NONE = new Answers(new TreeMap<>());
  static final SortedMap<String, Answers> NO_ROWS = Collections.emptySortedMap();

  public Answers {
    byField = Collections.unmodifiableSortedMap(new TreeMap<>(byField));
  }

  public Answer at(String field) {
    return byField.getOrDefault(field, new Answer.NotAsked());
  }

  /** Whether nothing was answered; わからない and 答えたくない are answers. */
  public boolean isBlank() {
    return byField.values().stream()
        .allMatch(answer ->
            switch (answer) {
              case Answer.NotAsked _, Answer.Empty _ -> true;
              case Answer.Rows rows -> rows.byId().values().stream().allMatch(Answers::isBlank);
              default -> false;
            });
  }

  /**
   * The answer at an address; for a row the rows with that row alone, not asked when it is absent.
   */
  public Answer at(Address address) {
    var row = address.row();
    var column = address.column();
    var answer = at(address.field());
    if (row == null) {
      return answer;
    }
    if (!(answer instanceof Answer.Rows rows) || !rows.byId().containsKey(row)) {
      return new Answer.NotAsked();
    }
    return column == null ? onlyRow(row, rows.row(row)) : rows.row(row).at(column);
  }

  static Answer.Rows onlyRow(String row, Answers cells) {
    var rows = new TreeMap<String, Answers>();
    rows.put(row, cells);
    return new Answer.Rows(rows);
  }

  /**
   * These answers with one changed. {@link Answer.NotAsked} takes it away. A cell brings its row
   * into being. Changes at addresses that do not overlap commute.
   */
  public Answers with(Address address, Answer answer) {
    var row = address.row();
    if (row == null) {
      return put(address.field(), answer);
    }
    var column = address.column();
    if (column == null) {
      return answer instanceof Answer.Rows rows && rows.byId().containsKey(row)
          ? withRow(address.field(), row, rows.row(row))
          : withoutRow(address.field(), row);
    }
    return withRow(address.field(), row, row(address.field(), row).put(column, answer));
  }

  /** The cells of one row; none when the row is absent. */
  public Answers row(String field, String row) {
    return at(field) instanceof Answer.Rows rows ? rows.row(row) : NONE;
  }

  public Answers withRow(String field, String row, Answers cells) {
    var rows = rowsOf(field);
    rows.put(row, cells);
    return put(field, new Answer.Rows(rows));
  }

  /** Without one row; the table stays, be it empty. */
  public Answers withoutRow(String field, String row) {
    var rows = rowsOf(field);
    return rows.remove(row) == null ? this : put(field, new Answer.Rows(rows));
  }

  /** Without the rows in which nothing was said, as a part should be before it is final. */
  public Answers withoutEmptyRows() {
    var tidy = new TreeMap<String, Answer>(byField);
    tidy.replaceAll((field, answer) -> answer instanceof Answer.Rows rows ? said(rows) : answer);
    return new Answers(tidy);
  }

  private static Answer said(Answer.Rows rows) {
    var said = new TreeMap<String, Answers>(rows.byId());
    said.values().removeIf(cells -> cells.byField().values().stream().noneMatch(Answer::given));
    return said.isEmpty() ? new Answer.Empty() : new Answer.Rows(said);
  }

  /**
   * Every answer by its address: fields, cells, and each row itself as an empty mark of its being.
   */
  public SortedMap<Address, Answer> leaves() {
    var leaves = new TreeMap<Address, Answer>();
    byField.forEach((field, answer) -> {
      if (answer instanceof Answer.Rows(var rows)) {
        leaves.put(Address.of(field), new Answer.Rows(NO_ROWS));
        rows.forEach((row, cells) -> leaves(field, row, cells, leaves));
      } else {
        leaves.put(Address.of(field), answer);
      }
    });
    return leaves;
  }

  private static void leaves(
      String field, String row, Answers cells, SortedMap<Address, Answer> leaves) {
    leaves.put(Address.row(field, row), new Answer.Rows(NO_ROWS));
    cells
        .byField()
        .forEach((column, answer) -> leaves.put(Address.cell(field, row, column), answer));
  }

  /** The answers that have these leaves; the order of addresses puts a table before its cells. */
  public static Answers ofLeaves(SortedMap<Address, Answer> leaves) {
    var answers = NONE;
    for (var leaf : leaves.entrySet()) {
      var at = leaf.getKey();
      var row = at.row();
      answers =
          at.isRow() && row != null
              ? answers.withRow(at.field(), row, answers.row(at.field(), row))
              : answers.with(at, leaf.getValue());
    }
    return answers;
  }

  private SortedMap<String, Answers> rowsOf(String field) {
    return at(field) instanceof Answer.Rows rows ? new TreeMap<>(rows.byId()) : new TreeMap<>();
  }

  private Answers put(String field, Answer answer) {
    var changed = new TreeMap<String, Answer>(byField);
    if (answer instanceof Answer.NotAsked) {
      changed.remove(field);
    } else {
      changed.put(field, answer);
    }
    return new Answers(changed);
  }

  /** Canonical JSON, see {@link AnswersJson}. */
  public String json() {
    return AnswersJson.write(this);
  }

  public static Answers ofJson(String json) {
    return AnswersJson.read(json);
  }
}
