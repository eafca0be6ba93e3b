package jp.tsunagi.people.staff;

import jp.tsunagi.base.database.Tx;

/**
 * How many are signed in, of all municipalities together: a number for whoever runs the program.
 */
public final class OpenSessions {
  private OpenSessions() {}

  /** Sessions that have neither ended nor been left alone too long. */
  public static long count(Tx tx) {
    return SessionSql.count(tx);
  }
}
