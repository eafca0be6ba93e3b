package jp.tsunagi.run.operations;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * 止める: on Ctrl-C, or when the start fails half way, the web server goes first and the database
 * last, so that no request loses it.
 */
final class Stopping implements AutoCloseable {
  private static volatile boolean underWay;

  private final Store store;
  private volatile @Nullable ConfigurableApplicationContext program;

  private Stopping(Store store) {
    this.store = store;
  }

  static Stopping of(Store store) {
    Stopping stopping = new Stopping(store);
    Runtime.getRuntime().addShutdownHook(new Thread(stopping::interrupted, "stopping"));
    return stopping;
  }

  /** From now on this is to be closed too. */
  void program(ConfigurableApplicationContext context) {
    program = context;
  }

  private void interrupted() {
    underWay = true;
    close();
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
