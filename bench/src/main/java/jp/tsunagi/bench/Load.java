package jp.tsunagi.bench;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Has an operation done over and over for a while. Each turn is taken by one at a time: nobody
 * types into the same page with two hands.
 */
final class Load {
  /** Behind by so much at the end, what is left is not begun. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  /** As many at most wait for their answers at once when the rate is given. */
  private static final int MOST_AT_ONCE = 48;

  private final int port;
  private final int status;
  private final boolean once;
  private final LinkedBlockingQueue<Turn> free;
  private final AtomicInteger times = new AtomicInteger();

  Load(int port, Operation operation) {
    this.port = port;
    this.status = operation.status();
    this.once = operation.once();
    this.free = new LinkedBlockingQueue<>(operation.turns());
  }

  /**
   * What came of it.
   *
   * @param latencies nanoseconds of each answer
   * @param failed answers that were not what was to be expected
   * @param asked how many should have been begun; 0 where there is no rate
   */
  record Outcome(long[] latencies, int failed, int asked, Duration lasted) {
    double perSecond() {
      return latencies.length / (lasted.toNanos() / 1e9);
    }
  }

  /**
   * So many people at once, each as soon as the answer before has come. What can be done only once
   * is done with a quarter of what is left.
   */
  Outcome closed(int people, Duration length) {
    int most = once ? Math.max(1, free.size() / 4) : Integer.MAX_VALUE;
    return run(people, 0, new Plan(most, length.toNanos(), (_, _) -> System.nanoTime()));
  }

  /**
   * So many a second, whether the answers before have come or not; an answer's time counts from
   * when it should have been asked for, so that whoever had to wait for others is not left out.
   */
  Outcome atRate(int rate, Duration length) {
    int all = Math.toIntExact(rate * length.toSeconds());
    int most = once ? Math.min(all, free.size()) : all;
    Due due =
        (ticket, start) -> {
          long at = start + ticket * 1_000_000_000L / rate;
          for (long ahead = at - System.nanoTime(); ahead > 0; ahead = at - System.nanoTime()) {
            LockSupport.parkNanos(ahead);
          }
          return at;
        };
    return run(MOST_AT_ONCE, most, new Plan(most, length.plus(GRACE).toNanos(), due));
  }

  /**
   * Some of the turns, spread over all, for a closer look; those that can be taken only once are
   * taken out.
   */
  List<Turn> some(int many) {
    List<Turn> some = new ArrayList<>();
    if (once) {
      free.drainTo(some, many);
      return some;
    }
    List<Turn> all = List.copyOf(free);
    int chosen = Math.min(many, all.size());
    for (int i = 0; i < chosen; i++) {
      some.add(all.get(i * all.size() / chosen));
    }
    return some;
  }

  /** When the request with that number is due. */
  private interface Due {
    long at(int ticket, long start);
  }

  /**
   * What is begun.
   *
   * @param most requests
   * @param nanos from the start, after which nothing is begun
   */
  private record Plan(int most, long nanos, Due due) {}

  private record Own(long[] latencies, int failed) {}

  private Outcome run(int people, int asked, Plan plan) {
    AtomicInteger tickets = new AtomicInteger();
    long start = System.nanoTime();
    List<Future<Own>> all = new ArrayList<>();
    try (ExecutorService workers = Executors.newFixedThreadPool(people)) {
      for (int i = 0; i < people; i++) {
        all.add(workers.submit(() -> work(tickets, start, plan)));
      }
    }
    Duration lasted = Duration.ofNanos(System.nanoTime() - start);
    long[] latencies = new long[0];
    int failed = 0;
    for (Future<Own> one : all) {
      Own own = of(one);
      int before = latencies.length;
      latencies = Arrays.copyOf(latencies, before + own.latencies().length);
      System.arraycopy(own.latencies(), 0, latencies, before, own.latencies().length);
      failed += own.failed();
    }
    return new Outcome(latencies, failed, asked, lasted);
  }

  private static Own of(Future<Own> one) {
    try {
      return one.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known
          ? known
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchRefused(e, "interrupted");
    }
  }

  private Own work(AtomicInteger tickets, long start, Plan plan) throws InterruptedException {
    long[] latencies = new long[1024];
    int count = 0;
    int failed = 0;
    try (Wire wire = new Wire(port)) {
      while (true) {
        int ticket = tickets.getAndIncrement();
        long from = ticket < plan.most() ? plan.due().at(ticket, start) : 0;
        Turn turn = ticket < plan.most() ? next(start + plan.nanos()) : null;
        if (turn == null) {
          return new Own(Arrays.copyOf(latencies, count), failed);
        }
        failed += isDone(wire, turn) ? 0 : 1;
        if (count == latencies.length) {
          latencies = Arrays.copyOf(latencies, 2 * count);
        }
        latencies[count++] = System.nanoTime() - from;
        if (!once) {
          free.add(turn);
        }
      }
    }
  }

  private boolean isDone(Wire wire, Turn turn) {
    try {
      return wire.send(turn.bytes(times.getAndIncrement())).status() == status;
    } catch (UncheckedIOException noAnswer) {
      return false;
    }
  }

  /** Somebody whose hands are free before the time is over; null when nobody is. */
  private @Nullable Turn next(long end) throws InterruptedException {
    long left = end - System.nanoTime();
    if (left <= 0) {
      return null;
    }
    return once ? free.poll() : free.poll(left, TimeUnit.NANOSECONDS);
  }
}
