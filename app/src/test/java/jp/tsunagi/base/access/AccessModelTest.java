package jp.tsunagi.base.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The rule of docs/access.md, the predicate and row level security answer the same. */
class AccessModelTest {
  private static final int LEAST = Integer.getInteger("access.least", 20_000);
  private static final int LEAST_TOWNS = 2;
  private static final int MOST_TOWNS = 8;

  /**
   * Two towns, and more of them where chance brought nothing about of what must be seen: ids are
   * new in each run, so that the same seed makes no town twice.
   */
  @Test
  void readsExactlyWhatTheRuleAllows() {
    AccessComparison comparison = new AccessComparison();
    for (long seed = 1;
        seed <= LEAST_TOWNS || (seed <= MOST_TOWNS && !isWhole(comparison));
        seed++) {
      comparison.town(seed);
    }
    assertThat(comparison.decisions()).isGreaterThan(LEAST_TOWNS * LEAST);
    assertThat(comparison.missing()).as("kinds of facts that decided nothing").isEmpty();
    assertThat(comparison.opened()).as("facts opened by a consent").isPositive();
    assertThat(comparison.children()).as("children asked for alone").isGreaterThan(100);
    assertThat(comparison.named()).as("days on which it matters which sheet").isPositive();
    assertThat(comparison.shown()).as("parts that the person shows to its family").isPositive();
  }

  private static boolean isWhole(AccessComparison seen) {
    return seen.opened() > 0 && seen.named() > 0 && seen.shown() > 0 && seen.missing().isEmpty();
  }

  /** {@code ./tsunagi drill access --decisions N}: as many towns as it takes. */
  @Test
  @Tag("drill")
  @Tag("drill-access")
  void readsExactlyWhatTheRuleAllowsAMillionTimes() {
    long wanted = Long.getLong("drill.decisions", 1_000_000);
    AccessComparison comparison = new AccessComparison();
    long seed = 1000;
    while (comparison.decisions() < wanted) {
      comparison.town(seed++);
    }
    System.out.printf(
        "%d decisions in %d towns: no difference%n", comparison.decisions(), seed - 1000);
    assertThat(comparison.opened()).isPositive();
  }
}
