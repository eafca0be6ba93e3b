package jp.tsunagi.run.ledger;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * One ledger at a time is unpacked, compared and taken in: each takes more memory than anything
 * else of the program, and a hub brings one a year. Taken before a transaction, never inside one.
 */
@Component
final class LedgerDesk {
  /** As long as somebody waits in front of the screen. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Semaphore free = new Semaphore(1, true);

  /** What came of the work; empty, and nothing was done, while another ledger is looked at. */
  <T> Optional<T> soon(Supplier<T> work) {
    try {
      return free.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
          ? Optional.of(released(work))
          : Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /**
   * Does the work when its turn comes.
   *
   * @throws LedgerBusy when the program is stopped before
   */
  <T> T inTurn(Supplier<T> work) {
    try {
      free.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LedgerBusy();
    }
    return released(work);
  }

  private <T> T released(Supplier<T> work) {
    try {
      return work.get();
    } finally {
      free.release();
    }
  }
}
