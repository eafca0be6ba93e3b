package jp.tsunagi.postgres;

/**
 * The embedded PostgreSQL could not be unpacked, started or stopped; the message says what to do.
 */
public final class PostgresFailure extends RuntimeException {
  PostgresFailure(String message) {
    super(message);
  }

  PostgresFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
