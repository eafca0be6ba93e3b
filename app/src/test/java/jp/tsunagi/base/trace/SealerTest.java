package jp.tsunagi.base.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Seals close off what can no longer grow, one stretch after the other (ACCESS: sealing). */
class SealerTest {
  private final TraceTown town = new TraceTown();

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void eachStretchFollowsOnTheOneBefore() {
    town.day();
    Seal first = town.sealer.seal(TraceTown.TENANT).orElseThrow();
    town.day();
    town.day();
    Seal second = town.sealer.seal(TraceTown.TENANT).orElseThrow();
    assertThat(first.number()).isEqualTo(1);
    assertThat(first.from()).isZero();
    assertThat(first.events()).isEqualTo(3);
    assertThat(second.from()).isEqualTo(first.to());
    assertThat(second.events()).isEqualTo(6);
    assertThat(second.previous()).isEqualTo(first.hash());
    assertThat(town.check().isSound()).isTrue();
  }

  @Test
  void withoutAnythingNewThereIsNoSeal() {
    assertThat(town.sealer.seal(TraceTown.TENANT)).isEmpty();
    town.day();
    town.sealer.seal(TraceTown.TENANT);
    assertThat(town.sealer.seal(TraceTown.TENANT)).isEmpty();
  }

  @Test
  void whatIsStillUnderWayIsLeftForALaterSeal() throws Exception {
    town.day();
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> slow =
          threads.submit(() ->
              town.database.run(
                  TraceTown.job(),
                  tx -> {
                    town.rows(tx);
                    written.countDown();
                    await(mayEnd);
                  }));
      written.await();
      town.day();
      Seal early = town.sealer.seal(TraceTown.TENANT).orElseThrow();
      assertThat(early.events()).as("neither the slow one nor what came after it").isEqualTo(3);
      assertThat(town.check().unsealed()).isEqualTo(3);
      mayEnd.countDown();
      slow.get();
    }
    assertThat(town.sealer.seal(TraceTown.TENANT).orElseThrow().events()).isEqualTo(6);
    assertThat(town.check().isSound()).isTrue();
  }

  @Test
  void manyWritersAndTwoSealersLeaveNothingOut() throws Exception {
    List<Future<?>> running = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int writer = 0; writer < 3; writer++) {
        running.add(threads.submit(() -> times(40, town::day)));
      }
      for (int sealer = 0; sealer < 2; sealer++) {
        running.add(threads.submit(() -> times(60, () -> town.sealer.seal(TraceTown.TENANT))));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
    town.sealer.seal(TraceTown.TENANT);
    AuditReport report = town.check();
    assertThat(report.findings()).isEmpty();
    assertThat(report.events()).isEqualTo(3 * 40 * 3);
    assertThat(report.unsealed()).isZero();
    assertThat(town.sealer.lag(TraceTown.TENANT)).isEqualTo(Duration.ZERO);
  }

  @Test
  void whatWaitsForItsSealIsLag() throws Exception {
    town.day();
    Thread.sleep(20);
    assertThat(town.sealer.lag(TraceTown.TENANT)).isGreaterThan(Duration.ofMillis(10));
  }

  private static void times(int count, Runnable what) {
    for (int i = 0; i < count; i++) {
      what.run();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
