package jp.tsunagi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BudgetsTest {
  private static Budget budget(List<Budget> all, String name) {
    return all.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
  }

  private static List<Budget> of(Row row) {
    return Budgets.check(
        Results.result(150_000, "2026-11-28T00:00:00Z", Results.MACHINE, row), Optional.empty());
  }

  @Test
  void aFigureAtTheLimitKeepsIt() {
    List<Budget> all = of(Results.row("child-page", 200, 25, 0.4, 0.3));
    assertThat(budget(all, "child-page, p99 at 200/s").verdict()).isEqualTo(Budget.Verdict.MET);
    assertThat(budget(all, "child-page, statements").verdict()).isEqualTo(Budget.Verdict.MET);
    assertThat(budget(all, "child-page, CPU").figure()).isEqualTo(0.7);
    assertThat(budget(all, "child-page, CPU").verdict()).isEqualTo(Budget.Verdict.MET);
  }

  @Test
  void aFigureAboveItDoesNot() {
    List<Budget> all = of(Results.row("child-page", 200, 25.1, 0.5, 0.3));
    assertThat(budget(all, "child-page, p99 at 200/s").verdict()).isEqualTo(Budget.Verdict.UNMET);
    assertThat(budget(all, "child-page, CPU").verdict()).isEqualTo(Budget.Verdict.UNMET);
  }

  /** Fast answers to fewer questions than were asked are no fast answers. */
  @Test
  void aRateThatWasNotReachedIsUnmetHoweverFast() {
    assertThat(
            budget(of(Results.row("child-page", 150, 3, 0.1, 0.1)), "child-page, p99 at 200/s")
                .verdict())
        .isEqualTo(Budget.Verdict.UNMET);
  }

  @Test
  void whatWasLeftOutIsNotMet() {
    Budget budget = budget(of(Results.row("list", 2, 3, 1, 1)), "pdf, p95");
    assertThat(budget.verdict()).isEqualTo(Budget.Verdict.NOT_MEASURED);
    assertThat(budget.figure()).isNull();
  }

  @Test
  void tenTimesTheDataIsComparedByCpu() {
    Row large = Results.row("list", 2, 9, 5, 2);
    Result tenth =
        Results.result(
            15_000, "2026-11-28T00:00:00Z", Results.MACHINE, Results.row("list", 2, 1, 4, 1));
    List<Budget> all =
        Budgets.check(
            Results.result(150_000, "2026-11-28T00:00:00Z", Results.MACHINE, large),
            Optional.of(tenth));
    Budget budget = budget(all, "list, CPU of ten times the data");
    assertThat(budget.figure()).isEqualTo(1.4);
    assertThat(budget.verdict()).isEqualTo(Budget.Verdict.UNMET);
  }

  @Test
  void oneThatIsUnmetIsEnough() {
    Result result =
        Results.result(
            150_000, "2026-11-28T00:00:00Z", Results.MACHINE, Results.row("list", 2, 9, 5, 2));
    assertThat(
            result
                .with(List.of(Budget.of("a", "ms", 2, 1.0), Budget.of("b", "ms", 1, null)))
                .isWithinBudgets())
        .isTrue();
    assertThat(
            result
                .with(List.of(Budget.of("a", "ms", 2, 1.0), Budget.of("b", "ms", 1, 1.1)))
                .isWithinBudgets())
        .isFalse();
  }
}
