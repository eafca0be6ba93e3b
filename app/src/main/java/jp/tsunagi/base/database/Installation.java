package jp.tsunagi.base.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.postgresql.core.Utils;

/** Brings a database to the schema of this program and makes the role that serves requests. */
public final class Installation {
  private static final int MONTHS_AHEAD = 14;

  private final DatabaseAddress address;

  public Installation(DatabaseAddress address) {
    this.address = address;
  }

  /**
   * Makes the role, migrates, adds the coming months to the trace.
   *
   * @throws IllegalStateException with words that say what the database's keeper must do
   */
  public void prepare(LocalDate today) {
    try (Connection connection = connect()) {
      makeRole(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(
          "The database "
              + address.url()
              + " cannot be prepared as "
              + address.ownerName()
              + ": it must exist, and this user must own it and may create roles ("
              + e.getMessage()
              + ")",
          e);
    }
    migrate();
    try (Connection connection = connect()) {
      addPartitions(connection, today);
    } catch (SQLException e) {
      throw new IllegalStateException("The trace cannot be kept for the coming months", e);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(address.url(), address.ownerName(), address.ownerPassword());
  }

  private void makeRole(Connection connection) throws SQLException {
    String name = Utils.escapeIdentifier(null, address.applicationName()).toString();
    String password = Utils.escapeLiteral(null, address.applicationPassword(), true).toString();
    boolean there;
    try (PreparedStatement query =
        connection.prepareStatement("select 1 from pg_roles where rolname = ?")) {
      query.setString(1, address.applicationName());
      there = query.executeQuery().next();
    }
    try (var statement = connection.createStatement()) {
      statement.execute(
          (there ? "alter role " : "create role ") + name + " login password '" + password + "'");
    }
  }

  private void migrate() {
    Flyway.configure()
        .dataSource(address.url(), address.ownerName(), address.ownerPassword())
        .locations("classpath:db/migration")
        .defaultSchema("infra")
        .createSchemas(true)
        .placeholders(Map.of("application_role", address.applicationName()))
        .load()
        .migrate();
  }

  private static void addPartitions(Connection connection, LocalDate today) throws SQLException {
    try (PreparedStatement call = connection.prepareStatement("call keep_audit_partitions(?, ?)")) {
      call.setObject(1, today.withDayOfMonth(1));
      call.setInt(2, MONTHS_AHEAD);
      call.execute();
    }
  }
}
