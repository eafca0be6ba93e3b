package jp.tsunagi.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The budgets of the design, checked against what was measured. */
final class Budgets {
  private static final double MEGABYTE = 1024.0 * 1024.0;

  /** Reached at least this share of the rate asked for, it kept up with it. */
  private static final double KEPT_UP = 0.98;

  private static final double TEN_TIMES = 1.2;

  private Budgets() {}

  /**
   * Checks a result.
   *
   * @param tenth the result of a city of a tenth on the same machine, where there is one
   */
  static List<Budget> check(Result result, Optional<Result> tenth) {
    List<Budget> all = new ArrayList<>();
    all.add(of(result, Operations.CHILD_PAGE, "statements", "", 3, Row::statements));
    all.add(p99(result, Operations.CHILD_PAGE, 25));
    all.add(p99(result, Operations.KANA_SEARCH, 20));
    all.add(p99(result, Operations.DRAFT_SAVE, 25));
    all.add(of(result, Operations.CHILD_PAGE, "CPU", "ms", 0.7, Row::cpuMillis));
    all.add(of(result, Operations.KANA_SEARCH, "CPU", "ms", 0.5, Row::cpuMillis));
    all.add(of(result, Operations.DRAFT_SAVE, "CPU", "ms", 0.8, Row::cpuMillis));
    all.add(of(result, Operations.PDF, "p95", "ms", 150, row -> row.latency().p95()));
    for (String operation : Operations.names()) {
      all.add(tenTimes(result, tenth, operation));
    }
    all.add(Budget.of("start, warm, with the embedded database", "s", 5, result.startSeconds()));
    all.add(
        Budget.of("heap, peak", "MB", 512, result.heap().peak() / MEGABYTE)
            .unless(result.rows().stream().anyMatch(row -> row.failed() > 0)));
    all.add(
        Budget.of(
            "child page with styles and scripts, compressed", "kB", 60, result.page().kilobytes()));
    return all;
  }

  private static Budget p99(Result result, String operation, double limit) {
    String what = result.row(operation).map(row -> "p99 at " + row.rate() + "/s").orElse("p99");
    return of(result, operation, what, "ms", limit, row -> row.latency().p99())
        .unless(
            result.row(operation).filter(row -> row.reached() < KEPT_UP * row.rate()).isPresent());
  }

  private static Budget of(
      Result result,
      String operation,
      String what,
      String unit,
      double limit,
      ToDoubleFunction<Row> figure) {
    Optional<Row> row = result.row(operation);
    @Nullable Double measured = row.map(figure::applyAsDouble).orElse(null);
    return Budget.of(operation + ", " + what, unit, limit, measured)
        .unless(row.filter(it -> it.failed() > 0).isPresent());
  }

  /** By CPU: the clock depends on the neighbours, and the two were measured at two times. */
  private static Budget tenTimes(Result result, Optional<Result> tenth, String operation) {
    @Nullable Double ratio =
        result
            .row(operation)
            .flatMap(row ->
                tenth
                    .flatMap(small -> small.row(operation))
                    .map(small -> row.cpuMillis() / small.cpuMillis()))
            .orElse(null);
    return Budget.of(operation + ", CPU of ten times the data", "times", TEN_TIMES, ratio);
  }
}
