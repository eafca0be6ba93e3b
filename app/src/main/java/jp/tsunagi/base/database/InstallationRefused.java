package jp.tsunagi.base.database;

import java.sql.SQLException;

/** The database that was named cannot be used; its keeper has to do something. */
public final class InstallationRefused extends RuntimeException {
  private final Reason reason;
  private final String address;

  /** What is the matter. */
  public enum Reason {
    /** Nobody answers there, or the address is none. */
    UNREACHABLE,
    /** The user is not let in. */
    PASSWORD,
    /** The server is there, the database is not. */
    MISSING,
    /** A version before 16. */
    TOO_OLD,
    /** Not UTF-8: names would be lost. */
    ENCODING,
    /** With the extension of a distributed engine, on which the schema cannot be made yet. */
    DISTRIBUTED,
    /** The user may not make tables, or not the role that serves requests. */
    RIGHTS,
    /** The user does not see every row: neither superuser nor BYPASSRLS. */
    BYPASS,
    /** There is something in it already. */
    FILLED,
    /** Its schema is none that this program knows. */
    UNKNOWN_SCHEMA,
    /** The role that serves requests is there and has another password: it serves somebody else. */
    ROLE,
    /** Anything else, in the database's own words. */
    OTHER
  }

  InstallationRefused(Reason reason, String address, String detail) {
    super(detail);
    this.reason = reason;
    this.address = address;
  }

  private InstallationRefused(Reason reason, String address, Exception cause) {
    super(cause.getMessage(), cause);
    this.reason = reason;
    this.address = address;
  }

  static InstallationRefused of(String address, Exception failure) {
    return new InstallationRefused(reason(failure), address, failure);
  }

  private static Reason reason(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof SQLException sql && sql.getSQLState() != null) {
        return reason(sql.getSQLState());
      }
    }
    return Reason.OTHER;
  }

  private static Reason reason(String state) {
    return switch (state) {
      case "28P01", "28000" -> Reason.PASSWORD;
      case "3D000" -> Reason.MISSING;
      case "42501" -> Reason.RIGHTS;
      default -> state.startsWith("08") ? Reason.UNREACHABLE : Reason.OTHER;
    };
  }

  public Reason reason() {
    return reason;
  }

  /** The address as it was given. */
  public String address() {
    return address;
  }

  /** The version, the encoding, or the database's own words. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
