package jp.tsunagi.people.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.database.StaffId;

/**
 * One administrator has asked that somebody's second factor be taken off; another confirms it.
 *
 * @param factorAt since when the factor stands that is meant; one set up later is not touched
 */
record FactorRemoval(
    UUID id, StaffId staff, Instant factorAt, String reason, StaffId askedBy, Instant askedAt) {
  /** How long it waits for the second administrator. */
  static final Duration WAITS = Duration.ofHours(24);

  /** Until when it can be confirmed. */
  Instant until() {
    return askedAt.plus(WAITS);
  }

  boolean isOver(Instant now) {
    return !until().isAfter(now);
  }

  /** Why something cannot be done; each with its words. */
  enum Refusal {
    /** One's own is turned off on one's own page. */
    YOURS,
    /** There is none to take off. */
    OFF,
    /** Nobody is there to confirm. */
    ALONE,
    /** No reason was given. */
    REASON,
    /** Somebody has asked already. */
    ASKED,
    /** Whoever asked does not confirm. */
    SAME,
    /** It waited too long, was withdrawn or confirmed before, or the factor is another now. */
    OVER;

    /** The key before what happened, why, and what to do. */
    String key() {
      return "staff.removal.refused." + name();
    }
  }

  /**
   * What is known when somebody asks.
   *
   * @param second whether there is an administrator beside the one who asks and the one concerned
   * @param waiting whether somebody has asked already
   */
  record Case(StaffId asking, StaffId concerned, boolean on, boolean second, boolean waiting) {}

  /** Why it cannot be asked for; empty when it can. */
  static Optional<Refusal> whyNotAsk(Case known) {
    if (known.asking().equals(known.concerned())) {
      return Optional.of(Refusal.YOURS);
    }
    if (!known.on()) {
      return Optional.of(Refusal.OFF);
    }
    if (!known.second()) {
      return Optional.of(Refusal.ALONE);
    }
    return known.waiting() ? Optional.of(Refusal.ASKED) : Optional.empty();
  }

  /**
   * Why that administrator cannot confirm it now; empty when she or he can.
   *
   * @param standing since when the factor stands that the person has now
   */
  Optional<Refusal> whyNotConfirm(StaffId by, Instant now, Optional<Instant> standing) {
    if (by.equals(staff)) {
      return Optional.of(Refusal.YOURS);
    }
    if (by.equals(askedBy)) {
      return Optional.of(Refusal.SAME);
    }
    return isOver(now) || !standing.equals(Optional.of(factorAt))
        ? Optional.of(Refusal.OVER)
        : Optional.empty();
  }
}
