package jp.tsunagi.run.city;

import static jp.tsunagi.schema.Tables.ACCESS_GRANT;
import static jp.tsunagi.schema.Tables.CHILD;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.tsunagi.Recorded;
import jp.tsunagi.TestProgram;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.TenantId;
import jp.tsunagi.base.database.TestServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.PGStatement;

/**
 * How the database finds what is read: by the indexes of reach and grants, in a city of any size,
 * and at what cost beside the same statements without a question of who reads
 * (docs/performance.md).
 */
class PlansTest {
  private static final double MOST = 1.5;

  /** Rows of a table that is large enough to be entered by an index whatever the planner thinks. */
  private static final int LARGE = 5_000;

  /** The towns of other tests are numbered from one on. */
  private static final TenantId FAR_FROM_OTHERS = new TenantId(100_000);

  /** The least data, planned as if it were much: every table is entered by an index. */
  private static final String AS_IF_LARGE =
      "set local enable_seqscan = off; set local enable_hashjoin = off;"
          + " set local enable_mergejoin = off; set local enable_material = off;"
          + " set local enable_memoize = off";

  /** Indexes of the few rows of a table that are looked for as a whole. */
  private static final Set<String> FEW = Set.of("consent_awaiting");

  private static final Pattern SCAN =
      Pattern.compile(
          "(?:Scan using (\\w+) on (\\w+)|Seq Scan on (\\w+)|Bitmap Index Scan on (\\w+))");
  private static final Pattern COMPARED = Pattern.compile("\\((?:\\w+\\.)?(\\w+) (?:=|<|>)");

  /** Tables that grow with the city; the register of places and posts is read as a whole. */
  private static final Set<String> GROWING =
      Set.of(
          "child",
          "child_name",
          "child_key",
          "child_address",
          "child_contact",
          "guardian",
          "guardianship",
          "involvement",
          "class_place",
          "participation",
          "reach",
          "access_grant",
          "consent",
          "consent_party",
          "consent_scope",
          "sheet",
          "sheet_part",
          "sheet_step",
          "sheet_writer",
          "item",
          "handover");

  private TestProgram program = TestProgram.shared();
  private TenantId tenant = FAR_FROM_OTHERS;

  @Test
  void everyQueryHasItsIndexInASmallCity() throws SQLException {
    CityPages city = new CityPages(program, tenant);
    city.make(CitySize.LEAST);
    try (Connection connection = application();
        Connection superuser = TestServer.superuser(program.address())) {
      Set<String> filled = tables(superuser, 0);
      var pages = city.pages();
      for (var page : pages.entrySet()) {
        assertThat(page.getValue()).as(page.getKey()).hasSizeGreaterThan(2);
        for (Recorded.Statement statement : page.getValue()) {
          assertThat(wholly(connection, statement, AS_IF_LARGE).stream().filter(filled::contains))
              .as("%s reads from end to end: %s", page.getKey(), statement.sql())
              .isEmpty();
        }
      }
    }
  }

  /** What has no index shows, so that the test above can fail. */
  @Test
  void aStatementWithoutAnIndexIsFound() throws SQLException {
    try (Connection connection = application()) {
      String sql = "select child_id from public.child where interpreter";
      assertThat(wholly(connection, new Recorded.Statement("", sql), AS_IF_LARGE))
          .contains("child");
    }
  }

  @Test
  @Tag("drill")
  @Tag("drill-plans")
  void aLargeCityIsReadByReachAndGrants() throws SQLException {
    // by itself: the tables hold nobody else's rows
    program = TestProgram.start();
    tenant = new TenantId(1);
    CityPages city = new CityPages(program, tenant);
    city.make(Integer.getInteger("drill.population", 738_000));
    System.out.println(size());
    try (Connection connection = application();
        Connection superuser = TestServer.superuser(program.address())) {
      superuser.setAutoCommit(false);
      Map<String, List<Recorded.Statement>> guarded = city.pages();
      Map<String, List<Recorded.Statement>> open = new LinkedHashMap<>();
      Unguarded.during(() -> open.putAll(city.pages()));
      Set<String> large = tables(superuser, LARGE);
      List<String> whole = new ArrayList<>();
      List<String> dear = new ArrayList<>();
      System.out.println("| page | statements | ms | without predicate and policies | ratio |");
      System.out.println("|---|---|---|---|---|");
      for (String page : guarded.keySet()) {
        List<Recorded.Statement> asked = guarded.getOrDefault(page, List.of());
        for (Recorded.Statement statement : asked) {
          wholly(connection, statement, "set local enable_seqscan = on").stream()
              .filter(large::contains)
              .map(table -> page + ": " + table + ": " + statement.sql())
              .forEach(whole::add);
        }
        double cost = milliseconds(connection, asked);
        double bare =
            milliseconds(
                superuser,
                open.getOrDefault(page, List.of()).stream()
                    .filter(statement -> !statement.sql().contains("open_child("))
                    .toList());
        System.out.printf(
            "| %s | %d | %.2f | %.2f | %.2f |%n", page, asked.size(), cost, bare, cost / bare);
        if (cost > MOST * bare) {
          dear.add(page);
        }
      }
      assertThat(whole).as("read from end to end").isEmpty();
      assertThat(dear).as("dearer than %s times", MOST).isEmpty();
    } finally {
      program.close();
    }
  }

