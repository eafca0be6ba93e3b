package jp.tsunagi.base.database;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Copies rows into the tables of an empty municipality, as their owner: PostgreSQL takes no COPY
 * where row level security is forced on whoever copies. It is lifted for the owner alone, inside
 * the transaction that copies and that puts it back, so that nobody ever meets a table without it.
 */
public final class BulkLoad implements AutoCloseable {
  /** A table that rows are copied into; its first column is the municipality. */
  public interface Table {
    /** Its name. */
    String table();

    /** Its other columns in the order of the values, separated by commas. */
    String columns();
  }

  private final Connection connection;
  private final List<? extends Table> tables;
  private final TenantId tenant;
  private final Map<Table, ByteArrayOutputStream> rows = new LinkedHashMap<>();
  private final StringBuilder line = new StringBuilder();
  private long copied;

  /** Begins: nothing stands before {@link #commit}. */
  public BulkLoad(DatabaseAddress address, TenantId tenant, List<? extends Table> tables) {
    this.tenant = tenant;
    this.tables = List.copyOf(tables);
    tables.forEach(table -> rows.put(table, new ByteArrayOutputStream()));
    try {
      connection =
          DriverManager.getConnection(address.url(), address.ownerName(), address.ownerPassword());
      connection.setAutoCommit(false);
      execute("set local synchronous_commit = off");
      for (Table table : tables) {
        execute("alter table " + table.table() + " no force row level security");
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Keeps a row for the next {@link #copy}; values in the words PostgreSQL reads. */
  public void add(Table table, @Nullable Object... values) {
    if (values.length != table.columns().split(",").length) {
      throw new IllegalArgumentException(table.table() + " has the columns " + table.columns());
    }
    line.setLength(0);
    line.append(tenant.value());
    for (Object value : values) {
      line.append('\t');
      if (value == null) {
        line.append("\\N");
      } else {
        escape(value.toString());
      }
    }
    line.append('\n');
    Objects.requireNonNull(rows.get(table), table.table())
        .writeBytes(line.toString().getBytes(StandardCharsets.UTF_8));
    copied++;
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char one = text.charAt(i);
      switch (one) {
        case '\\' -> line.append("\\\\");
        case '\n' -> line.append("\\n");
        case '\r' -> line.append("\\r");
        case '\t' -> line.append("\\t");
        default -> line.append(one);
      }
    }
  }

  /** Brings what was added to the database, table by table. */
  public void copy() {
    try {
      var copying = connection.unwrap(PGConnection.class).getCopyAPI();
      for (Map.Entry<Table, ByteArrayOutputStream> each : rows.entrySet()) {
        copying.copyIn(
            "copy %s (tenant_id, %s) from stdin"
                .formatted(each.getKey().table(), each.getKey().columns()),
            new ByteArrayInputStream(each.getValue().toByteArray()));
        each.getValue().reset();
      }
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Copies the rest, puts row level security back and makes all of it stand. */
  public long commit() {
    copy();
    try {
      for (Table table : tables) {
        execute("alter table " + table.table() + " force row level security");
      }
      connection.commit();
      return copied;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The number of the transaction that copies, as the trace numbers it. */
  public long transaction() {
    try (var asking = connection.createStatement();
        var rows = asking.executeQuery("select trace_transaction()")) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The municipality whose rows these are. */
  public TenantId tenant() {
    return tenant;
  }

  /**
   * The months of the trace that begin with this day's have tables of their own, but for those of
   * which there are rows already: these stay where they are, and others of the month come to them.
   */
  public void addMonths(LocalDate first, int months) {
    try {
      for (int month = 0; month < months; month++) {
        LocalDate from = first.withDayOfMonth(1).plusMonths(month);
        if (!hasRows(from)) {
          Installation.addPartitions(connection, from, 1);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean hasRows(LocalDate month) throws SQLException {
    String of = " where at >= '%s' and at < '%s')".formatted(month, month.plusMonths(1));
    try (var asking = connection.createStatement();
        var rows =
            asking.executeQuery(
                "select exists (select 1 from audit_event_default"
                    + of
                    + " or exists (select 1 from audit_subject_default"
                    + of)) {
      rows.next();
      return rows.getBoolean(1);
    }
  }

  /**
   * Statistics of the filled tables, so that plans know how large they are. On a way of its own:
   * nothing is lifted for it.
   */
  public static void analyse(DatabaseAddress address, Collection<String> tables) {
    try (Connection connection =
            DriverManager.getConnection(
                address.url(), address.ownerName(), address.ownerPassword());
        var statement = connection.createStatement()) {
      for (String table : tables) {
        statement.execute("analyze " + table);
      }
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
