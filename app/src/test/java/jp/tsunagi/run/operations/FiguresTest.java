package jp.tsunagi.run.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.tsunagi.FamilyTown;
import jp.tsunagi.Visitor;
import org.junit.jupiter.api.Test;

/** The figures for watchers: what an operator needs, and nothing of anybody. */
class FiguresTest {
  private static final Pattern LINE =
      Pattern.compile("(?m)^([a-z_]+)(?:\\{([^}]*(?:\\{[^}]*}[^}]*)*)})? ");
  private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"([^\"]*)\"");
  private static final Pattern NUMBER = Pattern.compile("\\+Inf|[0-9.]+(?:E-?[0-9]+)?");

  /** The names of the parts of the Java machine, as it has them itself. */
  private static final Set<String> OF_THE_MACHINE =
      Set.of("area", "id", "state", "gc", "cause", "action");

  private final FamilyTown family = new FamilyTown();

  private String figures() {
    return family.program.bean(PrometheusMeterRegistry.class).scrape();
  }

  private static Map<String, Set<String>> labels(String figures) {
    Map<String, Set<String>> found = new TreeMap<>();
    for (MatchResult line : LINE.matcher(figures).results().toList()) {
      String labels = line.group(2) == null ? "" : line.group(2);
      String whose = line.group(1).startsWith("tsunagi") ? "tsunagi." : "";
      LABEL
          .matcher(labels)
          .results()
          .forEach(label ->
              found
                  .computeIfAbsent(whose + label.group(1), _ -> new TreeSet<>())
                  .add(label.group(2)));
    }
    return found;
  }

  private static double value(String figures, String start) {
    return figures
        .lines()
        .filter(line -> line.startsWith(start))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private void walk(List<String> secrets) throws Exception {
    Visitor counsellor = family.program.visitor().signIn(family.counsellor);
    secrets.add(family.counsellor.login());
    secrets.add(family.child.toString());
    counsellor.get("/children/" + family.child).is(200);
    counsellor.get("/children/zq-path-unknown?zq-query=zq-value").is(400);
    counsellor.get("/zq-nowhere/" + family.child).is(404);
    counsellor.post("/children/" + family.child + "/blocks", "zq-field", "zq-value");
    family.program.visitor().signIn("zq-login", "zq-password-that-is-wrong");
    try (HttpClient client = HttpClient.newHttpClient()) {
      client.send(
          HttpRequest.newBuilder(URI.create(family.program.url() + "/sign-in"))
              .method("ZQMETHOD", HttpRequest.BodyPublishers.noBody())
              .header("User-Agent", "zq-agent")
              .build(),
          HttpResponse.BodyHandlers.discarding());
    }
  }

  @Test
  void noLabelSaysAnythingOfAnybody() throws Exception {
    List<String> secrets = new ArrayList<>(List.of("zq", "ZQ", "青空", "つなぎ市", "つなぎ児童"));
    walk(secrets);
    String figures = figures();
    assertThat(figures).doesNotContain(secrets.toArray(String[]::new));
    Map<String, Set<String>> labels = labels(figures);
    Set<String> routes =
        Routes.ofTheProgram().all().stream().map(Routes.Route::path).collect(Collectors.toSet());
    assertThat(labels.remove("tsunagi.route"))
        .contains("/children/{id}", "none", "/sign-in")
        .allSatisfy(
            route -> assertThat(routes.contains(route) || isOfFiles(route)).as(route).isTrue());
    assertThat(labels.remove("tsunagi.method"))
        .isSubsetOf("GET", "HEAD", "POST", "PUT", "DELETE", "OTHER")
        .contains("OTHER");
    assertThat(labels.remove("tsunagi.status")).allMatch(status -> status.matches("[1-5]\\d\\d"));
    assertThat(labels.remove("tsunagi.le")).allMatch(NUMBER.asMatchPredicate());
    assertThat(labels.remove("tsunagi.what"))
        .containsExactlyInAnyOrder(
            "forged_form",
            "unreadable",
            "throttled",
            "unknown_login",
            "password",
            "refused_sign_in",
            "picture",
            "ledger");
    assertThat(labels.remove("pool")).containsOnly("tsunagi");
    assertThat(labels.remove("name")).as("pools").isSubsetOf("dataSource");
    assertThat(OF_THE_MACHINE).as(labels.toString()).containsAll(labels.keySet());
  }

  /** Files that are the same for everybody: styles, scripts, fonts. */
  private static boolean isOfFiles(String route) {
    return Set.of("none", "/**", "/webjars/**").contains(route);
  }

  @Test
  void whatAnOperatorNeedsIsThere() throws Exception {
    String refused = "tsunagi_sign_ins_refused_total";
    String of =
        "tsunagi_http_answers_total{method=\"GET\",route=\"/children/{id}\",status=\"200\"}";
    double before = value(figures(), refused);
    double opened = value(figures(), of);
    walk(new ArrayList<>());
    family.program.visitor().signIn(family.counsellor.login(), "not-the-password-at-all");
    family.program.visitor().get("/sign-in");
    String figures = figures();
    for (int tries = 0; value(figures, refused) == before && tries < 100; tries++) {
      Thread.sleep(50);
      figures = figures();
    }
    assertThat(value(figures, refused)).isGreaterThan(before);
    assertThat(value(figures, of)).isEqualTo(opened + 1);
    assertThat(value(figures, "tsunagi_http_seconds_bucket{route=\"/children/{id}\",le=\"30.0\"}"))
        .isPositive();
    assertThat(figures)
        .contains(
            "hikaricp_connections_active{pool=\"tsunagi\"}",
            "hikaricp_connections_pending{pool=\"tsunagi\"}",
            "jvm_memory_used_bytes",
            "jvm_gc_pause",
            "process_uptime_seconds",
            "process_files_open_files",
            "tsunagi_waiting{what=\"ledger\"}",
            "tsunagi_refused_total{what=\"unknown_login\"}",
            "tsunagi_seal_lag_seconds",
            "tsunagi_sessions",
            "tsunagi_ready",
            "tsunagi_database_up",
            "tsunagi_backup_last_seconds");
  }
}
