package jp.tsunagi.base.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What {@code ./tsunagi distribute} asks of the engine. The engine itself is not there: a stand-in
 * takes its place, which refuses what the real one refuses (keys that lead to tables elsewhere,
 * policies that ask other tables) and notes what it was asked for.
 */
class DistributionTest {
  private static final String STAND_IN =
      """
      create table pg_dist_partition (logicalrel regclass not null, partmethod "char" not null, beside text);
      create function create_distributed_table(moved text, by_column text, colocate_with text) returns void
      language plpgsql as $$
      begin
        if by_column <> 'tenant_id' then
          raise exception 'by %', by_column;
        end if;
        if exists (select 1 from pg_constraint where contype = 'f' and conparentid = 0
            and (conrelid = moved::regclass or confrelid = moved::regclass)) then
          raise exception 'a foreign key of % leads elsewhere', moved;
        end if;
        if exists (select 1 from pg_policies where schemaname || '.' || tablename = moved
            and (coalesce(qual, '') || coalesce(with_check, '')) ~* '\\mselect\\M|_child\\(|in_compartment|is_concealed|sees_guardian') then
          raise exception 'a policy of % asks other tables', moved;
        end if;
        if exists (select 1 from pg_trigger where tgrelid = moved::regclass and not tgisinternal) then
          raise exception 'a trigger on %', moved;
        end if;
        insert into pg_dist_partition values (moved::regclass, 'h', colocate_with);
      end $$;
      """;

  private DatabaseAddress address;
  private Connection superuser;

  @BeforeEach
  void fresh() throws SQLException {
    address = TestServer.fresh();
    superuser = TestServer.superuser(address);
  }

  @AfterEach
  void close() throws SQLException {
    superuser.close();
  }

  private void run(String sql) throws SQLException {
    try (var statement = superuser.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> ask(String sql) throws SQLException {
    return ask(superuser, sql);
  }

  private static List<String> ask(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }

  private List<String> keys() throws SQLException {
    return ask(
        "select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)"
            + " from pg_constraint where contype = 'f' and conparentid = 0 order by 1");
  }

  /** The engine's own functions belong to everybody, as they do where it is installed. */
  private void installEngine() throws SQLException {
    run(STAND_IN);
    run("grant select, insert on pg_dist_partition to public");
  }

  private List<String> distribute() {
    return new Distribution(address).distribute(_ -> {});
  }

  @Test
  void everyTableOfMunicipalitiesIsDistributedOnceBesideTheFirst() throws SQLException {
    List<String> before = keys();
    installEngine();
    List<String> moved = distribute();
    assertThat(moved)
        .containsExactlyElementsOf(
            ask(
                "select distinct c.table_name from information_schema.columns c"
                    + " join pg_class k on k.relname = c.table_name and not k.relispartition"
                    + " and k.relkind in ('r', 'p') and k.relnamespace = 'public'::regnamespace"
                    + " where c.table_schema = 'public' and c.column_name = 'tenant_id' order by 1"))
        .hasSizeGreaterThan(60);
    assertThat(ask("select beside from pg_dist_partition"))
        .hasSameSizeAs(moved)
        .containsOnlyOnce("none");
    assertThat(ask("select count(distinct beside) from pg_dist_partition where beside <> 'none'"))
        .containsExactly("1");
    assertThat(keys()).isEqualTo(before).hasSizeGreaterThan(60);
  }

  @Test
  void isDoneOnce() throws SQLException {
    installEngine();
    assertThat(distribute()).isNotEmpty();
    assertThat(distribute()).isEmpty();
  }

  /** What the database still promises: no row of another municipality, and none to nobody. */
  @Test
  void municipalitiesStayApart() throws SQLException {
    installEngine();
    distribute();
    run("create table later (tenant_id integer not null, child_id uuid not null)");
    run("call guard_by_child('later')");
    run("insert into later select tenant, gen_random_uuid() from generate_series(1, 2) as tenant");
    assertThat(seen("1", "STAFF")).isEqualTo("1");
    assertThat(seen("2", "STAFF")).isEqualTo("1");
    assertThat(seen("3", "STAFF")).isEqualTo("0");
    assertThat(seen("", "STAFF")).isEqualTo("0");
    assertThat(seen("1", "LOGIN")).isEqualTo("0");
    assertThat(seen("1", "")).isEqualTo("0");
  }

  private String seen(String tenant, String kind) throws SQLException {
    try (Connection serving =
        DriverManager.getConnection(
            address.url(), address.applicationName(), address.applicationPassword())) {
      serving.setAutoCommit(false);
      try (var statement = serving.createStatement()) {
        statement.execute("set local app.tenant = '" + tenant + "'");
        statement.execute("set local app.actor_kind = '" + kind + "'");
      }
      return ask(serving, "select count(*) from later").getFirst();
    }
  }

  @Test
  void whatIsMadeLaterIsDistributedWithTheSamePromises() throws SQLException {
    installEngine();
    int before = distribute().size();
    run("create table later (tenant_id integer not null, child_id uuid not null)");
    run("call guard_by_child('later')");
    assertThat(ask("select count(*) from pg_dist_partition"))
        .containsExactly(String.valueOf(before + 1));
    assertThat(ask("select qual from pg_policies where tablename = 'later'"))
        .noneMatch(
            qual -> qual != null && qual.toLowerCase(java.util.Locale.ROOT).contains("select"));
  }

  @Test
  void withoutTheEngineNothingIsChanged() throws SQLException {
    List<String> policies =
        ask("select tablename || policyname || qual from pg_policies order by 1");
    assertThatThrownBy(this::distribute)
        .isInstanceOfSatisfying(
            Distribution.Refused.class,
            e -> assertThat(e.refusal()).isEqualTo(Distribution.Refusal.NO_ENGINE));
    assertThat(ask("select tablename || policyname || qual from pg_policies order by 1"))
        .isEqualTo(policies);
  }

  @Test
  void notWhileTheProgramRuns() throws SQLException {
    installEngine();
    try (Connection serving =
        DriverManager.getConnection(
            address.url(), address.applicationName(), address.applicationPassword())) {
      assertThat(serving.isValid(1)).isTrue();
      assertThatThrownBy(this::distribute)
          .isInstanceOfSatisfying(
              Distribution.Refused.class,
              e -> assertThat(e.refusal()).isEqualTo(Distribution.Refusal.IN_USE));
    }
    assertThat(ask("select 1 from pg_dist_partition")).isEmpty();
  }

  @Test
  void aFailureHalfWayChangesNothing() throws SQLException {
    List<String> before = keys();
    installEngine();
    run("create function refuse() returns trigger language plpgsql as $$ begin return new; end $$");
    run("create trigger refuse before insert on sheet for each row execute function refuse()");
    assertThatThrownBy(this::distribute).isInstanceOf(InstallationRefused.class);
    assertThat(ask("select 1 from pg_dist_partition")).isEmpty();
    assertThat(keys()).isEqualTo(before);
  }
}
