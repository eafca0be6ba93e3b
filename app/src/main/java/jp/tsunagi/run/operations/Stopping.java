package jp.tsunagi.run.operations;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import jp.tsunagi.run.monitor.Readiness;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * 止める: on SIGTERM or Ctrl-C, or when the start fails half way. First the program says that it is
 * not ready, for as long as was asked; then the web server lets requests under way finish; then the
 * jobs come to a safe point; the database goes last, so that no request loses it.
 */
final class Stopping implements AutoCloseable {
  private static volatile boolean underWay;

  private final Store store;
  private final Duration notice;
  private volatile @Nullable ConfigurableApplicationContext program;

  private Stopping(Store store, Duration notice) {
    this.store = store;
    this.notice = notice;
  }

  /**
   * To be called when the program is asked to stop.
   *
   * @param notice for how long requests are still taken while it says that it is not ready
   */
  static Stopping of(Store store, Duration notice) {
    Stopping stopping = new Stopping(store, notice);
    Runtime.getRuntime().addShutdownHook(new Thread(stopping::interrupted, "stopping"));
    return stopping;
  }

  /** From now on this is to be closed too. */
  void program(ConfigurableApplicationContext context) {
    program = context;
  }

  private void interrupted() {
    underWay = true;
    try {
      giveNotice();
    } finally {
      // also of a program that has not come up yet: the database is there before it
      close();
    }
  }

  private void giveNotice() {
    ConfigurableApplicationContext context = program;
    if (context != null && context.isActive()) {
      context.getBean(Readiness.class).stop();
      long until = System.nanoTime() + notice.toNanos();
      while (System.nanoTime() < until) {
        LockSupport.parkNanos(until - System.nanoTime());
      }
    }
  }

  /** Whether the program is going down: what fails now fails because of that. */
  static boolean underWay() {
    return underWay;
  }

  @Override
  public void close() {
    ConfigurableApplicationContext context = program;
    if (context != null) {
      context.close();
    }
    store.close();
  }
}
