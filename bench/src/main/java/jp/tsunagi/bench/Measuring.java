package jp.tsunagi.bench;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Measures one operation: warms the program up, has it done in a closed loop (throughput, CPU,
 * allocation) and at a rate (how long answers take), writes down the SQL of some requests, then
 * measures the two limits beside it.
 */
final class Measuring {
  /** Of so many requests the SQL is written down and run by the bare driver. */
  private static final int RECORDED = 8;

  /**
   * Warm, once a request has cost no less than so much of the least so far, so many times: the Java
   * machine compiles what is used most for about a minute, at several times the cost.
   */
  private static final double STEADY = 0.95;

  private static final int TIMES_STEADY = 3;
  private static final int LONGEST_WARMING = 20;

  /** Smaller answers only lead somewhere else: no file is like them. */
  private static final int LEAST_BODY = 200;

  private final Program program;
  private final Server server;
  private final Jvm jvm;
  private final Cpu cpu;
  private final Clock clock;
  private final Duration length;
  private final int users;

  Measuring(
      Program program, Server server, Jvm jvm, Cpu cpu, Clock clock, Duration length, int users) {
    this.program = program;
    this.server = server;
    this.jvm = jvm;
    this.cpu = cpu;
    this.clock = clock;
    this.length = length;
    this.users = users;
  }

  /** What was used between two moments. */
  private record Spent(Cpu.Reading cpu, long allocated, double others) {}

  private final class Meter {
    private final Cpu.Reading before = cpu.read();
    private final long allocatedBefore = jvm.allocated();
    private final long busyBefore = Machine.busy();
    private final long ownBefore = Machine.own();
    private final long start = System.nanoTime();

    Spent spent() {
      Cpu.Reading used = cpu.read().since(before);
      double wall = (System.nanoTime() - start) / 1e6 * Runtime.getRuntime().availableProcessors();
      long ours = used.program() + used.database() + Machine.own() - ownBefore;
      double others = Math.max(0, (Machine.busy() - busyBefore - ours) / wall);
      return new Spent(used, jvm.allocated() - allocatedBefore, others);
    }
  }

  Row measure(Operation operation) {
    Load load = new Load(program.port(), operation);
    warm(load, operation.once() ? 1 : LONGEST_WARMING);
    Meter meter = new Meter();
    Load.Outcome closed = load.closed(users, length);
    Spent spent = meter.spent();
    int many = Math.max(1, closed.latencies().length);
    List<Turn> recorded = load.some(RECORDED);
    Load.Outcome timed = load.atRate(operation.rate(), length);
    Recorder.Recorded sql = new Recorder(server, program.port(), clock).record(operation, recorded);
    int bytes = sql.bytes();
    return new Row(
        operation.name(),
        users,
        closed.perSecond(),
        operation.rate(),
        timed.perSecond(),
        Percentiles.of(closed.latencies()),
        Percentiles.of(timed.latencies()),
        closed.failed() + timed.failed(),
        sql.statements(),
        sql.transactions(),
        bytes,
        spent.allocated() / many,
        (double) spent.cpu().program() / many,
        (double) spent.cpu().database() / many,
        spent.others(),
        new BareDriver(server, cpu).loop(sql, length.dividedBy(2)),
        bytes < LEAST_BODY ? null : still(operation.turns().getFirst().visitor(), bytes));
  }

  /** What the days cost, measured while they are played. */
  Result.Lived lived(Days days) {
    days.warm();
    Meter meter = new Meter();
    long start = System.nanoTime();
    List<Result.Day> requests = days.play();
    Spent spent = meter.spent();
    double seconds = (System.nanoTime() - start) / 1e9;
    int many = Math.max(1, requests.stream().mapToInt(Result.Day::count).sum());
    return new Result.Lived(
        many / seconds,
        spent.allocated() / many,
        (double) spent.cpu().program() / many,
        (double) spent.cpu().database() / many,
        spent.others(),
        requests);
  }

  private void warm(Load load, int longest) {
    double best = Double.MAX_VALUE;
    int steady = 0;
    for (int i = 0; i < longest && steady < TIMES_STEADY; i++) {
      long used = cpu.read().program();
      int answers = load.closed(users, length.dividedBy(2)).latencies().length;
      double each = (double) (cpu.read().program() - used) / Math.max(1, answers);
      steady = each > STEADY * best ? steady + 1 : 0;
      best = Math.min(best, each);
    }
  }

  /** The file that a page of the program names whose size is nearest. */
  private Row.@Nullable Still still(Visitor visitor, int bytes) {
    List<PageWeight.Named> files = PageWeight.named(visitor.send(Ask.page("/day")).text());
    record Sized(String path, int bytes) {}
    return files.stream()
        .map(file -> new Sized(file.path(), visitor.send(Ask.page(file.path())).body().length))
        .min(Comparator.comparingInt(file -> Math.abs(file.bytes() - bytes)))
        .map(file -> still(visitor, file.path(), file.bytes()))
        .orElse(null);
  }

  private Row.Still still(Visitor visitor, String path, int bytes) {
    Turn turn = new Turn(visitor, Ask.page(path));
    List<Turn> turns = java.util.Collections.nCopies(users, turn);
    Load load = new Load(program.port(), new Operation("still", 0, 200, false, turns));
    load.closed(users, length.dividedBy(4));
    Cpu.Reading before = cpu.read();
    Load.Outcome outcome = load.closed(users, length.dividedBy(2));
    double used = cpu.read().since(before).program();
    return new Row.Still(
        path,
        bytes,
        outcome.perSecond(),
        Percentiles.of(outcome.latencies()),
        used / Math.max(1, outcome.latencies().length));
  }

  /** CPU milliseconds a second while nobody asks for anything. */
  Result.Idle idle() {
    Cpu.Reading before = cpu.read();
    long start = System.nanoTime();
    try {
      Thread.sleep(length.dividedBy(2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchRefused(e, "interrupted");
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    Cpu.Reading used = cpu.read().since(before);
    return new Result.Idle(used.program() / seconds, used.database() / seconds);
  }
}
