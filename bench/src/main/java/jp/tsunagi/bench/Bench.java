package jp.tsunagi.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./tsunagi bench}: measures the packed program on a made-up city. */
@Command(name = "tsunagi bench", resourceBundle = "messages.bench", sortOptions = false)
final class Bench implements Callable<Integer> {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final int OVER_BUDGET = 1;
  private static final int REFUSED = 2;
  private static final int LONGEST = 600;

  private final Clock clock;
  private final Path source;

  @Option(names = "--population", defaultValue = "150000")
  private int population = 150_000;

  @Option(names = "--operations", split = ",")
  private @Nullable List<String> operations;

  @Option(names = "--days")
  private boolean days;

  @Option(names = "--seconds", defaultValue = "10")
  private int seconds = 10;

  @Option(names = "--users", defaultValue = "4")
  private int users = 4;

  @Option(names = "--port", defaultValue = "0")
  private int port;

  @Option(names = "--cities")
  private @Nullable Path cities;

  @Option(names = "--results")
  private @Nullable Path results;

  @Option(
      names = {"--help", "-h"},
      usageHelp = true)
  boolean help;

  private Bench(Clock clock, Path source) {
    this.clock = clock;
    this.source = source;
  }

  /** Runs one command line; the property bench.source names the folder of the project. */
  public static void main(String[] arguments) {
    Path source = Path.of(System.getProperty("bench.source", "")).toAbsolutePath().normalize();
    int code =
        new CommandLine(new Bench(Clock.systemUTC(), source))
            .setExecutionExceptionHandler((e, _, _) -> failed(e))
            .execute(arguments);
    System.exit(code);
  }

  private static int failed(Exception failure) {
    if (Program.goesDown()) {
      return REFUSED;
    }
    if (failure instanceof BenchRefused refused) {
      refused.words().forEach(Words::complain);
    } else {
      failure.printStackTrace(System.err);
    }
    return REFUSED;
  }

  @Override
  public Integer call() {
    if (seconds < 2 || seconds > LONGEST) {
      throw new BenchRefused("seconds", seconds);
    }
    List<String> wanted = wanted();
    City city = City.of(in(cities, "bench/target/cities"), population, source);
    ResultFiles files = new ResultFiles(in(results, "bench/results"));
    make(city);
    double load = Machine.load();
    Words.step("step.start");
    try (Program program = Program.start(source, city, port)) {
      Words.step("step.started", program.startSeconds());
      return measure(city, program, wanted, load, files);
    }
  }

  private Path in(@Nullable Path typed, String usual) {
    return typed == null ? source.resolve(usual) : typed.toAbsolutePath().normalize();
  }

  /** What to measure; only the days, where nothing else is named. */
  private List<String> wanted() {
    List<String> named = operations;
    if (named == null) {
      return Operations.names();
    }
    List<String> unknown =
        named.stream().filter(name -> !Operations.names().contains(name)).toList();
    if (!unknown.isEmpty()) {
      throw new BenchRefused(
          "operation", String.join(", ", unknown), String.join(", ", Operations.names()));
    }
    return named;
  }

  private void make(City city) {
    if (city.isMade()) {
      Words.step("step.city.there", city.population(), city.folder().toString());
      // the first start of the day may migrate, and reads the disk; the one that counts is warm
      Program.start(source, city, port).close();
      return;
    }
    city.begin();
    Words.step("step.city", city.population(), city.folder().toString());
    try (Program making = Program.start(source, city, port)) {
      // what the server would do by itself in the next minutes, while it is measured
      Server server = Server.of(city.folder());
      server.run("vacuum (analyze)");
      server.run("checkpoint");
    }
    city.done();
  }

  private int measure(
      City city, Program program, List<String> wanted, double load, ResultFiles files) {
    String at = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    Server server = Server.of(city.folder());
    server.settle();
    Duration length = Duration.ofSeconds(seconds);
    try (Jvm jvm = Jvm.attach(program.pid());
        People people = new People(server, program.port())) {
      Machine machine = Machine.of(jvm, server);
      Optional<Result> before = files.latest(population, machine, wanted);
      Cpu cpu = new Cpu(Path.of("/proc"), program.pid(), server.postmaster());
      Measuring measuring = new Measuring(program, server, jvm, cpu, clock, length, users);
      Operations ready =
          new Operations(server, people, LocalDate.now(clock.withZone(JAPAN)), length);
      List<Row> rows = new ArrayList<>();
      List<BenchRefused> refused = new ArrayList<>();
      for (String name : wanted) {
        Words.timed(name);
        try {
          rows.add(measuring.measure(ready.ready(name)));
        } catch (BenchRefused one) {
          // the others count all the same; if the program is gone, the next step says so
          one.words().forEach(Words::complain);
          refused.add(one);
        }
      }
      PageWeight weight = weight(people);
      Result.@Nullable Lived lived =
          days ? measuring.lived(new Days(source, server, people, program.port(), length)) : null;
      Result.Idle idle = measuring.idle();
      Result.Heap heap =
          new Result.Heap(
              jvm.heapAtMost(), jvm.heapPeak(), jvm.heapAfterCollection(), jvm.collecting());
      Result result =
          new Result(
              Result.FORMAT,
              at,
              commit(),
              city.schema(),
              population,
              seconds,
              machine,
              load,
              Machine.load(),
              program.startSeconds(),
              heap,
              weight,
              idle,
              rows,
              lived,
              List.of());
      int code = report(result, before, wanted, files);
      return refused.isEmpty() ? code : REFUSED;
    }
  }

  private static PageWeight weight(People people) {
    String login = people.holding("COUNSELLOR", 1).getFirst();
    String child = people.children(login, 1).getFirst();
    return PageWeight.of(people.of(login), "/children/" + child);
  }

  private int report(
      Result measured, Optional<Result> before, List<String> wanted, ResultFiles files) {
    Optional<Result> tenth = files.latest(population / 10, measured.machine(), wanted);
    Result result = measured.with(Budgets.check(measured, tenth));
    Tables.of(result, before).forEach(Words::line);
    Words.step("step.written", files.keep(result).toString());
    return result.isWithinBudgets() ? 0 : OVER_BUDGET;
  }

  /** The last that changed the program; empty where the sources are in no repository. */
  private String commit() {
    String last = git(List.of("log", "-1", "--format=%h"));
    return last + (git(List.of("status", "--porcelain")).isEmpty() ? "" : "+");
  }

  private String git(List<String> question) {
    List<String> command = new ArrayList<>(List.of("git", "-C", source.toString()));
    command.addAll(question);
    command.addAll(List.of("--", "app/src/main", "postgres/src/main", "pom.xml", "app/pom.xml"));
    try {
      Process git = new ProcessBuilder(command).redirectErrorStream(false).start();
      String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return said.strip();
    } catch (IOException noGit) {
      return "";
    }
  }
}
