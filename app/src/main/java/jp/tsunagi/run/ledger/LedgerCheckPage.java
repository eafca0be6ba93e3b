package jp.tsunagi.run.ledger;

import java.util.List;

/**
 * What would happen, row by row, before anything does.
 *
 * @param wrong how many rows are bad; {@code bad} shows the first of them
 * @param near rows that come in and may be somebody already on record
 * @param url takes the sound rows in
 * @param errors the bad rows as a file
 */
public record LedgerCheckPage(
    String name,
    int rows,
    int sound,
    int asked,
    int wrong,
    List<Bad> bad,
    List<Asked> near,
    List<Asked> families,
    List<String> programmes,
    String url,
    String errors) {
  /** Rows of one kind that are shown. */
  static final int SHOWN = 200;

  /** A row that stays outside. */
  public record Bad(int number, String name, String why) {}

  /** Whether there are more of something than are shown. */
  public boolean more(int all) {
    return all > SHOWN;
  }

  /** A row of a child with its guardian. */
  public record Asked(int number, String name, String birth, String guardian) {}
}
