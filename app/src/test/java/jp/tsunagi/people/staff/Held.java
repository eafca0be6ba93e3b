package jp.tsunagi.people.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import jp.tsunagi.TestTown;
import jp.tsunagi.base.database.Tx;
import org.jooq.impl.DSL;

/**
 * A transaction that has done something and stands still, so that a test decides what comes
 * together: it goes on when so many others wait for what it holds.
 */
final class Held implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final TestTown town;
  private final CountDownLatch release = new CountDownLatch(1);
  private final CompletableFuture<Void> work;

  Held(TestTown town, Consumer<Tx> first) {
    this.town = town;
    var begun = new CountDownLatch(1);
    work =
        CompletableFuture.runAsync(
            () ->
                town.run(tx -> {
                  first.accept(tx);
                  begun.countDown();
                  await(release);
                }),
            Thread::startVirtualThread);
    await(begun);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits until so many statements of this program wait for a lock. */
  Held untilWaiting(int many) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (waiting() < many) {
      assertThat(System.nanoTime()).as("nobody waits for it").isLessThan(end);
      Thread.onSpinWait();
    }
    return this;
  }

  private int waiting() {
    return town.call(tx ->
        tx.sql()
            .fetchCount(
                DSL.table("pg_stat_activity"),
                DSL.condition("datname = current_database() and wait_event_type = 'Lock'")));
  }

  /** It goes on to its end, and whoever waits after it. */
  @Override
  public void close() {
    release.countDown();
    work.join();
  }
}
