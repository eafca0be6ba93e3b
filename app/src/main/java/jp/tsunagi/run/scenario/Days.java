package jp.tsunagi.run.scenario;

import java.time.LocalDate;
import jp.tsunagi.base.calendar.Period;
import org.jspecify.annotations.Nullable;

/**
 * Days from the first to the last, both included, as people write them: 2025-04-01 to 2026-03-31.
 *
 * @param to none while it runs
 */
record Days(LocalDate from, @Nullable LocalDate to) {

  boolean holds(LocalDate day) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }

  /** False for the stand-in of a day that could not be read. */
  boolean readable() {
    return from.isAfter(LocalDate.MIN);
  }

  boolean backwards() {
    return to != null && to.isBefore(from);
  }

  /** The same days as the system stores them, without the day after the last. */
  Period period() {
    return to == null ? Period.since(from) : Period.through(from, to);
  }
}
