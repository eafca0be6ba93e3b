package jp.tsunagi.run.monitor;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.InstallationState;
import jp.tsunagi.base.trace.Sealing;
import jp.tsunagi.people.staff.OpenSessions;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The figures for which the database is asked: every fifteen seconds and beside whoever reads them,
 * so that a database that hangs keeps nobody from the others. What could not be had is NaN.
 */
@Component
final class Samples implements SmartLifecycle {
  private static final Duration PAUSE = Duration.ofSeconds(15);

  /** The start is over by then. */
  private static final Duration FIRST = Duration.ofSeconds(2);

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final double UNKNOWN = Double.NaN;

  private final Database database;
  private final Optional<Sealing> sealing;
  private final Readiness readiness;
  private volatile Sample last = Sample.NONE;
  private volatile Thread worker = new Thread(() -> {});
  private volatile CountDownLatch stopping = new CountDownLatch(1);

  Samples(Database database, Optional<Sealing> sealing, Readiness readiness) {
    this.database = database;
    this.sealing = sealing;
    this.readiness = readiness;
  }

  /**
   * What was found.
   *
   * @param sealLag in seconds, how long the oldest row of the trace has waited for its seal
   * @param sessions that have not ended
   * @param backedUp in seconds since 1970
   */
  private record Sample(
      double databaseUp, double ready, double sealLag, double sessions, double backedUp) {
    static final Sample NONE = new Sample(0, 0, UNKNOWN, UNKNOWN, UNKNOWN);

    static Sample down(double ready) {
      return new Sample(0, ready, UNKNOWN, UNKNOWN, UNKNOWN);
    }
  }

  /** Makes the figures known. */
  void bindTo(MeterRegistry registry) {
    gauge(registry, "tsunagi.ready", "1 where requests should come here", Sample::ready);
    gauge(registry, "tsunagi.database.up", "1 where the database answers", Sample::databaseUp);
    gauge(registry, "tsunagi.sessions", "Sessions that have not ended", Sample::sessions);
    seconds(
        registry,
        "tsunagi.seal.lag",
        "How long the oldest row of the trace has waited for its seal",
        Sample::sealLag);
    seconds(
        registry,
        "tsunagi.backup.last",
        "When the last backup was finished, in seconds since 1970",
        Sample::backedUp);
  }

  private void gauge(
      MeterRegistry registry, String name, String words, ToDoubleFunction<Sample> figure) {
    Gauge.builder(name, this, of -> figure.applyAsDouble(of.last))
        .description(words)
        .register(registry);
  }

  private void seconds(
      MeterRegistry registry, String name, String words, ToDoubleFunction<Sample> figure) {
    TimeGauge.builder(name, this, TimeUnit.SECONDS, of -> figure.applyAsDouble(of.last))
        .description(words)
        .register(registry);
  }

  /** Looks once. */
  void look() {
    double ready = readiness.answer().ready() ? 1 : 0;
    try {
      double lag =
          sealing
              .map(Sealing::lag)
              .map(Duration::toMillis)
              .map(waiting -> waiting / 1_000.0)
              .orElse(UNKNOWN);
      last =
          database.call(
              new Actor.Login(),
              tx ->
                  new Sample(
                      1,
                      ready,
                      lag,
                      OpenSessions.count(tx),
                      InstallationState.of(tx)
                          .backedUp()
                          .map(Instant::getEpochSecond)
                          .map(Long::doubleValue)
                          .orElse(UNKNOWN)));
    } catch (RuntimeException down) {
      last = Sample.down(ready);
    }
  }

  @Override
  public void start() {
    stopping = new CountDownLatch(1);
    worker = Thread.ofPlatform().name("samples").daemon().start(this::work);
  }

  private void work() {
    CountDownLatch until = stopping;
    Duration pause = FIRST;
    try {
      while (!until.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        look();
        pause = PAUSE;
      }
    } catch (InterruptedException nobodyWaits) {
      Thread.currentThread().interrupt();
    }
  }

  /** Goes with the web server: nothing is to be told of a program that goes down. */
  @Override
  public void stop() {
    stopping.countDown();
    try {
      worker.join(PATIENCE);
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return worker.isAlive();
  }
}