  /** What a city has none or few of is rightly read first, and as a whole. */
  private static Set<String> tables(Connection connection, int rows) throws SQLException {
    Set<String> tables = new HashSet<>();
    try (var asking = connection.createStatement();
        ResultSet names =
            asking.executeQuery("select relname from pg_class where reltuples > " + rows)) {
      while (names.next()) {
        tables.add(names.getString(1));
      }
    }
    return tables;
  }

  private String size() {
    return program
        .database()
        .call(
            new Actor.Job(tenant, "plans"),
            tx ->
                "children %d, grants %d, reach %d, items %d"
                    .formatted(
                        tx.sql().fetchCount(CHILD),
                        tx.sql().fetchCount(ACCESS_GRANT),
                        tx.sql().fetchCount(jp.tsunagi.schema.Tables.REACH),
                        tx.sql().fetchCount(jp.tsunagi.schema.Tables.ITEM)));
  }

  private Connection application() throws SQLException {
    Connection connection =
        DriverManager.getConnection(
            program.address().url(),
            program.address().applicationName(),
            program.address().applicationPassword());
    connection.setAutoCommit(false);
    return connection;
  }

  /** The growing tables that a statement reads from end to end. */
  private static List<String> wholly(
      Connection connection, Recorded.Statement statement, String setting) throws SQLException {
    return wholly(CityPages.plan(connection, statement, setting));
  }

  /** Entered by nothing but the municipality, or by nothing at all. */
  private static List<String> wholly(List<String> plan) {
    List<String> tables = new ArrayList<>();
    for (int at = 0; at < plan.size(); at++) {
      Matcher scan = SCAN.matcher(plan.get(at));
      if (scan.find()) {
        String by = at + 1 < plan.size() ? plan.get(at + 1).strip() : "";
        String index =
            Objects.requireNonNullElse(
                scan.group(1), Objects.requireNonNullElse(scan.group(4), ""));
        String table =
            Stream.of(scan.group(2), scan.group(3))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> index.replaceAll("_(pk|by_.*|once)$", ""));
        boolean entered =
            by.startsWith("Index Cond:")
                && COMPARED.matcher(by).results().anyMatch(it -> !it.group(1).equals("tenant_id"));
        if (GROWING.contains(table) && !entered && !FEW.contains(index)) {
          tables.add(table);
        }
      }
    }
    return tables.stream().distinct().toList();
  }

  /** What a page's statements take together, each the median of several runs, as prepared ones. */
  private static double milliseconds(Connection connection, List<Recorded.Statement> statements)
      throws SQLException {
    double all = 0;
    for (Recorded.Statement statement : statements) {
      all += milliseconds(connection, statement);
    }
    return all;
  }

  private static double milliseconds(Connection connection, Recorded.Statement statement)
      throws SQLException {
    int warm = 7;
    double[] times = new double[15];
    try (var context = connection.createStatement();
        PreparedStatement prepared = connection.prepareStatement(statement.sql())) {
      prepared.unwrap(PGStatement.class).setPrepareThreshold(1);
      context.execute(statement.context());
      for (int run = -warm; run < times.length; run++) {
        long before = System.nanoTime();
        try (ResultSet rows = prepared.executeQuery()) {
          while (rows.next()) {
            rows.getObject(1);
          }
        }
        if (run >= 0) {
          times[run] = (System.nanoTime() - before) / 1e6;
        }
      }
    } finally {
      connection.rollback();
    }
    Arrays.sort(times);
    return times[times.length / 2];
  }
}
