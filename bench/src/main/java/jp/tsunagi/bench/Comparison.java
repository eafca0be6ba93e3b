package jp.tsunagi.bench;

import java.util.List;

/** What has changed since an earlier result, operation by operation. */
final class Comparison {
  private Comparison() {}

  /** A figure then and now. */
  record Moved(double before, double now) {
    /** By how much it is more (or, below nought, less) than before. */
    double percent() {
      return before == 0 ? 0 : 100 * (now - before) / before;
    }
  }

  /**
   * The figures that are looked at first.
   *
   * @param allocated kB
   */
  record Change(
      String operation,
      Moved perSecond,
      Moved p99,
      Moved statements,
      Moved allocated,
      Moved cpuMillis) {}

  /** Of what both have measured. */
  static List<Change> of(Result now, Result before) {
    return now.rows().stream()
        .flatMap(row -> before.row(row.operation()).map(earlier -> of(row, earlier)).stream())
        .toList();
  }

  private static Change of(Row now, Row before) {
    return new Change(
        now.operation(),
        new Moved(before.perSecond(), now.perSecond()),
        new Moved(before.latency().p99(), now.latency().p99()),
        new Moved(before.statements(), now.statements()),
        new Moved(before.allocated() / 1000.0, now.allocated() / 1000.0),
        new Moved(before.cpuMillis(), now.cpuMillis()));
  }
}
