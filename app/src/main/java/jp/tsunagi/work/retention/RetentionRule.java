package jp.tsunagi.work.retention;

import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagi.base.calendar.FiscalYear;

/** How long records of a kind are kept: so many years from a starting point. */
record RetentionRule(int years, RetentionStart start) {
  static final int MOST_YEARS = 40;

  /**
   * What is known of a record.
   *
   * @param left the first day on which its place did not deal with the child any more; empty while
   *     it does
   * @param ended the same of all places
   * @param lapsed the first day on which it did not hold any more; empty while it does, and for
   *     what holds nothing
   */
  record Facts(
      int fiscalYear,
      LocalDate birth,
      Optional<LocalDate> left,
      Optional<LocalDate> ended,
      boolean holds,
      Optional<LocalDate> lapsed) {}

  /**
   * The day from which it need not be kept: a first of April. Counted never from before its own
   * year is over, nor, of what holds for a time, the year in which that stopped. Empty while the
   * starting point has not come, and while it holds.
   */
  Optional<LocalDate> over(Facts facts) {
    LocalDate year = new FiscalYear(facts.fiscalYear()).next().start();
    Optional<LocalDate> held = facts.lapsed().map(RetentionRule::after);
    if (facts.holds() && held.isEmpty()) {
      return Optional.empty();
    }
    Optional<LocalDate> from =
        switch (start) {
          case YEAR -> Optional.of(year);
          case LEFT -> facts.left().map(RetentionRule::after);
          case ENDED -> facts.ended().map(RetentionRule::after);
          case OVER -> held;
          case EIGHTEEN -> Optional.of(FiscalYear.of(facts.birth().plusYears(18)).next().start());
        };
    return from.map(day -> later(later(day, year), held.orElse(year)).plusYears(years));
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  /** The first of April after the year in which the last day lies. */
  private static LocalDate after(LocalDate firstWithout) {
    return FiscalYear.of(firstWithout.minusDays(1)).next().start();
  }

  boolean isOver(Facts facts, LocalDate today) {
    return over(facts).filter(day -> !day.isAfter(today)).isPresent();
  }
}
