package jp.tsunagi.run.city;

import static jp.tsunagi.schema.Tables.PARTICIPATION;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagi.Recorded;
import jp.tsunagi.TestProgram;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.TenantId;
import jp.tsunagi.people.staff.PostKind;

/** A made-up city and the pages whose statements are looked at. */
final class CityPages {
  private static final String PASSWORD = "machi no plans 738";

  private final TestProgram program;
  private final TenantId tenant;

  CityPages(TestProgram program, TenantId tenant) {
    this.program = program;
    this.tenant = tenant;
  }

  void make(int population) {
    program
        .bean(CityBuilder.class)
        .make(
            tenant,
            "t" + tenant.value() + "-",
            population,
            2026,
            PASSWORD,
            line -> System.out.println("  " + line));
  }

  /** What each of the pages asks of the database; the same pages, in the same order. */
  Map<String, List<Recorded.Statement>> pages() {
    Visitor counsellor = signedIn(PostKind.COUNSELLOR);
    Visitor coordinator = signedIn(PostKind.COORDINATOR);
    ChildId child = supported();
    Map<String, List<Recorded.Statement>> pages = new LinkedHashMap<>();
    keep(
        pages,
        "centre: first page of the children of its programmes",
        () -> counsellor.get("/lists/participants").is(200));
    keep(
        pages,
        "centre: first page of the children who enter a school",
        () -> counsellor.get("/lists/entering").is(200));
    keep(
        pages,
        "centre: search by kana",
        () -> counsellor.post("/children/search", "q", "\u3042\u304A\u305E").is(200));
    keep(
        pages,
        "centre: search by kanji",
        () -> counsellor.post("/children/search", "q", "\u685C\u5DDD").is(200));
    keep(
        pages,
        "centre: page of a child",
        () -> counsellor.get("/children/" + child.value()).is(200));
    keep(pages, "school: children of the coordinator", () -> coordinator.get("/day").is(200));
    keep(
        pages,
        "school: search by kana",
        () -> coordinator.post("/children/search", "q", "\u3042\u304A\u305E").is(200));
    return pages;
  }

  private void keep(Map<String, List<Recorded.Statement>> pages, String name, Runnable visit) {
    visit.run();
    pages.put(name, program.recorded().during(visit));
  }

  private Visitor signedIn(PostKind post) {
    Visitor visitor = program.visitor();
    visitor.signIn(login(post), PASSWORD);
    return visitor;
  }

  private String login(PostKind post) {
    return program
        .database()
        .call(
            new Actor.Job(tenant, "plans"),
            tx -> jp.tsunagi.base.database.Municipality.setting(tx, "scenario.logins"))
        .stream()
        .flatMap(String::lines)
        .map(line -> line.split("\t", 2))
        .filter(line -> line[1].equals(post.name()))
        .map(line -> line[0])
        .findFirst()
        .orElseThrow();
  }

  /** A child of the centre's programmes. */
  private ChildId supported() {
    return program
        .database()
        .call(
            new Actor.Job(tenant, "plans"),
            tx ->
                tx.sql()
                    .select(PARTICIPATION.CHILD_ID)
                    .from(PARTICIPATION)
                    .where(PARTICIPATION.TENANT_ID.eq(tx.tenant()))
                    .orderBy(PARTICIPATION.CHILD_ID)
                    .limit(1)
                    .fetchSingle()
                    .value1());
  }

  /** The lines of the plan of a statement, as the planner makes it with that setting. */
  static List<String> plan(Connection connection, Recorded.Statement statement, String setting)
      throws SQLException {
    return plan(connection, statement, setting, "explain ");
  }

  /** The same, as that word of the database explains it. */
  static List<String> plan(
      Connection connection, Recorded.Statement statement, String setting, String explain)
      throws SQLException {
    try (var running = connection.createStatement()) {
      running.execute(statement.context());
      running.execute(setting);
      List<String> lines = new ArrayList<>();
      try (ResultSet rows = running.executeQuery(explain + statement.sql())) {
        while (rows.next()) {
          lines.add(rows.getString(1));
        }
      }
      return lines;
    } finally {
      connection.rollback();
    }
  }
}
