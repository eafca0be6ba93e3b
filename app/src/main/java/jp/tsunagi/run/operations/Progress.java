package jp.tsunagi.run.operations;

import static jp.tsunagi.base.ui.Text.in;

import java.util.Locale;
import jp.tsunagi.run.monitor.LogLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the person at the terminal sees while something takes its time. */
final class Progress {
  private static final Logger LOG = LoggerFactory.getLogger(Progress.class);
  private static final long START = System.nanoTime();

  private Progress() {}

  static void say(String line) {
    if (LogLine.format() == LogLine.Format.JSON) {
      LOG.info(line);
      return;
    }
    double seconds = (System.nanoTime() - START) / 1e9;
    System.out.printf("[%5.1f s] %s%n", seconds, line);
  }

  /** A line that is the answer to a command. */
  static void tell(String line) {
    if (LogLine.format() == LogLine.Format.JSON) {
      LOG.info(line);
    } else {
      System.out.println(line);
    }
  }

  /** A message of the program, Japanese first. */
  static void both(String key, Object... arguments) {
    say(in(Locale.JAPANESE, key, arguments) + " / " + in(Locale.ENGLISH, key, arguments));
  }
}
