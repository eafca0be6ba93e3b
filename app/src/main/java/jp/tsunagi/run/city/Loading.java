package jp.tsunagi.run.city;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import jp.tsunagi.base.database.DatabaseAddress;
import jp.tsunagi.base.database.TenantId;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Copies rows into the tables of an empty municipality, as their owner: PostgreSQL takes no COPY
 * where row level security is forced on whoever copies. It is lifted for the owner alone, inside
 * the transaction that copies and that puts it back, so that nobody ever meets a table without it.
 */
final class Loading implements AutoCloseable {
  private final Connection connection;
  private final TenantId tenant;
  private final Map<CityTable, ByteArrayOutputStream> rows = new EnumMap<>(CityTable.class);
  private final StringBuilder line = new StringBuilder();
  private long copied;

  Loading(DatabaseAddress address, TenantId tenant) {
    this.tenant = tenant;
    try {
      connection =
          DriverManager.getConnection(address.url(), address.ownerName(), address.ownerPassword());
      connection.setAutoCommit(false);
      execute("set local synchronous_commit = off");
      for (CityTable table : CityTable.values()) {
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
  void add(CityTable table, @Nullable Object... values) {
    if (values.length != table.width()) {
      throw new IllegalArgumentException(table + " has " + table.width() + " columns");
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
    rows.computeIfAbsent(table, _ -> new ByteArrayOutputStream(1 << 20))
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
  void copy() {
    try {
      var copying = connection.unwrap(PGConnection.class).getCopyAPI();
      for (Map.Entry<CityTable, ByteArrayOutputStream> each : rows.entrySet()) {
        copying.copyIn(
            each.getKey().copy(), new java.io.ByteArrayInputStream(each.getValue().toByteArray()));
        each.getValue().reset();
      }
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Copies the rest, puts row level security back and makes all of it stand. */
  long commit() {
    copy();
    try {
      for (CityTable table : CityTable.values()) {
        execute("alter table " + table.table() + " force row level security");
      }
      connection.commit();
      return copied;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Statistics of the filled tables, so that plans know how large they are. */
  void analyse(String... more) {
    try {
      for (String table :
          Stream.concat(Stream.of(CityTable.values()).map(CityTable::table), Stream.of(more))
              .toList()) {
        execute("analyze " + table);
      }
      connection.commit();
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
