package jp.tsunagi.base.trace;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Municipality;
import jp.tsunagi.base.database.TenantId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Seals the trace of every municipality once a second while the program runs, and hands each seal
 * to the outlets. Several nodes may do so: who comes second finds the stretch sealed.
 */
public final class Sealing implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int WATCHED_EVERY = 60;
  private static final Duration LATE = Duration.ofSeconds(60);

  /** As long as the end waits for the round under way and the last one after it. */
  private static final Duration LAST_ROUNDS = Duration.ofSeconds(10);

  private final Database database;
  private final Sealer sealer;
  private final List<SealOutlet> outlets;
  private volatile Thread worker = new Thread(() -> {});
  private volatile CountDownLatch stopping = new CountDownLatch(1);

  public Sealing(Database database, TraceKey key, List<SealOutlet> outlets) {
    this.database = database;
    this.sealer = new Sealer(database, key);
    this.outlets = List.copyOf(outlets);
  }

  /** One round over all municipalities. */
  void round() {
    for (TenantId tenant : municipalities()) {
      sealer.next(tenant).map(Sealer.Sealed::line).ifPresent(this::handOut);
    }
  }

  private List<TenantId> municipalities() {
    return database.call(new Actor.Login(), Municipality::all);
  }

  private void handOut(String line) {
    for (SealOutlet outlet : outlets) {
      outlet.take(line);
    }
  }

  /** The longest time that a row of the trace has been waiting for its seal. */
  public Duration lag() {
    return municipalities().stream()
        .map(sealer::lag)
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  /** Says so when sealing hangs behind, by the figure docs/trace.md gives. */
  private void watch() {
    Duration lag = lag();
    if (lag.compareTo(LATE) > 0) {
      LOG.error("the trace has been waiting for its seal for {} s", lag.toSeconds());
    }
  }

  @Override
  public void start() {
    stopping = new CountDownLatch(1);
    worker = Thread.ofPlatform().name("sealing").daemon().start(this::work);
  }

  /** Stops only between two rounds: one that is under way ends first. */
  private void work() {
    CountDownLatch until = stopping;
    try {
      int round = 0;
      do {
        round++;
        tried(round);
      } while (!until.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
      tried(1);
    } catch (InterruptedException nobodyWaits) {
      Thread.currentThread().interrupt();
    }
  }

  private void tried(int round) {
    try {
      round();
      if (round % WATCHED_EVERY == 0) {
        watch();
      }
    } catch (RuntimeException failed) {
      // sealing goes on with the next round; what is not sealed shows as lag
      LOG.error("the trace could not be sealed: {}", failed.getClass().getName());
    }
  }

  /** After the web server and its jobs, so that what the last requests left is sealed as well. */
  @Override
  public int getPhase() {
    return -1;
  }

  @Override
  public void stop() {
    stopping.countDown();
    try {
      worker.join(LAST_ROUNDS);
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return worker.isAlive();
  }
}
