package jp.tsunagi.base.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The rules of docs for the distributed engine and for row level security, asked of the catalogue
 * of a migrated database: what a migration forgets, a query below finds. Each query lists
 * offenders.
 */
class CatalogueTest {
  /** Tables of no municipality: a person's login may serve several. Only ever fewer. */
  private static final String OF_NO_TENANT = "('account', 'account_membership')";

  /** Plain and partitioned tables of public that belong to a tenant; partitions follow theirs. */
  private static final String TENANT_TABLES =
      "(select c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity, c.relkind, c.relispartition"
          + " from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')"
          + " and c.relname not in "
          + OF_NO_TENANT
          + ")";

  private static Connection connection;

  @BeforeAll
  static void connect() throws SQLException {
    connection = TestServer.superuser(TestServer.fresh());
  }

  @AfterAll
  static void disconnect() throws SQLException {
    connection.close();
  }

  private static List<String> ask(String sql) {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  private static void none(String sql) {
    assertThat(ask(sql)).isEmpty();
  }

  @Test
  void thereAreTables() {
    assertThat(ask("select relname from " + TENANT_TABLES + " t")).hasSizeGreaterThan(20);
    assertThat(ask("select relname from pg_class where relname in " + OF_NO_TENANT)).hasSize(2);
  }

  @Test
  void everyTableOfATenantNamesIt() {
    none(
        "select relname from "
            + TENANT_TABLES
            + " t where not exists (select 1 from pg_attribute a where a.attrelid = t.oid"
            + " and a.attname = 'tenant_id' and a.attnotnull and a.atttypid = 'integer'::regtype)");
  }

  @Test
  void theTenantComesFirstInEveryPrimaryKey() {
    none(
        "select relname from "
            + TENANT_TABLES
            + " t where not exists (select 1 from pg_constraint k join pg_attribute a"
            + " on a.attrelid = t.oid and a.attnum = k.conkey[1]"
            + " where k.conrelid = t.oid and k.contype = 'p' and a.attname = 'tenant_id')");
  }

  @Test
  void theTenantIsInEveryUniqueIndexAndExclusion() {
    none(
        "select i.indexrelid::regclass::text from "
            + TENANT_TABLES
            + " t join pg_index i on i.indrelid = t.oid where (i.indisunique or i.indisexclusion)"
            + " and not exists (select 1 from pg_attribute a where a.attrelid = t.oid"
            + " and a.attname = 'tenant_id' and a.attnum = any (i.indkey))");
  }

  @Test
  void everyForeignKeyStaysWithinTheTenant() {
    none(
        "select k.conname from "
            + TENANT_TABLES
            + " t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'"
            + " where not exists (select 1 from unnest(k.conkey, k.confkey) as pair(own, other)"
            + " join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.own"
            + " join pg_attribute b on b.attrelid = k.confrelid and b.attnum = pair.other"
            + " where a.attname = 'tenant_id' and b.attname = 'tenant_id')");
  }

  @Test
  void noForeignKeyCrossesBetweenLocalAndDistributedTables() {
    none(
        "select k.conname from pg_constraint k where k.contype = 'f'"
            + " and (k.conrelid in (select oid from "
            + TENANT_TABLES
            + " a)) <> (k.confrelid in (select oid from "
            + TENANT_TABLES
            + " b))");
  }

  @Test
  void noForeignKeySetsToNull() {
    none(
        "select conname from pg_constraint where contype = 'f' and (confdeltype = 'n' or confupdtype <> 'a')");
  }

  @Test
  void rowLevelSecurityIsForced() {
    none(
        "select relname from "
            + TENANT_TABLES
            + " t where not relispartition and not (relrowsecurity and relforcerowsecurity)");
  }

  @Test
  void everyTableIsIsolatedByARestrictivePolicyOnTheSetting() {
    none(
        "select relname from "
            + TENANT_TABLES
            + " t where not relispartition and not exists (select 1 from pg_policy p"
            + " where p.polrelid = t.oid and p.polname = 'tenant_isolation' and not p.polpermissive"
            + " and p.polcmd = '*' and p.polroles = '{0}' and "
            + tenantOnly("p.polqual")
            + " and "
            + tenantOnly("p.polwithcheck")
            + ")");
  }

  private static String tenantOnly(String expression) {
    return "pg_get_expr("
        + expression
        + ", p.polrelid) = '(tenant_id = (NULLIF(current_setting(''app.tenant''::text, true), ''''::text))::integer)'";
  }

  /** A partition is reached through its table only, where the policies stand. */
  @Test
  void nobodyIsGrantedAPartition() {
    none(
        "select table_name || ' ' || privilege_type from information_schema.role_table_grants g"
            + " join pg_class c on c.relname = g.table_name and c.relispartition"
            + " where g.grantee in ('tsunagi_application', 'PUBLIC')");
  }

  @Test
  void theServingRoleOwnsNothingAndIsNotAboveTheRules() {
    assertThat(
            ask(
                "select 'free' from pg_roles where rolname = 'tsunagi_application'"
                    + " and not rolsuper and not rolbypassrls and not rolcreaterole"
                    + " and not rolcreatedb and not rolreplication"))
        .hasSize(1);
    none(
        "select relname from pg_class c join pg_roles r on r.oid = c.relowner"
            + " where r.rolname = 'tsunagi_application'");
    none(
        "select r.rolname from pg_auth_members m join pg_roles r on r.oid = m.roleid"
            + " join pg_roles u on u.oid = m.member where u.rolname = 'tsunagi_application'");
    none(
        "select nspname from pg_namespace where nspname in ('public', 'infra')"
            + " and has_schema_privilege('tsunagi_application', oid, 'create')");
  }

  @Test
  void theTraceCanOnlyBeAddedToAndRead() {
    assertThat(
            ask(
                "select table_name || ' ' || string_agg(privilege_type, ',' order by privilege_type)"
                    + " from information_schema.role_table_grants"
                    + " where grantee = 'tsunagi_application' and table_name like 'audit%'"
                    + " group by table_name order by 1"))
        .containsExactly(
            "audit_event INSERT,SELECT", "audit_seal INSERT,SELECT", "audit_subject INSERT,SELECT");
    none(
        "select column_name from information_schema.column_privileges"
            + " where grantee = 'tsunagi_application' and table_name like 'audit%'"
            + " and privilege_type not in ('SELECT', 'INSERT')");
  }

  @Test
  void theServingRoleCannotReadTheHistoryOfMigrationsOrTruncate() {
    none(
        "select table_name || ' ' || privilege_type from information_schema.role_table_grants"
            + " where grantee in ('tsunagi_application', 'PUBLIC')"
            + " and table_schema in ('public', 'infra')"
            + " and (privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER')"
            + " or table_name = 'flyway_schema_history')");
  }

  @Test
  void noTriggersNoSequencesNoEnums() {
    none("select tgname from pg_trigger where not tgisinternal");
    none(
        "select relname from pg_class where relkind = 'S'"
            + " and relnamespace in ('public'::regnamespace, 'infra'::regnamespace)");
    none(
        "select typname from pg_type where typtype = 'e' and typnamespace = 'public'::regnamespace");
    none(
        "select attname from pg_attribute a join "
            + TENANT_TABLES
            + " t on t.oid = a.attrelid where a.attidentity <> ''");
  }

  /**
   * Defaults run on the node that stores the row: only constants mean the same everywhere. What is
   * generated from the row's own columns does, too.
   */
  @Test
  void noDefaultIsComputed() {
    none(
        "select t.relname || ' ' || pg_get_expr(d.adbin, d.adrelid) from "
            + TENANT_TABLES
            + " t join pg_attrdef d on d.adrelid = t.oid"
            + " join pg_attribute a on a.attrelid = t.oid and a.attnum = d.adnum"
            + " and a.attgenerated = ''"
            + " where pg_get_expr(d.adbin, d.adrelid) ~ '\\('");
  }

  @Test
  void timesBearTheirZone() {
    none(
        "select t.relname || '.' || a.attname from "
            + TENANT_TABLES
            + " t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0"
            + " where a.atttypid = 'timestamp'::regtype or a.atttypid = 'time'::regtype");
  }
}
