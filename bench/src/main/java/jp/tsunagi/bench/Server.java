package jp.tsunagi.bench;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The database server of a city's folder, while the program runs on it; seen as superuser. */
final class Server {
  /** As whom the program serves requests. */
  static final String APPLICATION = "tsunagi_application";

  private static final String DATABASE = "tsunagi";
  private static final String SUPERUSER = "postgres";
  private static final String PREFIX = "log_line_prefix";
  private static final String STATEMENTS = "log_statement";
  private static final List<String> WRITTEN = List.of(PREFIX, STATEMENTS);
  private static final Duration RELOADED = Duration.ofSeconds(10);

  /** How the program's own connections are set up (DatabaseConfiguration of the program). */
  private static final String AS_THE_PROGRAM =
      "-c statement_timeout=30000 -c plan_cache_mode=force_generic_plan";

  private final long postmaster;
  private final String url;
  private final String password;
  private final Path log;

  private Server(long postmaster, String url, String password, Path log) {
    this.postmaster = postmaster;
    this.url = url;
    this.password = password;
    this.log = log;
  }

  /** Of a data folder whose program runs. */
  static Server of(Path folder) {
    Path home = folder.resolve("postgres");
    try {
      List<String> lines = Files.readAllLines(home.resolve("cluster/postmaster.pid"));
      return new Server(
          Long.parseLong(lines.get(0).strip()),
          "jdbc:postgresql://127.0.0.1:" + lines.get(3).strip() + "/" + DATABASE,
          Files.readString(home.resolve("superuser.password")).strip(),
          home.resolve("postgres.log"));
    } catch (IOException e) {
      throw new BenchRefused(e, "nodatabase", folder);
    }
  }

  long postmaster() {
    return postmaster;
  }

  /** A connection that sees and may do everything. */
  Connection connect() throws SQLException {
    return DriverManager.getConnection(url, SUPERUSER, password);
  }

  /** A connection like those of the program: same rights, same plans, prepared as soon. */
  Connection asTheProgram() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", SUPERUSER);
    properties.setProperty("password", password);
    properties.setProperty("options", AS_THE_PROGRAM);
    properties.setProperty("prepareThreshold", "2");
    Connection connection = DriverManager.getConnection(url, properties);
    try (var statement = connection.createStatement()) {
      statement.execute("set session authorization " + APPLICATION);
    }
    connection.setAutoCommit(false);
    return connection;
  }

  /** A row of a query's answer. */
  interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  /** Asks for rows; the values go in the places of the question marks. */
  <T> List<T> ask(String sql, Row<T> row, Object... values) {
    try (Connection connection = connect();
        var query = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        query.setObject(i + 1, values[i]);
      }
      List<T> rows = new ArrayList<>();
      try (ResultSet answer = query.executeQuery()) {
        while (answer.next()) {
          rows.add(row.of(answer));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new BenchRefused(e, "sql", e.getMessage());
    }
  }

  String one(String sql) {
    return ask(sql, row -> row.getString(1)).getFirst();
  }

  /** Ends what an earlier benchmark could not end: it was killed while statements were written. */
  void settle() {
    WRITTEN.forEach(name -> run("alter system reset " + name));
    run("select pg_reload_conf()");
  }

  /** What the log says of the work meanwhile, with every statement in it. */
  String written(Runnable work) {
    String prefix = setting(PREFIX);
    String statements = setting(STATEMENTS);
    run("alter system set " + PREFIX + " = '" + StatementLog.PREFIX + "'");
    run("alter system set " + STATEMENTS + " = 'all'");
    try {
      reloaded(StatementLog.PREFIX, "all");
      long before = Files.size(log);
      work.run();
      // the log is written by each process of the server for itself
      Thread.sleep(100);
      return from(before);
    } catch (IOException e) {
      throw new BenchRefused(e, "nodatabase", log);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchRefused(e, "interrupted");
    } finally {
      settle();
      reloaded(prefix, statements);
    }
  }

  private String from(long start) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      byte[] bytes = new byte[Math.toIntExact(file.length() - start)];
      file.seek(start);
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private String setting(String name) {
    return one("select setting from pg_settings where name = '" + name + "'");
  }

  /** Every process of the server reads its settings anew before its next statement. */
  private void reloaded(String prefix, String statements) {
    run("select pg_reload_conf()");
    long end = System.nanoTime() + RELOADED.toNanos();
    while (!setting(PREFIX).equals(prefix) || !setting(STATEMENTS).equals(statements)) {
      if (System.nanoTime() > end) {
        throw new BenchRefused("sql", STATEMENTS + " = " + statements);
      }
    }
  }

  /** Does something that gives no rows back. */
  void run(String sql) {
    try (Connection connection = connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new BenchRefused(e, "sql", e.getMessage());
    }
  }
}
