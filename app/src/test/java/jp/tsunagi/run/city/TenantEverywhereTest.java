package jp.tsunagi.run.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagi.Recorded;
import jp.tsunagi.TestProgram;
import jp.tsunagi.base.database.TenantId;
import jp.tsunagi.base.database.TestServer;
import org.junit.jupiter.api.Test;

/** What the distributed engine asks of the statements of the pages (docs/distributed.md). */
class TenantEverywhereTest {
  private static final Pattern SCAN =
      Pattern.compile(
          "(?:Scan(?: Backward)? using \\w+|Seq Scan|Bitmap Heap Scan) on public\\.(\\w+)");

  private static final Pattern STEP = Pattern.compile("->|^\\s*(?:SubPlan|InitPlan|CTE) ");

  /** Accounts are nobody's: one person may work for several municipalities. */
  private static final Set<String> OF_NO_TENANT = Set.of("account", "account_membership");

  /** The least data, planned as if it were much. */
  private static final String AS_IF_LARGE =
      "set local enable_seqscan = off; set local enable_hashjoin = off;"
          + " set local enable_mergejoin = off; set local enable_material = off;"
          + " set local enable_memoize = off";

  private final TestProgram program = TestProgram.shared();

  /**
   * A distributed engine finds the node by the municipality, and must find it at each table of each
   * subquery: one that is only joined to it is asked of every node. Without row level security,
   * which names the municipality itself.
   */
  @Test
  void everyTableIsAskedForTheMunicipality() throws SQLException {
    CityPages city = new CityPages(program, new TenantId(100_003));
    city.make(CitySize.LEAST);
    int tables = 0;
    try (Connection superuser = TestServer.superuser(program.address())) {
      superuser.setAutoCommit(false);
      for (var page : city.pages().entrySet()) {
        for (Recorded.Statement statement : page.getValue()) {
          List<String> asked = plan(superuser, statement);
          assertThat(elsewhere(asked)).as("%s: %s", page.getKey(), statement.sql()).isEmpty();
          tables += (int) asked.stream().filter(line -> SCAN.matcher(line).find()).count();
        }
      }
    }
    assertThat(tables).as("tables looked at").isGreaterThan(300);
  }

  /** So that the test above can fail. */
  @Test
  void aTableThatIsOnlyJoinedIsFound() throws SQLException {
    String sql =
        "select (select count(*) from public.sheet s where s.tenant_id = c.tenant_id"
            + " and s.child_id = c.child_id) from public.child c where c.tenant_id = 1";
    try (Connection superuser = TestServer.superuser(program.address())) {
      superuser.setAutoCommit(false);
      assertThat(elsewhere(plan(superuser, new Recorded.Statement("", sql)))).isNotEmpty();
    }
  }

  /** The plan with schemas, as if the tables were large. */
  private static List<String> plan(Connection connection, Recorded.Statement statement)
      throws SQLException {
    return CityPages.plan(connection, statement, AS_IF_LARGE, "explain verbose ");
  }

  /** Where the lines about a table end: at the next step of the plan. */
  private static int next(List<String> plan, int at) {
    int next = at + 1;
    while (next < plan.size() && !STEP.matcher(plan.get(next)).find()) {
      next++;
    }
    return next;
  }

  /** Tables of municipalities whose condition names none, by the lines of their plan. */
  private static List<String> elsewhere(List<String> plan) {
    List<String> found = new ArrayList<>();
    for (int at = 0; at < plan.size(); at++) {
      Matcher scan = SCAN.matcher(plan.get(at));
      if (scan.find() && !OF_NO_TENANT.contains(scan.group(1))) {
        String conditions =
            plan.subList(at + 1, next(plan, at)).stream()
                .filter(line -> line.contains("Cond:") || line.contains("Filter:"))
                .collect(java.util.stream.Collectors.joining());
        if (!conditions.matches("(?s).*tenant_id = (\\d+|'\\d+'::integer)\\).*")) {
          found.add(plan.get(at).strip() + " " + conditions.strip());
        }
      }
    }
    return found;
  }
}
