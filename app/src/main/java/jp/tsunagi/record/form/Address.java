package jp.tsunagi.record.form;

import org.jspecify.annotations.Nullable;

/**
 * Where in a part an answer stands: a field; a row of a table; or one cell of a row. The unit of
 * merging: two people writing at different addresses never disturb each other.
 */
public record Address(String field, @Nullable String row, @Nullable String column)
    implements Comparable<Address> {

  public Address {
    if (row == null && column != null) {
      throw new IllegalArgumentException("a cell needs its row");
    }
  }

  public static Address of(String field) {
    return new Address(field, null, null);
  }

  public static Address row(String field, String row) {
    return new Address(field, row, null);
  }

  public static Address cell(String field, String row, String column) {
    return new Address(field, row, column);
  }

  public boolean isRow() {
    return row != null && column == null;
  }

  /** Reads what {@link #toString()} writes; keys and row ids hold no dot. */
  public static Address parse(String text) {
    String[] parts = text.split("\\.", 3);
    return new Address(
        parts[0], parts.length > 1 ? parts[1] : null, parts.length > 2 ? parts[2] : null);
  }

  /** True when a change at one is also a change at the other: a field and its cells. */
  public boolean overlaps(Address other) {
    return field.equals(other.field) && agrees(row, other.row) && agrees(column, other.column);
  }

  private static boolean agrees(@Nullable String one, @Nullable String other) {
    return one == null || other == null || one.equals(other);
  }

  /** The parameter name in pages: {@code answer.field} or {@code answer.field.row.column}. */
  public String parameter() {
    return "answer." + this;
  }

  @Override
  public String toString() {
    return field + (row == null ? "" : "." + row) + (column == null ? "" : "." + column);
  }

  @Override
  public int compareTo(Address other) {
    int byField = field.compareTo(other.field);
    int byRow = byField != 0 ? byField : blank(row).compareTo(blank(other.row));
    return byRow != 0 ? byRow : blank(column).compareTo(blank(other.column));
  }

  private static String blank(@Nullable String text) {
    return text == null ? "" : text;
  }
}
