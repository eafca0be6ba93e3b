package jp.tsunagi.bench;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything one run measured, as it is kept.
 *
 * @param format of this file; another number is not compared
 * @param at when it began, UTC
 * @param commit of the sources; with a plus where they were changed since
 * @param seconds of each phase
 * @param loadBefore processes that wanted a processor before it began; of others, so
 * @param days the scenarios; null where they were not run
 */
record Result(
    int format,
    String at,
    String commit,
    String schema,
    int population,
    int seconds,
    Machine machine,
    double loadBefore,
    double loadAfter,
    double startSeconds,
    Heap heap,
    PageWeight page,
    Idle idle,
    List<Row> rows,
    @Nullable Lived days,
    List<Budget> budgets) {
  static final int FORMAT = 1;

  /**
   * Bytes of the program's heap.
   *
   * @param atMost what it may have
   * @param peak the most that was in use at once
   * @param afterCollection in use at the end, once all that could go was gone
   * @param collectingMillis that collecting took in the whole run
   */
  record Heap(long atMost, long peak, long afterCollection, long collectingMillis) {}

  /** CPU milliseconds a second while nobody asks for anything. */
  record Idle(double program, double database) {}

  /**
   * One request of a day, by Gatling.
   *
   * @param scenario whose day
   * @param p50 milliseconds, whole ones
   */
  record Day(String scenario, String request, int count, int failed, int p50, int p95, int p99) {}

  /**
   * All days together.
   *
   * @param perSecond requests of all
   * @param allocated bytes in the program for one request
   * @param programMillis CPU of the program for one request
   * @param databaseMillis CPU of the database for one request
   * @param others share of all processors that was taken by others, Gatling among them
   */
  record Lived(
      double perSecond,
      long allocated,
      double programMillis,
      double databaseMillis,
      double others,
      List<Day> requests) {
    Lived {
      requests = List.copyOf(requests);
    }
  }

  Result {
    rows = List.copyOf(rows);
    budgets = List.copyOf(budgets);
  }

  Optional<Row> row(String operation) {
    return rows.stream().filter(row -> row.operation().equals(operation)).findFirst();
  }

  /** Whether every budget that was measured was kept to. */
  boolean isWithinBudgets() {
    return budgets.stream().noneMatch(budget -> budget.verdict() == Budget.Verdict.UNMET);
  }

  Result with(List<Budget> checked) {
    return new Result(
        format,
        at,
        commit,
        schema,
        population,
        seconds,
        machine,
        loadBefore,
        loadAfter,
        startSeconds,
        heap,
        page,
        idle,
        rows,
        days,
        checked);
  }
}
