package jp.tsunagi.run.ledger;

import java.util.List;

/** Families of the ledger whose consent is not on file yet. */
public record FamiliesPage(List<Row> rows) {
  /**
   * A family.
   *
   * @param answered where it is noted that the family has answered
   */
  public record Row(
      String child,
      String kana,
      String birth,
      String guardian,
      String phone,
      String programmes,
      String answered) {}
}
