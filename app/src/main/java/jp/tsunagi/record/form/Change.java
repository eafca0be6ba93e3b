package jp.tsunagi.record.form;

/** What became different at one address. A whole row that came or went is one change. */
public sealed interface Change {
  Address address();

  /** 加わった: answered for the first time, or a new row. */
  record Added(Address address, Answer after) implements Change {}

  /** なくなった: emptied, or a row taken away. */
  record Removed(Address address, Answer before) implements Change {}

  /** 変わった. */
  record Changed(Address address, Answer before, Answer after) implements Change {}
}
