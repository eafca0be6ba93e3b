package jp.tsunagi.bench;

import org.jspecify.annotations.Nullable;

/**
 * A figure that must not be exceeded.
 *
 * @param figure null where it was not measured
 */
record Budget(String name, String unit, double limit, @Nullable Double figure, Verdict verdict) {
  /** How it stands. */
  enum Verdict {
    MET,
    UNMET,
    /** The run left it out. */
    NOT_MEASURED
  }

  static Budget of(String name, String unit, double limit, @Nullable Double figure) {
    return new Budget(
        name,
        unit,
        limit,
        figure,
        figure == null ? Verdict.NOT_MEASURED : figure <= limit ? Verdict.MET : Verdict.UNMET);
  }

  /** Unmet whatever the figure: it was measured, but not all was answered as it should be. */
  Budget unless(boolean failed) {
    return failed && verdict == Verdict.MET
        ? new Budget(name, unit, limit, figure, Verdict.UNMET)
        : this;
  }
}
