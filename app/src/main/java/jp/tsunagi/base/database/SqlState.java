package jp.tsunagi.base.database;

import java.sql.SQLException;
import java.util.Optional;

/** What the database calls a failure: five letters or digits, and nothing of any row. */
public final class SqlState {
  private SqlState() {}

  /** Of a failure itself, not of its causes; empty where it is none of the database. */
  public static Optional<String> of(Throwable failure) {
    return failure instanceof SQLException sql
        ? Optional.ofNullable(sql.getSQLState()).filter(state -> state.matches("[0-9A-Z]{5}"))
        : Optional.empty();
  }
}
