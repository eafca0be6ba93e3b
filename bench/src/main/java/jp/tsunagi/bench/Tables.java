package jp.tsunagi.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A result as tables, as they also stand in docs/performance.md. */
final class Tables {
  private Tables() {}

  /** All of them, one below the other. */
  static List<String> of(Result result, Optional<Result> before) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.addAll(operations(result));
    lines.add("");
    lines.addAll(limits(result));
    before.ifPresent(earlier -> {
      lines.add("");
      lines.addAll(compared(result, earlier));
    });
    Result.@Nullable Lived lived = result.days();
    if (lived != null) {
      lines.add("");
      lines.addAll(days(lived));
    }
    lines.add("");
    lines.addAll(facts(result));
    lines.add("");
    lines.addAll(budgets(result));
    return lines;
  }

  private static List<String> operations(Result result) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "operation",
            "requests/s",
            "p50 ms of " + result.rows().stream().map(Row::users).findFirst().orElse(0),
            "at rate",
            "p50 ms",
            "p95 ms",
            "p99 ms",
            "failed",
            "SQL",
            "kB",
            "kB allocated",
            "CPU ms program",
            "CPU ms database",
            "CPU of others"));
    for (Row row : result.rows()) {
      rows.add(
          List.of(
              row.operation(),
              number(row.perSecond(), 1),
              number(row.closed().p50(), 1),
              number(row.reached(), 1) + " of " + row.rate(),
              number(row.latency().p50(), 1),
              number(row.latency().p95(), 1),
              number(row.latency().p99(), 1),
              Integer.toString(row.failed()),
              row.statements() + " in " + row.transactions(),
              number(row.bytes() / 1000.0, 1),
              number(row.allocated() / 1000.0, 0),
              number(row.programMillis(), 2),
              number(row.databaseMillis(), 2),
              number(100 * row.others(), 0) + " %"));
    }
    return table(rows);
  }

  private static List<String> limits(Result result) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "operation",
            "CPU ms whole",
            "bare driver /s",
            "p50 ms",
            "p99 ms",
            "CPU ms database",
            "left out",
            "static kB",
            "static /s",
            "p50 ms",
            "CPU ms program"));
    for (Row row : result.rows()) {
      Row.Bare bare = row.bare();
      Row.@Nullable Still still = row.still();
      rows.add(
          List.of(
              row.operation(),
              number(row.cpuMillis(), 2),
              number(bare.perSecond(), 1),
              number(bare.latency().p50(), 2),
              number(bare.latency().p99(), 2),
              number(bare.databaseMillis(), 2),
              Integer.toString(bare.left()),
              still == null ? "-" : number(still.bytes() / 1000.0, 1),
              still == null ? "-" : number(still.perSecond(), 0),
              still == null ? "-" : number(still.latency().p50(), 2),
              still == null ? "-" : number(still.programMillis(), 3)));
    }
    return table(rows);
  }

  private static List<String> compared(Result result, Result before) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "against " + before.at().substring(0, 16) + " " + before.commit(),
            "requests/s",
            "p99 ms",
            "SQL",
            "kB allocated",
            "CPU ms whole"));
    for (Comparison.Change change : Comparison.of(result, before)) {
      rows.add(
          List.of(
              change.operation(),
              moved(change.perSecond(), 1),
              moved(change.p99(), 1),
              moved(change.statements(), 0),
              moved(change.allocated(), 0),
              moved(change.cpuMillis(), 2)));
    }
    return table(rows);
  }

  private static String moved(Comparison.Moved moved, int digits) {
    return "%s -> %s (%+.0f %%)"
        .formatted(number(moved.before(), digits), number(moved.now(), digits), moved.percent());
  }

  private static List<String> days(Result.Lived lived) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("day", "request", "count", "failed", "p50 ms", "p95 ms", "p99 ms"));
    for (Result.Day day : lived.requests()) {
      rows.add(
          List.of(
              day.scenario(),
              day.request(),
              Integer.toString(day.count()),
              Integer.toString(day.failed()),
              Integer.toString(day.p50()),
              Integer.toString(day.p95()),
              Integer.toString(day.p99())));
    }
    List<String> lines = new ArrayList<>(table(rows));
    lines.add("");
    lines.add(
        "days together: %.1f requests/s, %.2f CPU ms program, %.2f database, %.0f kB allocated each"
            .formatted(
                lived.perSecond(),
                lived.programMillis(),
                lived.databaseMillis(),
                lived.allocated() / 1000.0));
    return lines;
  }

  private static List<String> facts(Result result) {
    Machine machine = result.machine();
    PageWeight page = result.page();
    double megabyte = 1024.0 * 1024.0;
    return List.of(
        "population %d, schema %s, sources %s, %s"
            .formatted(result.population(), result.schema(), result.commit(), result.at()),
        "%s, %d processors, %d GB, %s, %s %s, PostgreSQL %s"
            .formatted(
                machine.processor(),
                machine.processors(),
                machine.memory(),
                machine.kernel(),
                machine.java(),
                String.join(" ", machine.flags()),
                machine.postgres()),
        "load %.2f before, %.2f after; idle: %.1f ms of CPU a second (program), %.1f (database)"
            .formatted(
                result.loadBefore(),
                result.loadAfter(),
                result.idle().program(),
                result.idle().database()),
        "heap: at most %.0f MB, peak %.0f, %.0f after collection; collecting took %.1f s"
            .formatted(
                result.heap().atMost() / megabyte,
                result.heap().peak() / megabyte,
                result.heap().afterCollection() / megabyte,
                result.heap().collectingMillis() / 1000.0),
        "child page: %.1f kB, styles %.1f, scripts %.1f, fonts %.1f, compressed, %d files"
            .formatted(
                page.page() / 1000.0,
                page.styles() / 1000.0,
                page.scripts() / 1000.0,
                page.fonts() / 1000.0,
                page.files()));
  }

  private static List<String> budgets(Result result) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("budget", "at most", "measured", "verdict"));
    for (Budget budget : result.budgets()) {
      @Nullable Double figure = budget.figure();
      rows.add(
          List.of(
              budget.name(),
              (number(budget.limit(), 1) + " " + budget.unit()).strip(),
              figure == null ? "-" : (number(figure, 2) + " " + budget.unit()).strip(),
              verdict(budget)));
    }
    return table(rows);
  }

  private static String verdict(Budget budget) {
    return switch (budget.verdict()) {
      case MET -> "met";
      case UNMET -> "UNMET";
      case NOT_MEASURED -> "not measured";
    };
  }

  private static String number(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  /** Rows of Markdown whose columns stand one below the other. */
  static List<String> table(List<List<String>> rows) {
    int columns = rows.getFirst().size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder("|");
      for (int i = 0; i < columns; i++) {
        line.append(' ').append(row.get(i));
        line.repeat(' ', widths[i] - row.get(i).length()).append(" |");
      }
      lines.add(line.toString());
      if (lines.size() == 1) {
        lines.add("|" + "---|".repeat(columns));
      }
    }
    return lines;
  }
}
