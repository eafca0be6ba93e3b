package jp.tsunagi.run.operations;

import static jp.tsunagi.base.ui.Text.in;

import java.util.Locale;

/** What the person at the terminal sees while something takes its time. */
final class Progress {
  private static final long START = System.nanoTime();

  private Progress() {}

  static void say(String line) {
    double seconds = (System.nanoTime() - START) / 1e9;
    System.out.printf("[%5.1f s] %s%n", seconds, line);
  }

  /** A message of the program, Japanese first. */
  static void both(String key, Object... arguments) {
    say(in(Locale.JAPANESE, key, arguments) + " / " + in(Locale.ENGLISH, key, arguments));
  }
}
