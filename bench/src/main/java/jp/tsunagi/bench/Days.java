package jp.tsunagi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plays the days: signs everybody in, writes down who has what on the desk, has Gatling live them
 * in a process of its own, and reads its statistics.
 */
final class Days {
  private static final int TIMES_LONGER = 6;
  private static final int GUARDIANS = 8;
  private static final int COORDINATORS = 4;
  private static final int COUNSELLORS = 3;
  private static final int WRITERS = 12;
  private static final int CHILDREN = 40;
  private static final Pattern FIGURE =
      Pattern.compile(
          "(.*): (count of (?:all|failed) events|\\d+th percentile)(?: of response time)? is .*"
              + " \\(actual : ([0-9.E]+)\\)");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path folder;
  private final Server server;
  private final People people;
  private final Papers papers;
  private final int port;
  private final Duration length;

  Days(Path source, Server server, People people, int port, Duration length) {
    this.folder = source.resolve("bench/target/days");
    this.server = server;
    this.people = people;
    this.papers = new Papers(server, people);
    this.port = port;
    this.length = length.multipliedBy(TIMES_LONGER);
  }

  /** Who lives a day, and with what. */
  private interface Desk {
    List<Map<String, String>> all();
  }

  /** Gets everybody ready and has them live for a while, until the program is warm. */
  void warm() {
    try {
      Files.createDirectories(folder);
      write(Day.COUNSELLOR_MORNING, this::counsellors);
      write(Day.TEACHER_WRITES, this::teachers);
      write(Day.GUARDIAN_EVENING, this::guardians);
      write(Day.APRIL, this::april);
      write(Day.MONTH_END, this::printing);
      Words.step("step.signin", people.many());
      Words.step("step.days", length.toSeconds());
      gatling(length.dividedBy(2));
    } catch (IOException e) {
      throw new BenchRefused(e, "results", folder, e.getMessage());
    }
  }

  List<Result.Day> play() {
    try {
      return read(Files.readAllLines(gatling(length)));
    } catch (IOException e) {
      throw new BenchRefused(e, "results", folder, e.getMessage());
    }
  }

  private void write(Day day, Desk desk) throws IOException {
    List<Map<String, String>> all = desk.all();
    if (all.isEmpty()) {
      throw new BenchRefused("nobody", day.title());
    }
    Files.writeString(folder.resolve(day.file()), JSON.writeValueAsString(all));
  }

  private Map<String, String> desk(String login) {
    Visitor visitor = people.of(login);
    Map<String, String> desk = new LinkedHashMap<>();
    desk.put("cookie", visitor.cookieLine());
    desk.put("token", visitor.token());
    return desk;
  }

  private List<Map<String, String>> counsellors() {
    List<Map<String, String>> desks = new ArrayList<>();
    for (String login : people.holding("COUNSELLOR", COUNSELLORS)) {
      for (String child : people.children(login, CHILDREN)) {
        Map<String, String> desk = desk(login);
        desk.put("child", child);
        desk.put(
            "name",
            server
                .ask(
                    "select left(family_kana, 3) from child_name where child_id = ?::uuid limit 1",
                    row -> row.getString(1),
                    child)
                .getFirst());
        desks.add(desk);
      }
    }
    return desks;
  }

  private List<Map<String, String>> teachers() {
    List<Map<String, String>> desks = new ArrayList<>();
    for (Papers.Paper draft : papers.drafts(WRITERS, CHILDREN)) {
      Map<String, String> desk = desk(draft.login());
      desk.put("child", draft.child());
      desk.put("sheet", draft.sheet());
      desk.put("field", Papers.USUAL);
      desk.put("text", Words.in(Locale.JAPANESE, "typed", draft.sheet().substring(30)));
      desks.add(desk);
    }
    return desks;
  }

  private List<Map<String, String>> guardians() {
    String counsellor = people.holding("COUNSELLOR", 1).getFirst();
    return new Families(server, people, port)
        .all(counsellor, GUARDIANS).stream()
            .map(family -> {
              Map<String, String> desk = desk(family.login());
              desk.put("child", family.child());
              desk.put("sheet", family.sheet());
              return desk;
            })
            .toList();
  }

  private List<Map<String, String>> april() {
    List<Map<String, String>> desks = new ArrayList<>();
    for (String login : people.holding("COORDINATOR", COORDINATORS)) {
      for (String child : people.children(login, CHILDREN / COORDINATORS)) {
        Map<String, String> desk = desk(login);
        desk.put("child", child);
        desks.add(desk);
      }
    }
    return desks;
  }

  private List<Map<String, String>> printing() {
    return people.holding("COORDINATOR", COORDINATORS).stream()
        .flatMap(login -> papers.finals(login, CHILDREN / COORDINATORS).stream())
        .map(paper -> {
          Map<String, String> desk = desk(paper.login());
          desk.put("sheet", paper.sheet());
          return desk;
        })
        .toList();
  }

  /** Runs it and says where its words are. */
  private Path gatling(Duration lasting) throws IOException {
    Path log = folder.resolve("gatling.log");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-Xmx512m",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "-D" + DaysSimulation.ADDRESS + "=http://127.0.0.1:" + port,
            "-D" + DaysSimulation.PEOPLE + "=" + folder,
            "-D" + DaysSimulation.SECONDS + "=" + lasting.toSeconds(),
            "-Dgatling.data.enableAnalytics=false",
            "io.gatling.app.Gatling",
            "--simulation",
            DaysSimulation.class.getName(),
            "--no-reports",
            "--results-folder",
            folder.resolve("results").toString());
    Process gatling =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    Thread interrupted = new Thread(gatling::destroy, "stopping Gatling");
    Runtime.getRuntime().addShutdownHook(interrupted);
    try {
      if (!gatling.waitFor(lasting.toSeconds() + 300, TimeUnit.SECONDS)) {
        gatling.destroy();
      }
      Runtime.getRuntime().removeShutdownHook(interrupted);
      if (gatling.waitFor() != 0) {
        throw new BenchRefused("gatling", Integer.toString(gatling.exitValue()), log);
      }
      return log;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchRefused(e, "interrupted");
    }
  }

  /**
   * What Gatling measured of each request, in the order of the scenarios: it says so beside each
   * assertion when the run is over.
   */
  static List<Result.Day> read(List<String> said) {
    Map<String, Map<String, Integer>> figures = new LinkedHashMap<>();
    for (String line : said) {
      Matcher figure = FIGURE.matcher(line);
      if (figure.matches()) {
        figures
            .computeIfAbsent(figure.group(1), _ -> new LinkedHashMap<>())
            .put(figure.group(2), (int) Math.round(Double.parseDouble(figure.group(3))));
      }
    }
    return figures.entrySet().stream().map(each -> day(each.getKey(), each.getValue())).toList();
  }

  private static Result.Day day(String request, Map<String, Integer> figures) {
    String[] named = Day.parts(request);
    return new Result.Day(
        named[0],
        named[1],
        figures.getOrDefault("count of all events", 0),
        figures.getOrDefault("count of failed events", 0),
        figures.getOrDefault("50th percentile", 0),
        figures.getOrDefault("95th percentile", 0),
        figures.getOrDefault("99th percentile", 0));
  }
}
