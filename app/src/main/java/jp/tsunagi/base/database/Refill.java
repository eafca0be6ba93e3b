package jp.tsunagi.base.database;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/**
 * Fills the tables of a database that nobody uses yet with what was copied out of another, all of
 * it or nothing. Foreign keys are taken off and put back, so that the order of the tables does not
 * matter and every row is checked at the end; row level security is lifted for the owner inside
 * this transaction alone.
 */
public final class Refill implements AutoCloseable {
  private static final DateTimeFormatter MONTH =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuuMM")
          .parseDefaulting(ChronoField.DAY_OF_MONTH, 1)
          .toFormatter(java.util.Locale.ROOT);

  private final Connection connection;
  private final List<StoredTable> tables;
  private final List<String> forced;
  private final List<ForeignKey> foreignKeys;

  private record ForeignKey(String table, String name, String definition) {}

  /**
   * Begins: nothing stands before {@link #commit}.
   *
   * @param address of a database as {@link Installation#prepareEmpty} leaves it
   */
  public Refill(DatabaseAddress address) {
    try {
      connection =
          DriverManager.getConnection(address.url(), address.ownerName(), address.ownerPassword());
      connection.setAutoCommit(false);
      tables = StoredTable.all(connection);
      forced = forced();
      foreignKeys = foreignKeys();
      for (ForeignKey key : foreignKeys) {
        execute("alter table %s drop constraint %s".formatted(key.table(), key.name()));
      }
      for (String table : forced) {
        execute("alter table %s no force row level security".formatted(table));
      }
      execute(
          "truncate " + tables.stream().map(StoredTable::name).collect(Collectors.joining(", ")));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> forced() throws SQLException {
    String sql =
        """
        select n.nspname || '.' || c.relname
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relforcerowsecurity and n.nspname in ('public', 'infra')
        """;
    try (var asking = connection.createStatement();
        ResultSet rows = asking.executeQuery(sql)) {
      List<String> names = new ArrayList<>();
      while (rows.next()) {
        names.add(rows.getString(1));
      }
      return names;
    }
  }

  private List<ForeignKey> foreignKeys() throws SQLException {
    String sql =
        """
        select n.nspname || '.' || c.relname, quote_ident(k.conname), pg_get_constraintdef(k.oid)
        from pg_constraint k
        join pg_class c on c.oid = k.conrelid
        join pg_namespace n on n.oid = c.relnamespace
        where k.contype = 'f' and k.conparentid = 0 and n.nspname in ('public', 'infra')
        """;
    try (var asking = connection.createStatement();
        ResultSet rows = asking.executeQuery(sql)) {
      List<ForeignKey> keys = new ArrayList<>();
      while (rows.next()) {
        keys.add(new ForeignKey(rows.getString(1), rows.getString(2), rows.getString(3)));
      }
      return keys;
    }
  }

  private void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /**
   * Looks whether what was kept is what this schema keeps.
   *
   * @throws RefillRefused when one of them has a table more, or other columns
   */
  public void expect(List<StoredTable> kept) {
    Stream.concat(
            kept.stream().filter(table -> !tables.contains(table)),
            tables.stream().filter(table -> !kept.contains(table)))
        .findFirst()
        .ifPresent(table -> {
          throw new RefillRefused(table.name());
        });
  }

  /** Gives the trace the tables of its months, before its rows come. */
  public void addMonths(List<String> months) {
    try {
      for (String month : months) {
        Installation.addPartitions(connection, LocalDate.parse(month, MONTH), 1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Copies the rows of a table in.
   *
   * @param rows in the text format of COPY
   * @return how many came
   * @throws RefillRefused when the table is not the same in this schema, or the rows do not fit it
   * @throws IOException when the rows cannot be read to their end
   */
  public long copy(StoredTable table, InputStream rows) throws IOException {
    // what stands in the statement is this database's own word, never the file's
    if (!tables.contains(table)) {
      throw new RefillRefused(table.name());
    }
    try {
      return connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy %s (%s) from stdin".formatted(table.name(), table.columnList()), rows);
    } catch (SQLException e) {
      throw new RefillRefused(table.name(), e);
    }
  }

  /**
   * Makes all of it stand, as the next life of the database.
   *
   * @param incarnation of that life
   * @param heads the newest seal of each municipality, as it must have come in
   * @throws RefillRefused when rows are missing that others point at
   */
  public void commit(int incarnation, List<Snapshot.Head> heads) {
    if (!Snapshot.heads(connection).equals(heads)) {
      throw new RefillRefused("audit_seal");
    }
    try {
      for (ForeignKey key : foreignKeys) {
        execute(
            "alter table %s add constraint %s %s"
                .formatted(key.table(), key.name(), key.definition()));
      }
      for (String table : forced) {
        execute("alter table %s force row level security".formatted(table));
      }
      execute(
          "update infra.installation set restored_at = now(), opened_at = null, incarnation = "
              + incarnation);
      connection.commit();
    } catch (SQLException e) {
      throw new RefillRefused("", e);
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
