package jp.tsunagi.run.operations;

/** What the person at the terminal sees while something takes its time. */
final class Progress {
  private static final long START = System.nanoTime();

  private Progress() {}

  static void say(String line) {
    double seconds = (System.nanoTime() - START) / 1e9;
    System.out.printf("[%5.1f s] %s%n", seconds, line);
  }
}
