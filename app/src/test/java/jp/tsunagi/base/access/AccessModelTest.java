package jp.tsunagi.base.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rule of docs/access.md, the predicate and row level security answer the same. */
class AccessModelTest {
  private static final int LEAST = 20_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void readsExactlyWhatTheRuleAllows(long seed) {
    AccessComparison comparison = new AccessComparison();
    comparison.town(seed);
    assertThat(comparison.decisions()).isGreaterThan(LEAST);
    assertThat(comparison.opened()).as("facts opened by a consent").isPositive();
    assertThat(comparison.named()).as("days on which it matters which sheet").isPositive();
    assertThat(comparison.shown()).as("parts that the person shows to its family").isPositive();
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
