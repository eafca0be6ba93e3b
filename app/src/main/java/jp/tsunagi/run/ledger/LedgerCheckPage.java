package jp.tsunagi.run.ledger;

import java.util.List;

/**
 * What would happen, row by row, before anything does.
 *
 * @param url takes the sound rows in
 * @param errors the bad rows as a file
 */
public record LedgerCheckPage(
    String name,
    int rows,
    int sound,
    int asked,
    List<Bad> bad,
    List<Asked> families,
    List<String> programmes,
    String url,
    String errors) {

  /** A row that stays outside. */
  public record Bad(int number, String name, String why) {}

  /** A family that has to be asked first. */
  public record Asked(int number, String name, String birth, String guardian) {}
}
