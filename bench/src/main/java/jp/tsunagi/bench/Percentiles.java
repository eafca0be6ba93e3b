package jp.tsunagi.bench;

import java.util.Arrays;

/**
 * How long answers took, in milliseconds: the time within which so many of a hundred came (nearest
 * rank), so each figure is one that was measured.
 */
record Percentiles(int count, double p50, double p95, double p99, double most) {
  static final Percentiles NONE = new Percentiles(0, 0, 0, 0, 0);

  static Percentiles of(long[] nanos) {
    if (nanos.length == 0) {
      return NONE;
    }
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Percentiles(
        sorted.length,
        at(sorted, 50),
        at(sorted, 95),
        at(sorted, 99),
        sorted[sorted.length - 1] / 1e6);
  }

  private static double at(long[] sorted, int percent) {
    int rank = Math.ceilDiv(sorted.length * percent, 100);
    return sorted[Math.max(1, rank) - 1] / 1e6;
  }
}
