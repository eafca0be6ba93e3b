package jp.tsunagi.people.staff;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import jp.tsunagi.base.database.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashing that is slow on purpose and must not slow anybody else: on a few threads of its own,
 * which the system shares out fairly, never inside a transaction (it would keep a connection), and
 * with a short queue: whoever comes after that is asked to come again ({@link Busy}).
 */
final class PasswordHashing implements PasswordEncoder, AutoCloseable {
  /** About ten seconds' worth on one processor. */
  private static final int WAITING = 40;

  private final PasswordEncoder slow;
  private final ThreadPoolExecutor threads;

  PasswordHashing(PasswordEncoder slow, int threads) {
    this.slow = slow;
    this.threads =
        new ThreadPoolExecutor(
            threads,
            threads,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().daemon().name("password-", 1).factory());
  }

  @Override
  public @Nullable String encode(@Nullable CharSequence password) {
    return apart(() -> slow.encode(password));
  }

  @Override
  public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
    return apart(() -> slow.matches(password, hash));
  }

  private <T> T apart(Supplier<T> work) {
    if (Database.isUnderway()) {
      throw new IllegalStateException("a password is hashed before or after a transaction");
    }
    try {
      return threads.submit(work::get).get();
    } catch (RejectedExecutionException full) {
      throw new Busy();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Busy();
    }
  }

  /** How many wait for a thread. */
  int waiting() {
    return threads.getQueue().size();
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
