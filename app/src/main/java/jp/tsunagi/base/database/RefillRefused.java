package jp.tsunagi.base.database;

/** What was kept does not go into the tables; nothing of it stands. */
public final class RefillRefused extends RuntimeException {
  /**
   * @param table where it went wrong; empty when it was at the end
   */
  RefillRefused(String table) {
    super(table);
  }

  RefillRefused(String table, Exception cause) {
    super(table, cause);
  }
}
