package jp.tsunagi.base.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.postgresql.core.Utils;

/** Brings a database to the schema of this program and makes the role that serves requests. */
public final class Installation {
  /** The oldest PostgreSQL whose rights of roles and row security the schema counts on. */
  private static final int OLDEST = 16;

  /** The first schema of which there are backups. */
  private static final MigrationVersion FIRST_KEPT = MigrationVersion.fromVersion("202611290834");

  private static final int MONTHS_AHEAD = 14;

  private final DatabaseAddress address;

  public Installation(DatabaseAddress address) {
    this.address = address;
  }

  /**
   * Makes the role, migrates, adds the coming months to the trace.
   *
   * @throws InstallationRefused when this database cannot be used, with the reason
   */
  public void prepare(LocalDate today) {
    prepare(MigrationVersion.LATEST);
    try (Connection connection = connect()) {
      noteSchema(connection);
      addPartitions(connection, today, MONTHS_AHEAD);
    } catch (SQLException e) {
      throw InstallationRefused.of(address.url(), e);
    }
  }

  private void prepare(MigrationVersion version) {
    try (Connection connection = connect()) {
      check(connection);
      makeRole(connection);
    } catch (SQLException e) {
      throw InstallationRefused.of(address.url(), e);
    }
    try {
      flyway(version).migrate();
    } catch (FlywayException e) {
      throw InstallationRefused.of(address.url(), e);
    }
  }

  /**
   * Brings an empty database to the schema of an earlier day, to be filled with what was kept then.
   *
   * @param version as {@link Snapshot#schemaVersion} gave it
   * @throws InstallationRefused when there is something in the database, or this program does not
   *     know the schema
   */
  public void prepareEmpty(String version) {
    MigrationVersion wanted = MigrationVersion.fromVersion(version);
    try (Connection connection = connect()) {
      check(connection);
      isEmpty(connection);
      servesNobodyElse(connection);
    } catch (SQLException e) {
      throw InstallationRefused.of(address.url(), e);
    }
    if (wanted.compareTo(FIRST_KEPT) < 0
        || Stream.of(flyway(wanted).info().all())
            .noneMatch(known -> wanted.equals(known.getVersion()))) {
      throw new InstallationRefused(
          InstallationRefused.Reason.UNKNOWN_SCHEMA, address.url(), version);
    }
    prepare(wanted);
    // whoever looks in meanwhile finds it closed
    ask(
        "update infra.installation set restored_at = now(), opened_at = null returning"
            + " incarnation");
  }

  private void isEmpty(Connection connection) throws SQLException {
    try (var query = connection.createStatement();
        var table =
            query.executeQuery(
                "select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                    + " where n.nspname in ('public', 'infra') and c.relkind in ('r', 'p')"
                    + " limit 1")) {
      if (table.next()) {
        throw new InstallationRefused(
            InstallationRefused.Reason.FILLED, address.url(), table.getString(1));
      }
    }
  }

  /** Setting another password would lock a program out that runs on the same server. */
  private void servesNobodyElse(Connection owner) throws SQLException {
    if (isRole(owner)) {
      servesUs();
    }
  }

  /**
   * Looks whether the role that serves requests has the password that our secret gives it.
   *
   * @throws InstallationRefused when it serves somebody else, or there is none
   */
  public void servesUs() {
    try (Connection served =
        DriverManager.getConnection(
            address.url(), address.applicationName(), address.applicationPassword())) {
      served.getMetaData();
    } catch (SQLException e) {
      throw new InstallationRefused(
          InstallationRefused.Reason.ROLE, address.url(), address.applicationName());
    }
  }

  /**
   * Whether the program may serve from this database: it may not while what came out of a backup
   * waits to be looked at.
   */
  public boolean isOpen() {
    return ask("select (opened_at is not null)::text from infra.installation").equals("true");
  }

  /** Statistics of everything that is there, so that plans know how large it is. */
  public void analyse() {
    try (Connection connection = connect();
        var statement = connection.createStatement()) {
      statement.execute("analyze");
    } catch (SQLException e) {
      throw InstallationRefused.of(address.url(), e);
    }
  }

  /** Which life of the database this is, from 1. */
  public int incarnation() {
    return Integer.parseInt(ask("select incarnation from infra.installation"));
  }

  /** Lets the program serve from a database that came out of a backup. */
  public void open() {
    ask(
        "update infra.installation set opened_at = coalesce(opened_at, now()) returning"
            + " incarnation");
  }

  private String ask(String sql) {
    try (Connection connection = connect();
        var query = connection.createStatement();
        var row = query.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      throw InstallationRefused.of(address.url(), e);
    }
  }

  private void check(Connection connection) throws SQLException {
    int version = connection.getMetaData().getDatabaseMajorVersion();
    if (version < OLDEST) {
      throw new InstallationRefused(
          InstallationRefused.Reason.TOO_OLD, address.url(), String.valueOf(version));
    }
    try (var query = connection.createStatement();
        var answer = query.executeQuery("show server_encoding")) {
      answer.next();
      if (!answer.getString(1).equals("UTF8")) {
        throw new InstallationRefused(
            InstallationRefused.Reason.ENCODING, address.url(), answer.getString(1));
      }
    }
    try (var query = connection.createStatement();
        var answer =
            query.executeQuery("select extversion from pg_extension where extname = 'citus'")) {
      if (answer.next()) {
        throw new InstallationRefused(
            InstallationRefused.Reason.DISTRIBUTED, address.url(), answer.getString(1));
      }
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(address.url(), address.ownerName(), address.ownerPassword());
  }

  private void makeRole(Connection connection) throws SQLException {
    String name = Utils.escapeIdentifier(null, address.applicationName()).toString();
    String password = Utils.escapeLiteral(null, address.applicationPassword(), true).toString();
    boolean there = isRole(connection);
    try (var statement = connection.createStatement()) {
      statement.execute(
          (there ? "alter role " : "create role ") + name + " login password '" + password + "'");
    }
  }

  private boolean isRole(Connection connection) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select 1 from pg_roles where rolname = ?")) {
      query.setString(1, address.applicationName());
      return query.executeQuery().next();
    }
  }

  private Flyway flyway(MigrationVersion version) {
    return Flyway.configure()
        .dataSource(address.url(), address.ownerName(), address.ownerPassword())
        .locations("classpath:db/migration")
        .defaultSchema("infra")
        .createSchemas(true)
        .placeholders(Map.of("application_role", address.applicationName()))
        .target(version)
        .load();
  }

  /** The serving role cannot read the history itself. */
  private static void noteSchema(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(
          "update infra.installation set schema_version ="
              + " (select max(version) from infra.flyway_schema_history where success)");
    }
  }

  /** A table of the trace for each of so many months; those that are there stay as they are. */
  static void addPartitions(Connection connection, LocalDate first, int months)
      throws SQLException {
    try (PreparedStatement call = connection.prepareStatement("call keep_audit_partitions(?, ?)")) {
      call.setObject(1, first.withDayOfMonth(1));
      call.setInt(2, months);
      call.execute();
    }
  }
}
