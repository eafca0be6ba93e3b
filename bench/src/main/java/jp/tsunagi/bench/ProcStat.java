package jp.tsunagi.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A line of {@code /proc/PID/stat}: what a process used of the processor, user and system together.
 *
 * @param own milliseconds of its own threads, those that ended included
 * @param ended milliseconds of its children that ended and were waited for
 */
record ProcStat(long pid, long parent, long own, long ended) {
  /** The kernel gives times in hundredths of a second, whatever its own clock. */
  private static final long MILLIS_A_TICK = 10;

  private static final int PARENT = 1;
  private static final int UTIME = 11;
  private static final int STIME = 12;
  private static final int CUTIME = 13;
  private static final int CSTIME = 14;

  /**
   * Reads a line. The name of the program stands in brackets and may hold anything, brackets too.
   *
   * @throws IllegalArgumentException when it is no such line
   */
  static ProcStat parse(String line) {
    int open = line.indexOf('(');
    int close = line.lastIndexOf(')');
    if (open < 2 || close < open) {
      throw new IllegalArgumentException("no stat line: " + line);
    }
    String[] after = line.substring(close + 1).strip().split(" ", -1);
    if (after.length <= CSTIME) {
      throw new IllegalArgumentException("a short stat line: " + line);
    }
    return new ProcStat(
        Long.parseLong(line.substring(0, open).strip()),
        Long.parseLong(after[PARENT]),
        (Long.parseLong(after[UTIME]) + Long.parseLong(after[STIME])) * MILLIS_A_TICK,
        (Long.parseLong(after[CUTIME]) + Long.parseLong(after[CSTIME])) * MILLIS_A_TICK);
  }

  /** As it is now; empty when the process is gone. */
  static Optional<ProcStat> of(Path process) {
    try {
      // a program's name need not be text
      return Optional.of(
          parse(Files.readString(process.resolve("stat"), StandardCharsets.ISO_8859_1).strip()));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }
}
