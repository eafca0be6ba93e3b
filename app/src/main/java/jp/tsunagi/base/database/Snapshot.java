package jp.tsunagi.base.database;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postgresql.PGConnection;

/**
 * Everything in a database as it stood at one moment, while the program goes on writing. Read by
 * somebody whom row level security does not hold: the superuser of the embedded database, or a role
 * with BYPASSRLS.
 */
public final class Snapshot implements AutoCloseable {
  private static final int FETCHED = 1_000;

  private final Connection connection;

  private Snapshot(Connection connection) {
    this.connection = connection;
  }

  /**
   * The database as it is now.
   *
   * @throws InstallationRefused when it cannot be reached, or this user would not see every row
   */
  public static Snapshot of(String url, String user, String password) {
    try {
      Connection connection = DriverManager.getConnection(url, user, password);
      Snapshot snapshot = new Snapshot(connection);
      if (!snapshot.seesEverything()) {
        snapshot.close();
        throw new InstallationRefused(InstallationRefused.Reason.BYPASS, url, user);
      }
      snapshot.begin();
      return snapshot;
    } catch (SQLException e) {
      throw InstallationRefused.of(url, e);
    }
  }

  /**
   * First the locks, then the moment: a migration that rewrites a table meanwhile would leave it
   * empty to whoever looks at an earlier moment. By one worker: the program that runs needs the
   * others.
   */
  private void begin() throws SQLException {
    List<String> names = tables().stream().map(StoredTable::name).toList();
    try (var setting = connection.createStatement()) {
      setting.execute("set max_parallel_workers_per_gather = 0; set synchronize_seqscans = off");
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      setting.execute("lock table " + String.join(", ", names) + " in access share mode");
    }
  }

  private boolean seesEverything() throws SQLException {
    return first("select rolsuper or rolbypassrls from pg_roles where rolname = current_user", "")
        .equals("t");
  }

  /** The version of the schema, as Flyway numbers it. */
  public String schemaVersion() {
    return ask(
        "select version from infra.flyway_schema_history where success and version is not null"
            + " order by installed_rank desc limit 1");
  }

  /** Which life of the database this is, from 1. */
  public int incarnation() {
    return Integer.parseInt(ask("select incarnation from infra.installation"));
  }

  /** The months that have tables of their own in the trace, as {@code yyyyMM}. */
  public List<String> months() {
    return lines(
        "select right(relname, 6) from pg_class where relname ~ '^audit_event_[0-9]{6}$'"
            + " and relispartition order by 1");
  }

  /** The newest seal of each municipality. */
  public List<Head> heads() {
    return heads(connection);
  }

  static List<Head> heads(Connection connection) {
    String sql =
        """
        select distinct on (tenant_id) tenant_id, (to_transaction >> 48) + 1, number, encode(hash, 'hex')
        from audit_seal order by tenant_id, number desc
        """;
    try (var asking = connection.createStatement();
        ResultSet rows = asking.executeQuery(sql)) {
      List<Head> heads = new ArrayList<>();
      while (rows.next()) {
        heads.add(new Head(rows.getInt(1), rows.getInt(2), rows.getLong(3), rows.getString(4)));
      }
      return heads;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The end of what is sealed of the trace.
   *
   * @param tenant the municipality
   * @param incarnation the life of the database in which the seal was made
   * @param seal its newest seal
   * @param hash of that seal, in hexadecimal
   */
  public record Head(int tenant, int incarnation, long seal, String hash) {}

  /** Every table but those that hold nothing longer than a session lasts. */
  public List<StoredTable> tables() {
    return StoredTable.all(connection);
  }

  /**
   * Copies a table out, in the text format of COPY.
   *
   * @return how many rows there are
   */
  public long copy(StoredTable table, OutputStream out) {
    try {
      return connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyOut(
              "copy (select %s from %s) to stdout".formatted(table.columnList(), table.name()),
              out);
    } catch (SQLException e) {
      throw new IllegalStateException(table.name(), e);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private String ask(String sql) {
    try {
      return first(sql, "");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private String first(String sql, String none) throws SQLException {
    try (var asking = connection.createStatement();
        ResultSet row = asking.executeQuery(sql)) {
      return row.next() ? Optional.ofNullable(row.getString(1)).orElse(none) : none;
    }
  }

  private List<String> lines(String sql) {
    try (var asking = connection.createStatement()) {
      asking.setFetchSize(FETCHED);
      List<String> lines = new ArrayList<>();
      try (ResultSet rows = asking.executeQuery(sql)) {
        while (rows.next()) {
          lines.add(rows.getString(1));
        }
      }
      return lines;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
