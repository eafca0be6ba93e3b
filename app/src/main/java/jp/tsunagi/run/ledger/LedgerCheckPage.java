package jp.tsunagi.run.ledger;

import java.util.List;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.PagerView;
import org.jspecify.annotations.Nullable;

/**
 * What would happen, row by row, before anything does.
 *
 * @param name of the file
 * @param sum how the rows add up, in words
 * @param notes columns that are not read or not there, names that are nobody's
 * @param tabs the kinds of rows with how many there are; the one shown is current
 * @param hint what happens to the rows shown
 * @param heads of the columns behind the number of the row and the name
 * @param url takes the sound rows in
 * @param errors the bad rows as a file; null where there are none
 * @param take the words of the button; null where there is nothing to take in
 */
public record LedgerCheckPage(
    String name,
    List<Count> counts,
    String sum,
    List<String> notes,
    List<Link> tabs,
    String hint,
    List<String> heads,
    List<Row> rows,
    PagerView pager,
    String url,
    @Nullable String errors,
    @Nullable String take) {
  /** Rows on a page. */
  static final int SHOWN = 100;

  /** How many rows of a kind. */
  public record Count(String kind, int rows) {}

  /**
   * A row.
   *
   * @param wrong whether its last cell says what has to change
   * @param child the child it is or may be, where the reader knows it
   */
  public record Row(
      int number, String name, List<String> cells, boolean wrong, @Nullable Link child) {}
}
