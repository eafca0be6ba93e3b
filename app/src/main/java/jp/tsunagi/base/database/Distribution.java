package jp.tsunagi.base.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Spreads the tables of the municipalities over the nodes of a distributed engine (Citus), by
 * municipality: all rows of one stand on one node. All or nothing; what is distributed already
 * stays as it is (docs/distributed.md).
 */
public final class Distribution {
  private static final String TENANT_TABLES =
      "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
          + " where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition"
          + " and exists (select 1 from pg_attribute a where a.attrelid = c.oid"
          + " and a.attname = 'tenant_id' and not a.attisdropped)"
          + " and not exists (select 1 from pg_dist_partition d where d.logicalrel = c.oid)"
          + " order by c.relname";

  private static final String FOREIGN_KEYS =
      "select k.conrelid::regclass::text, quote_ident(k.conname), pg_get_constraintdef(k.oid)"
          + " from pg_constraint k join pg_class c on c.oid = k.conrelid"
          + " join pg_namespace n on n.oid = c.relnamespace"
          + " where n.nspname = 'public' and k.contype = 'f' and k.conparentid = 0"
          + " order by 1, 2";

  private final DatabaseAddress address;

  public Distribution(DatabaseAddress address) {
    this.address = address;
  }

  /** Why it is not done. */
  public enum Refusal {
    /** The extension is not there. */
    NO_ENGINE,
    /** The program serves from this database. */
    IN_USE
  }

  /** What was not done, and why. */
  public static final class Refused extends RuntimeException {
    private final Refusal refusal;

    Refused(Refusal refusal) {
      super(refusal.name());
      this.refusal = refusal;
    }

    public Refusal refusal() {
      return refusal;
    }
  }

  private record ForeignKey(String table, String name, String definition) {
    String drop() {
      return "alter table " + table + " drop constraint " + name;
    }

    String add() {
      return "alter table " + table + " add constraint " + name + " " + definition;
    }
  }

  /**
   * Distributes what is not distributed yet.
   *
   * @param progress told the name of each table before it is moved
   * @return the tables that were distributed
   * @throws Refused when the engine is not there, or the program runs
   * @throws InstallationRefused when the database says no; then nothing was changed
   */
  public List<String> distribute(Consumer<String> progress) {
    try (Connection connection =
        DriverManager.getConnection(address.url(), address.ownerName(), address.ownerPassword())) {
      connection.setAutoCommit(false);
      check(connection);
      List<String> moved = distribute(connection, progress);
      connection.commit();
      return moved;
    } catch (SQLException e) {
      throw InstallationRefused.of(address.url(), e);
    }
  }

  private void check(Connection connection) throws SQLException {
    if (!is(
        connection,
        "select exists (select 1 from pg_proc where proname = 'create_distributed_table')")) {
      throw new Refused(Refusal.NO_ENGINE);
    }
    try (var asking =
        connection.prepareStatement(
            "select exists (select 1 from pg_stat_activity"
                + " where datname = current_database() and usename = ?)")) {
      asking.setString(1, address.applicationName());
      try (ResultSet row = asking.executeQuery()) {
        row.next();
        if (row.getBoolean(1)) {
          throw new Refused(Refusal.IN_USE);
        }
      }
    }
  }

  private List<String> distribute(Connection connection, Consumer<String> progress)
      throws SQLException {
    // one connection to each node, so that a table sees what was done to the one before it
    run(connection, "set local citus.multi_shard_modify_mode to 'sequential'");
    List<String> tables = tables(connection);
    if (tables.isEmpty()) {
      return tables;
    }
    // a table cannot be moved away from one it refers to: the keys come back when all stand beside
    // each other
    List<ForeignKey> keys = keys(connection);
    for (ForeignKey key : keys) {
      run(connection, key.drop());
    }
    String beside = first(connection);
    for (String table : tables) {
      progress.accept(table);
      run(connection, "call plain_policies('" + table + "')");
      run(
          connection,
          "select create_distributed_table('public.%s', 'tenant_id', colocate_with => '%s')"
              .formatted(table, beside));
      beside = beside.equals("none") ? "public." + table : beside;
    }
    for (ForeignKey key : keys) {
      run(connection, key.add());
    }
    return tables;
  }

  private static String first(Connection connection) throws SQLException {
    List<String> there =
        all(
            connection,
            "select min(logicalrel::text) from pg_dist_partition where partmethod = 'h'");
    return there.getFirst() == null ? "none" : there.getFirst();
  }

  private static List<String> tables(Connection connection) throws SQLException {
    return all(connection, TENANT_TABLES);
  }

  private static List<ForeignKey> keys(Connection connection) throws SQLException {
    List<ForeignKey> keys = new ArrayList<>();
    try (var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(FOREIGN_KEYS)) {
      while (rows.next()) {
        keys.add(new ForeignKey(rows.getString(1), rows.getString(2), rows.getString(3)));
      }
    }
    return keys;
  }

  private static boolean is(Connection connection, String question) throws SQLException {
    return all(connection, question).getFirst().equals("t");
  }

  private static List<String> all(Connection connection, String sql) throws SQLException {
    List<String> found = new ArrayList<>();
    try (var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
