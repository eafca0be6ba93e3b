package jp.tsunagi.base.database;

import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What was kept does not go into the tables; nothing of it stands. */
public final class RefillRefused extends RuntimeException {
  private final String why;

  /**
   * @param table that is not the same in the backup and in this schema
   */
  RefillRefused(String table) {
    super(table);
    this.why = "";
  }

  /**
   * @param table where it went wrong; empty when it was at the end
   */
  RefillRefused(String table, SQLException cause) {
    super(table, cause);
    this.why = words(cause);
  }

  /** The database's own words, without the row that they are about. */
  public String why() {
    return why;
  }

  private static String words(SQLException cause) {
    return Optional.of(cause)
        .filter(PSQLException.class::isInstance)
        .map(it -> ((PSQLException) it).getServerErrorMessage())
        .map(ServerErrorMessage::getMessage)
        .map(words -> words + " (" + cause.getSQLState() + ")")
        .orElseGet(() -> String.valueOf(cause.getSQLState()));
  }
}
