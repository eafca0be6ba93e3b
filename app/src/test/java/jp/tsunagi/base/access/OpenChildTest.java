package jp.tsunagi.base.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.TestServer;
import org.junit.jupiter.api.Test;

/** What the policies let through with a child open, whoever asks (ADR 15). */
class OpenChildTest {
  private static final TestProgram PROGRAM = TestProgram.shared();
  private static final OneChildTown TOWN = new OneChildTown();
  private static final String OPEN = "set_config('app.child', '%s', true)";

  private final TestTown town = TOWN.town;
  private final TestTown.Worker counsellor = TOWN.counsellor;
  private final ChildId first = TOWN.first;
  private final ChildId elsewhere = TOWN.elsewhere;
  private final GuardianId mother = TOWN.mother;

  /** Every table that asks by the child, for each kind of actor, with a child open and without. */
  @Test
  void everyTableIsReadByReachAndAuthorityWhateverIsOpen() throws SQLException {
    String assignments = "{" + counsellor.assignment().value() + "}";
    List<String> filled = new ArrayList<>();
    try (Connection superuser = TestServer.superuser(PROGRAM.address());
        Connection serving = application()) {
      for (String table :
          all(
              superuser,
              "select tablename from pg_policies where policyname = 'may_read'"
                  + " and (qual like '%sees_child%' or qual like '%knows_child%')"
                  + " and tablename <> 'child_contact' order by 1")) {
        String mine = " where tenant_id = " + town.tenant();
        String reached =
            mine
                + " and child_id in (select child_id from reach where assignment_id = '"
                + counsellor.assignment().value()
                + "')";
        String decided =
            mine
                + " and child_id in (select child_id from access_grant where grantee_id = '"
                + mother.value()
                + "')";
        String everything = count(superuser, table, mine);
        String theirs = count(superuser, table, reached);
        String family = count(superuser, table, decided);
        if (!theirs.equals("0") && !theirs.equals(everything)) {
          filled.add(table);
        }
        for (String child : List.of("", first.toString())) {
          String as = table + " with " + (child.isEmpty() ? "none" : "one") + " open, as ";
          assertThat(seen(serving, "STAFF", counsellor.staff().value(), assignments, child, table))
              .as(as + "staff")
              .isEqualTo(theirs);
          assertThat(seen(serving, "GUARDIAN", mother.value(), "{}", child, table))
              .as(as + "guardian")
              .isEqualTo(family);
          assertThat(seen(serving, "LOGIN", mother.value(), "{}", child, table))
              .as(as + "login")
              .isEqualTo("0");
          assertThat(seen(serving, "", mother.value(), assignments, child, table))
              .as(as + "nobody")
              .isEqualTo("0");
          assertThat(seen(serving, "JOB", mother.value(), "{}", child, table))
              .as(as + "the program")
              .isEqualTo(everything);
        }
      }
    }
    assertThat(filled).as("tables with rows in and out of reach").contains("child", "child_name");
  }

  @Test
  void openingAsksForReach() throws SQLException {
    String assignments = "{" + counsellor.assignment().value() + "}";
    try (Connection serving = application()) {
      var staff = counsellor.staff().value();
      String open = "open_child(" + town.tenant() + ", '%s')";
      assertThat(told(serving, "STAFF", staff, assignments, open.formatted(first))).isEqualTo("t");
      assertThat(told(serving, "STAFF", staff, assignments, open.formatted(elsewhere)))
          .isEqualTo("f");
      assertThat(told(serving, "STAFF", staff, "{}", open.formatted(first))).isEqualTo("f");
      assertThat(told(serving, "GUARDIAN", mother.value(), "{}", open.formatted(first)))
          .isEqualTo("f");
      assertThat(told(serving, "JOB", staff, "{}", open.formatted(first))).isEqualTo("f");
    }
  }

  private static Connection application() throws SQLException {
    Connection connection =
        DriverManager.getConnection(
            PROGRAM.address().url(),
            PROGRAM.address().applicationName(),
            PROGRAM.address().applicationPassword());
    connection.setAutoCommit(false);
    return connection;
  }

  private static String count(Connection connection, String table, String where)
      throws SQLException {
    return all(connection, "select count(*) from " + table + where).getFirst();
  }

  private static List<String> all(Connection connection, String sql) throws SQLException {
    List<String> found = new ArrayList<>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  private String seen(
      Connection connection,
      String kind,
      UUID actor,
      String assignments,
      String child,
      String table)
      throws SQLException {
    become(connection, kind, actor, assignments);
    all(connection, "select " + OPEN.formatted(child));
    String seen = count(connection, table, "");
    connection.rollback();
    return seen;
  }

  private String told(
      Connection connection, String kind, UUID actor, String assignments, String what)
      throws SQLException {
    become(connection, kind, actor, assignments);
    String told = all(connection, "select " + what).getFirst();
    connection.rollback();
    return told;
  }

  private void become(Connection connection, String kind, UUID actor, String assignments)
      throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(
          "set local app.tenant = '%s'; set local app.actor_kind = '%s'; set local app.actor = '%s';"
                  .formatted(town.tenant(), kind, actor)
              + " set local app.assignments = '%s'; set local app.organisations = '{}';"
                  .formatted(assignments)
              + " set local app.today = '%s'"
                  .formatted(LocalDate.ofInstant(PROGRAM.clock().instant(), ZoneOffset.UTC)));
    }
  }
}
