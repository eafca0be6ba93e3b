package jp.tsunagi.record.file;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * How many pages with files are in memory at once: each brings up to 25 MB, and holds them until it
 * is answered. Whoever comes beyond that waits a little and is then asked to send the files again;
 * what was typed beside them is saved.
 */
final class UploadRoom {
  private static final int AT_ONCE = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String HELD = UploadRoom.class.getName() + ".held";

  private final Semaphore free;
  private final Duration patience;

  UploadRoom() {
    this(AT_ONCE, PATIENCE);
  }

  private UploadRoom(int atOnce, Duration patience) {
    free = new Semaphore(atOnce, true);
    this.patience = patience;
  }

  /** With room of its own, for its test. */
  static UploadRoom of(int atOnce, Duration patience) {
    return new UploadRoom(atOnce, patience);
  }

  /** What was looked at; empty, and nothing was looked at, where there was no room in time. */
  <T> Optional<T> with(Supplier<T> looking) {
    if (!taken()) {
      return Optional.empty();
    }
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request == null) {
      try {
        return Optional.of(looking.get());
      } finally {
        free.release();
      }
    }
    // what was looked at stays in memory until it is saved and the page is answered
    request.registerDestructionCallback(HELD, free::release, RequestAttributes.SCOPE_REQUEST);
    return Optional.of(looking.get());
  }

  private boolean taken() {
    try {
      return free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
