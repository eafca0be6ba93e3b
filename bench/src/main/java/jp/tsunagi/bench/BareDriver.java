package jp.tsunagi.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The same statements by nothing but the driver: one connection with the program's rights and
 * settings, statements prepared, transactions as the program had them. What database and machine
 * cost by themselves.
 */
final class BareDriver {
  private final Server server;
  private final Cpu cpu;

  BareDriver(Server server, Cpu cpu) {
    this.server = server;
    this.cpu = cpu;
  }

  /** Runs what was recorded again and again, each request in turn. */
  Row.Bare loop(Recorder.Recorded recorded, Duration length) {
    FreshIds ids = new FreshIds(recorded.since());
    try (Connection connection = server.asTheProgram()) {
      Set<String> left = new LinkedHashSet<>();
      for (List<List<Statement>> request : recorded.requests()) {
        ids.again();
        for (List<Statement> transaction : request) {
          left.addAll(refused(connection, transaction, ids));
        }
      }
      long[] latencies = new long[1024];
      int count = 0;
      long warm = System.nanoTime() + length.toNanos() / 4;
      for (int at = 0; System.nanoTime() < warm; at++) {
        run(connection, recorded, at, ids, left);
      }
      Cpu.Reading before = cpu.read();
      long start = System.nanoTime();
      long end = start + length.toNanos();
      for (long from = start; from < end; from = System.nanoTime()) {
        run(connection, recorded, count, ids, left);
        if (count == latencies.length) {
          latencies = Arrays.copyOf(latencies, 2 * count);
        }
        latencies[count++] = System.nanoTime() - from;
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      double database = cpu.read().since(before).database();
      return new Row.Bare(
          Percentiles.of(Arrays.copyOf(latencies, count)),
          count / seconds,
          database / count,
          left.size());
    } catch (SQLException e) {
      throw new BenchRefused(e, "sql", e.getMessage());
    }
  }

  /** Tries each statement by itself and says which the database does not take again. */
  private static List<String> refused(
      Connection connection, List<Statement> transaction, FreshIds ids) throws SQLException {
    List<String> refused = new ArrayList<>();
    for (Statement statement : transaction) {
      if (statement.isSetting()) {
        // how a transaction reads can be said before its first savepoint only
        run(connection, statement, ids);
        continue;
      }
      Savepoint before = connection.setSavepoint();
      try {
        run(connection, statement, ids);
      } catch (SQLException notAgain) {
        connection.rollback(before);
        refused.add(statement.sql());
      }
    }
    connection.rollback();
    return refused;
  }

  private static void run(
      Connection connection, Recorder.Recorded recorded, int at, FreshIds ids, Set<String> left)
      throws SQLException {
    ids.again();
    for (List<Statement> transaction : recorded.requests().get(at % recorded.requests().size())) {
      StringBuilder settings = new StringBuilder();
      for (Statement statement : transaction) {
        if (statement.isSetting()) {
          settings.append(statement.sql()).append(';');
        } else if (!left.contains(statement.sql())) {
          flush(connection, settings);
          run(connection, statement, ids);
        }
      }
      flush(connection, settings);
      connection.commit();
    }
  }

  /** Settings that follow one another travel as one, as the program sends them. */
  private static void flush(Connection connection, StringBuilder settings) throws SQLException {
    if (!settings.isEmpty()) {
      try (var setting = connection.createStatement()) {
        setting.execute(settings.toString());
      }
      settings.setLength(0);
    }
  }

  private static void run(Connection connection, Statement statement, FreshIds ids)
      throws SQLException {
    try (PreparedStatement prepared = connection.prepareStatement(statement.prepared())) {
      for (int i = 0; i < statement.values().size(); i++) {
        String value = ids.in(statement.values().get(i));
        if (value == null) {
          prepared.setNull(i + 1, Types.OTHER);
        } else {
          prepared.setObject(i + 1, value, Types.OTHER);
        }
      }
      if (prepared.execute()) {
        try (var rows = prepared.getResultSet()) {
          while (rows.next()) {
            rows.getObject(1);
          }
        }
      }
    }
  }
}
