package jp.tsunagi.base.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import jp.tsunagi.postgres.EmbeddedPostgres;

/**
 * One real PostgreSQL for the whole test run; every test class gets a database of its own, copied
 * from a migrated template. Durability is off: nothing here outlives the run.
 */
public final class TestServer {
  private static final String OWNER = "tsunagi_owner";
  private static final String PASSWORD = "test";
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final TestServer INSTANCE = new TestServer();

  private final EmbeddedPostgres server;

  private TestServer() {
    server =
        EmbeddedPostgres.start(
            Path.of("target", "test-postgres"),
            List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off"),
            line -> {});
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    dropLeftovers();
    execute(
        "drop role if exists " + OWNER,
        "drop role if exists tsunagi_application",
        "create role " + OWNER + " login createrole password '" + PASSWORD + "'",
        "create database test_template owner " + OWNER);
    new Installation(address("test_template")).prepare(LocalDate.of(2026, 11, 1));
  }

  /** Databases of an earlier run would keep the roles from being made anew. */
  private void dropLeftovers() {
    try (Connection connection = server.connect("postgres");
        var statement = connection.createStatement();
        var names =
            statement.executeQuery(
                "select datname from pg_database where datname like 'test\\_%'")) {
      while (names.next()) {
        execute("drop database " + names.getString(1) + " with (force)");
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A fresh, migrated, empty database. */
  public static DatabaseAddress fresh() {
    return INSTANCE.copy();
  }

  private synchronized DatabaseAddress copy() {
    String name = "test_" + COUNT.incrementAndGet();
    execute(
        "drop database if exists " + name,
        "create database " + name + " template test_template owner " + OWNER);
    return address(name);
  }

  private DatabaseAddress address(String database) {
    return new DatabaseAddress(
        server.url(database), OWNER, PASSWORD, "tsunagi_application", PASSWORD);
  }

  /** The superuser's view of a database, to break things on purpose. */
  public static Connection superuser(DatabaseAddress address) throws SQLException {
    String name = address.url().substring(address.url().lastIndexOf('/') + 1);
    return INSTANCE.server.connect(name);
  }

  private void execute(String... statements) {
    try (Connection connection = server.connect("postgres");
        var statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
