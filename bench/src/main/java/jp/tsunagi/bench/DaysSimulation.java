package jp.tsunagi.bench;

import static io.gatling.javaapi.core.CoreDsl.constantConcurrentUsers;
import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jsonFile;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.regex;
import static io.gatling.javaapi.core.CoreDsl.repeat;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.header;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.Assertion;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.Http;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import scala.Product;

/**
 * Real days, by Gatling: people who look, think and write, each signed in before. Run by {@link
 * Days}, which gives the address, who there is and what lies on whose desk as files.
 */
public final class DaysSimulation extends Simulation {
  /** Address of the measured program. */
  static final String ADDRESS = "bench.address";

  /** Folder with a file for each day: who lives it, with cookies, token and papers. */
  static final String PEOPLE = "bench.people";

  /** Seconds that all of it lasts. */
  static final String SECONDS = "bench.seconds";

  /** A pause between the pages: shorter than people make, so that there is something to do. */
  private static final Duration SHORT = Duration.ofMillis(500);

  private static final Duration LONG = Duration.ofMillis(1500);

  private static final int WRITINGS = 5;
  private static final String UNSEEN =
      "<input type=\"hidden\" name=\"(page|since\\.[a-z0-9-]+)\" value=\"([^\"]*)\">";

  private static final double[] PERCENTS = {50, 95, 99};

  private final Set<String> requests = new LinkedHashSet<>();
  private final Duration length = Duration.ofSeconds(Integer.getInteger(SECONDS, 60));

  /** Gets the scenarios ready; Gatling runs them. */
  public DaysSimulation() {
    setUp(Arrays.stream(Day.values()).map(this::lived).toArray(PopulationBuilder[]::new))
        .protocols(
            http.baseUrl(System.getProperty(ADDRESS, ""))
                .disableFollowRedirect()
                .disableCaching()
                .header("Cookie", "#{cookie}"))
        .assertions(figures().toArray(Assertion[]::new));
  }

  private PopulationBuilder lived(Day day) {
    String file =
        Path.of(System.getProperty(PEOPLE, "")).resolve(day.file()).toAbsolutePath().toString();
    ScenarioBuilder life = scenario(day.title()).feed(jsonFile(file).circular()).exec(acts(day));
    return life.injectClosed(constantConcurrentUsers(day.people()).during(length));
  }

  private ChainBuilder acts(Day day) {
    return switch (day) {
      case COUNSELLOR_MORNING -> counsellor(day);
      case TEACHER_WRITES -> teacher(day);
      case GUARDIAN_EVENING -> guardian(day);
      case APRIL -> april(day);
      case MONTH_END -> monthEnd(day);
    };
  }

  /** The telephone rings: who is it, what is there, what else waits. */
  private ChainBuilder counsellor(Day day) {
    return exec(page(day, "my day", "/day"))
        .exec(thinking())
        .exec(
            typing(day, "search", "/children/search")
                .formParam("q", "#{name}")
                .header("HX-Request", "true"))
        .exec(thinking())
        .exec(page(day, "child page", "/children/#{child}"))
        .exec(thinking())
        .exec(page(day, "sheets of the child", "/children/#{child}/sheets"))
        .exec(thinking())
        .exec(page(day, "list of participants", "/lists/participants"))
        .exec(thinking());
  }

  /** The plan of one child, with a pause after every sentence. */
  private ChainBuilder teacher(Day day) {
    return exec(page(day, "my class", "/day"))
        .exec(thinking())
        .exec(page(day, "child page", "/children/#{child}"))
        .exec(thinking())
        .exec(
            page(day, "writing screen", "/sheets/#{sheet}/draft")
                .check(regex(UNSEEN).captureGroups(2).findAll().saveAs("unseen")))
        .exec(
            repeat(WRITINGS)
                .on(
                    thinking()
                        .exec(
                            typing(day, "draft save", "/sheets/#{sheet}/draft")
                                .header("X-Requested-With", "autosave")
                                .formParamMap(DaysSimulation::unseen)
                                .formParam("changed", "#{field}")
                                .formParam("#{field}", "#{text}"))));
  }

  /** What the writing screen holds of its page and of what it has seen: an autosave sends it. */
  private static Map<String, Object> unseen(Session session) {
    Map<String, Object> fields = new HashMap<>();
    for (Object pair : session.getList("unseen")) {
      if (pair instanceof List<?> names) {
        fields.put(String.valueOf(names.getFirst()), names.getLast());
      } else if (pair instanceof Product two) {
        fields.put(String.valueOf(two.productElement(0)), two.productElement(1));
      }
    }
    return fields;
  }

  /** On the phone: what came, who has looked; the answer is: let us talk. */
  private ChainBuilder guardian(Day day) {
    return exec(page(day, "portal", "/portal"))
        .exec(thinking())
        .exec(page(day, "sheet", "/portal/sheets/#{sheet}"))
        .exec(thinking())
        .exec(
            typing(day, "answer", "/portal/sheets/#{sheet}/answer")
                .formParam("answer", "talk")
                .check(status().is(303)))
        .exec(thinking())
        .exec(page(day, "who has looked", "/portal/children/#{child}/access"))
        .exec(thinking());
  }

  /** Classes, newcomers, what was handed over. */
  private ChainBuilder april(Day day) {
    return exec(page(day, "children of the school", "/day"))
        .exec(thinking())
        .exec(page(day, "classes", "/classes"))
        .exec(thinking())
        .exec(page(day, "caseloads", "/caseloads"))
        .exec(thinking())
        .exec(page(day, "handovers", "/handovers"))
        .exec(thinking())
        .exec(page(day, "child page", "/children/#{child}"))
        .exec(thinking());
  }

  /** One sheet after the other on paper. */
  private ChainBuilder monthEnd(Day day) {
    return exec(page(day, "sheet", "/sheets/#{sheet}"))
        .exec(thinking())
        .exec(page(day, "print screen", "/sheets/#{sheet}/print"))
        .exec(thinking())
        .exec(
            typing(day, "print", "/sheets/#{sheet}/print")
                .formParam("purpose", "meeting")
                .check(status().is(303))
                .check(header("Location").saveAs("paper")))
        .exec(page(day, "paper", "#{paper}"))
        .exec(thinking());
  }

  private HttpRequestActionBuilder page(Day day, String name, String path) {
    return asked(day, name).get(path).check(status().is(200));
  }

  private HttpRequestActionBuilder typing(Day day, String name, String path) {
    return asked(day, name).post(path).formParam("_csrf", "#{token}");
  }

  private Http asked(Day day, String name) {
    requests.add(day.named(name));
    return http(day.named(name));
  }

  /** No demands: beside each of them Gatling says at the end what it measured. */
  private List<Assertion> figures() {
    List<Assertion> figures = new ArrayList<>();
    for (String request : requests) {
      figures.add(details(request).allRequests().count().gte(0L));
      figures.add(details(request).failedRequests().count().gte(0L));
      for (double percent : PERCENTS) {
        figures.add(details(request).responseTime().percentile(percent).gte(0));
      }
    }
    return figures;
  }

  private ChainBuilder thinking() {
    return pause(SHORT, LONG);
  }
}
