package jp.tsunagi.bench;

import org.jspecify.annotations.Nullable;

/**
 * What one operation came to; docs/performance.md says what each figure means.
 *
 * @param users so many at once in the closed loop
 * @param perSecond answers a second in the closed loop
 * @param rate asked for a second where the time was measured
 * @param reached answers a second at that rate
 * @param closed milliseconds, in the closed loop
 * @param latency milliseconds, at that rate
 * @param failed answers that were not what was to be expected, in both
 * @param statements SQL of one request beside the transactions' own
 * @param transactions of one request
 * @param bytes of one answer's body
 * @param allocated bytes in the program for one request
 * @param programMillis CPU of the program for one request
 * @param databaseMillis CPU of the database for one request
 * @param others share of all processors that was taken by others than program, database and
 *     benchmark meanwhile
 * @param bare the same SQL by a bare driver loop
 * @param still a file of about the same size from the same server; null for an answer without body
 */
record Row(
    String operation,
    int users,
    double perSecond,
    int rate,
    double reached,
    Percentiles closed,
    Percentiles latency,
    int failed,
    int statements,
    int transactions,
    int bytes,
    long allocated,
    double programMillis,
    double databaseMillis,
    double others,
    Bare bare,
    @Nullable Still still) {

  /**
   * The limit that database and machine set.
   *
   * @param latency milliseconds for all statements of one request, one connection
   * @param databaseMillis CPU of the database for them
   * @param left statements that cannot run a second time and were left out
   */
  record Bare(Percentiles latency, double perSecond, double databaseMillis, int left) {}

  /**
   * The limit that HTTP sets.
   *
   * @param path of the file
   * @param latency milliseconds in the closed loop
   */
  record Still(
      String path, int bytes, double perSecond, Percentiles latency, double programMillis) {}

  /** CPU milliseconds for one request, program and database. */
  double cpuMillis() {
    return programMillis + databaseMillis;
  }
}
