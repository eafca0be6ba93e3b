package jp.tsunagi.people.child;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Whether a name or an address may be other from a day on: periods follow each other, nothing of
 * the past is overwritten. A typing error is corrected instead. Pure.
 */
final class ChangeRule {
  private ChangeRule() {}

  /** Why not from that day. */
  sealed interface Refusal {
    /** Before the birth. */
    record BeforeBorn() implements Refusal {}

    /** Not after the first day of what holds now: then it is a correction. */
    record NotAfterCurrent() implements Refusal {}

    /** Not yet: a change is put on record when it has happened. */
    record NotYet() implements Refusal {}

    /** Of the message in words. */
    default String key() {
      return "child.refusal." + getClass().getSimpleName();
    }
  }

  /**
   * Decides.
   *
   * @param current first day of what holds now; empty when nothing does
   */
  static Optional<Refusal> refusal(
      LocalDate from, LocalDate birth, Optional<LocalDate> current, LocalDate today) {
    if (from.isBefore(birth)) {
      return Optional.of(new Refusal.BeforeBorn());
    }
    if (from.isAfter(today)) {
      return Optional.of(new Refusal.NotYet());
    }
    return current.filter(first -> !from.isAfter(first)).isPresent()
        ? Optional.of(new Refusal.NotAfterCurrent())
        : Optional.empty();
  }
}
