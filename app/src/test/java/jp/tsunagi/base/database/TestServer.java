package jp.tsunagi.base.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import jp.tsunagi.postgres.EmbeddedPostgres;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * One real PostgreSQL for each of the programs that tests run in; every test class gets a database
 * of its own, copied from a migrated template. Durability is off: nothing here outlives the run.
 */
public final class TestServer {
  private static final String OWNER = "tsunagi_owner";
  private static final String PASSWORD = "test";
  private static final AtomicInteger COUNT = new AtomicInteger();

  /** Kept open for as long as this program runs: what is collected would let go of its lock. */
  private static final List<FileChannel> HELD = new ArrayList<>();

  private static final TestServer INSTANCE = new TestServer();

  private final EmbeddedPostgres server;

  private TestServer() {
    server =
        EmbeddedPostgres.start(
            folder(),
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

  /** The first folder no other program of this run works in; held until this one ends. */
  private static Path folder() {
    for (int number = 1; ; number++) {
      Path folder = Path.of("target", "test-postgres-" + number);
      if (isTaken(folder)) {
        return folder;
      }
    }
  }

  private static boolean isTaken(Path folder) {
    try {
      FileChannel file =
          FileChannel.open(
              folder.resolveSibling(folder.getFileName() + ".lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      if (file.tryLock() == null) {
        file.close();
        return false;
      }
      HELD.add(file);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  /** A fresh database without a schema. */
  public static DatabaseAddress empty() {
    return INSTANCE.create();
  }

  private synchronized DatabaseAddress create() {
    String name = "test_" + COUNT.incrementAndGet();
    execute("drop database if exists " + name, "create database " + name + " owner " + OWNER);
    return address(name);
  }

  /** Everything in a database as it is now. */
  public static Snapshot snapshot(DatabaseAddress address) {
    return Snapshot.of(
        address.url(), EmbeddedPostgres.SUPERUSER, INSTANCE.server.superuserPassword());
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

  /** The same for a program without row level security; one connection, for one thread. */
  public static DataSource superuserSource(DatabaseAddress address) {
    try {
      return new SingleConnectionDataSource(superuser(address), true);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
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
