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
 * How the policies that guard a child's data are made (docs/adr/0013-asked-once-and-by-the-row.md).
 */
class PoliciesTest {
  private static Connection connection;

  @BeforeAll
  static void connect() throws SQLException {
    connection = TestServer.superuser(TestServer.fresh());
    run(
        "create table probe (tenant_id integer not null, word text)",
        "call guard_child_data('probe', 'false or word = ''shown''', 'false or word = ''family''')",
        "insert into probe values (1, 'shown'), (1, 'family'), (1, 'hidden'), (1, null), (2, 'shown')");
  }

  @AfterAll
  static void disconnect() throws SQLException {
    connection.close();
  }

  private static void run(String... all) {
    try (var statement = connection.createStatement()) {
      for (String sql : all) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
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

  private static List<String> seenBy(String kind) {
    run(
        "set role tsunagi_application",
        "set app.tenant = '1'",
        "set app.actor_kind = '" + kind + "'");
    try {
      return ask("select word from probe order by word");
    } finally {
      run("reset role");
    }
  }

  @Test
  void aConditionWithAnOrStaysOneCondition() {
    assertThat(seenBy("STAFF")).containsExactly("shown");
    assertThat(seenBy("GUARDIAN")).containsExactly("family");
    assertThat(seenBy("LOGIN")).isEmpty();
    assertThat(seenBy("")).isEmpty();
    assertThat(seenBy("JOB")).hasSize(4);
  }

  /** Arrays are read into their elements: never for each row (ADR 15 says what may be). */
  @Test
  void noPolicyReadsTheReachOfTheSessionForEachRow() {
    assertThat(
            ask(
                "select tablename || ' ' || policyname from pg_policies where schemaname = 'public'"
                    + " and qual ~ '(?<!SELECT )\\(COALESCE\\(NULLIF\\(current_setting\\(''app.assignments'"))
        .isEmpty();
  }

  @Test
  void everyPolicyIsOneCase() {
    assertThat(
            ask(
                "select tablename || ' ' || policyname from pg_policies where schemaname = 'public'"
                    + " and policyname in ('may_read', 'may_change', 'may_remove', 'compartment')"
                    + " and qual like '%current_setting(%' and qual !~ '^\\(\\s*CASE'"))
        .isEmpty();
    assertThat(ask("select 1 from pg_policies where qual ~ '^\\(\\s*CASE'"))
        .hasSizeGreaterThan(100);
  }

  @Test
  void aPolicyIsTurnedOnce() {
    String all = "select tablename || policyname || qual from pg_policies order by 1";
    List<String> before = ask(all);
    run("call ask_once('probe')", "call ask_once('item')", "call ask_once('child')");
    assertThat(ask(all)).isEqualTo(before);
  }
}
