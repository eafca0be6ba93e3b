package jp.tsunagi.base.database;

import static jp.tsunagi.schema.Tables.ORGANISATION;
import static jp.tsunagi.schema.Tables.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.tsunagi.base.access.Actor;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;

/** No row of another municipality, whatever a query forgets (SECURITY: invariant 5). */
class TenantIsolationTest {
  private static final int THREADS = 8;
  private static final int TURNS = 60;

  private final DatabaseAddress address = TestServer.fresh();

  private HikariDataSource pool(int connections) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(address.url());
    config.setUsername(address.applicationName());
    config.setPassword(address.applicationPassword());
    config.setMaximumPoolSize(connections);
    return new HikariDataSource(config);
  }

  private static Actor as(int tenant) {
    return new Actor.Job(new TenantId(tenant), "test");
  }

  private static void municipality(Database database, int tenant) {
    database.run(
        as(tenant),
        tx ->
            tx.sql()
                .insertInto(TENANT)
                .set(TENANT.TENANT_ID, tx.tenant())
                .set(TENANT.NAME, "つなぎ市" + tenant)
                .set(TENANT.CREATED_AT, tx.now().atOffset(java.time.ZoneOffset.UTC))
                .execute());
  }

  private static void organisation(Tx tx, int tenant, String name) {
    tx.sql()
        .insertInto(ORGANISATION)
        .set(ORGANISATION.TENANT_ID, new TenantId(tenant))
        .set(ORGANISATION.ORGANISATION_ID, OrganisationId.create())
        .set(ORGANISATION.NAME, name)
        .set(ORGANISATION.KANA, name)
        .set(ORGANISATION.KIND, "CENTRE")
        .set(ORGANISATION.SECTOR, "WELFARE")
        .set(ORGANISATION.CONNECTION, "PAPER")
        .execute();
  }

  @Test
  void eightThreadsOnOneConnectionNeverMeet() throws Exception {
    try (var pool = pool(1);
        var threads = Executors.newFixedThreadPool(THREADS)) {
      Database database = new Database(pool, Clock.systemUTC());
      municipality(database, 1);
      municipality(database, 2);
      List<Future<Set<Integer>>> seen = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int tenant = 1 + thread % 2;
        seen.add(threads.submit(() -> turns(database, tenant)));
      }
      for (int thread = 0; thread < THREADS; thread++) {
        assertThat(seen.get(thread).get()).containsExactly(1 + thread % 2);
      }
    }
  }

  /** Adds and reads without naming the tenant, some turns ending in an error and a rollback. */
  private static Set<Integer> turns(Database database, int tenant) {
    Set<Integer> tenants = new HashSet<>();
    for (int turn = 0; turn < TURNS; turn++) {
      boolean fails = turn % 7 == 0;
      try {
        tenants.addAll(database.call(as(tenant), tx -> turn(tx, tenant, fails)));
      } catch (IllegalStateException expected) {
        assertThat(fails).isTrue();
      }
    }
    return tenants;
  }

  private static List<Integer> turn(Tx tx, int tenant, boolean fails) {
    organisation(tx, tenant, "t" + tenant);
    List<Integer> tenants =
        tx.sql()
            .selectDistinct(ORGANISATION.TENANT_ID)
            .from(ORGANISATION)
            .fetch(row -> row.value1().value());
    if (fails) {
      throw new IllegalStateException("on purpose");
    }
    return tenants;
  }

  @Test
  void aRowOfAnotherMunicipalityCanNeitherBeAddedNorChanged() {
    try (var pool = pool(1)) {
      Database database = new Database(pool, Clock.systemUTC());
      municipality(database, 1);
      municipality(database, 2);
      database.run(as(2), tx -> organisation(tx, 2, "海辺の園"));
      assertThatThrownBy(() -> database.run(as(1), tx -> organisation(tx, 2, "x")))
          .isInstanceOf(DataAccessException.class);
      int changed =
          database.call(
              as(1), tx -> tx.sql().update(ORGANISATION).set(ORGANISATION.NAME, "x").execute());
      int removed = database.call(as(1), tx -> tx.sql().deleteFrom(ORGANISATION).execute());
      assertThat(changed + removed).isZero();
    }
  }

  /** As at a terminal, with the serving role's password and no context: nothing is there. */
  @Test
  void withoutAContextNothingIsThere() throws SQLException {
    try (var pool = pool(1)) {
      Database database = new Database(pool, Clock.systemUTC());
      municipality(database, 1);
      database.run(as(1), tx -> organisation(tx, 1, "海辺の園"));
    }
    try (Connection terminal =
        DriverManager.getConnection(
            address.url(), address.applicationName(), address.applicationPassword())) {
      List<String> tables = column(terminal, readableTables());
      assertThat(tables)
          .contains("organisation", "child", "item", "audit_event")
          .hasSizeGreaterThan(20);
      for (String table : tables) {
        assertThat(column(terminal, "select count(*) from public." + table))
            .as(table)
            .containsExactly("0");
      }
    }
  }

  private static String readableTables() {
    return "select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid"
        + " and a.attname = 'tenant_id' where c.relkind in ('r', 'p')"
        + " and c.relnamespace = 'public'::regnamespace and c.relname <> 'account_membership'"
        + " and has_table_privilege(c.oid, 'select')";
  }

  private static List<String> column(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }
}
