package jp.tsunagi.base.trace;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.DatabaseAddress;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.Municipality;
import jp.tsunagi.base.database.TenantId;
import jp.tsunagi.base.database.TestServer;
import jp.tsunagi.base.database.Tx;

/** A municipality with nothing but a trace, on a database of its own that a test may break. */
final class TraceTown implements AutoCloseable {
  static final TenantId TENANT = new TenantId(7);

  final TraceKey key = new TraceKey(new byte[32]);
  final Trace trace = new Trace(key);
  private final DatabaseAddress address = TestServer.fresh();
  private final HikariDataSource pool = new HikariDataSource(config(address));
  final Database database = new Database(pool, Clock.systemUTC());
  final Sealer sealer = new Sealer(database, key);

  TraceTown() {
    database.run(job(), tx -> Municipality.add(tx, "つなぎ市"));
  }

  private static HikariConfig config(DatabaseAddress address) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(address.url());
    config.setUsername(address.applicationName());
    config.setPassword(address.applicationPassword());
    config.setMaximumPoolSize(4);
    return config;
  }

  static Actor job() {
    return new Actor.Job(TENANT, "test");
  }

  /** A transaction that leaves a few rows: one of one child, one of three, one of none. */
  void day() {
    database.run(job(), this::rows);
  }

  void rows(Tx tx) {
    trace.write(tx, Entry.of(Action.VIEW_SHEET).child(ChildId.create()).item(ItemId.create()));
    trace.write(
        tx,
        Entry.of(Action.LIST)
            .children(List.of(ChildId.create(), ChildId.create(), ChildId.create()))
            .purpose("meeting"));
    trace.write(tx, Entry.of(Action.ADMINISTER).about("staff.post=HEAD"));
  }

  AuditReport check(Map<KeptSeals.Place, String> outside) {
    return new AuditCheck(database, key).check(TENANT, outside, rows -> {});
  }

  AuditReport check() {
    return check(Map.of());
  }

  /** Somebody with all power over the database. */
  int tamper(String sql) {
    try (Connection connection = TestServer.superuser(address);
        var statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
