package jp.tsunagi.people.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How fast a browser that has signed in before may try again after slips: some tries at once, then
 * one after the other with a pause, however many are sent together. Nobody is kept out by it who
 * waits the seconds it takes.
 */
record Pace(int tries, Instant next) {
  /** Tries without a pause. */
  static final int AT_ONCE = 5;

  /** Between two tries after that. */
  static final Duration PAUSE = Duration.ofSeconds(2);

  /** As long as anybody is kept waiting in front of the screen. */
  static final Duration LONGEST = Duration.ofSeconds(20);

  /** When this try is made; empty when too many wait before it. */
  Optional<Instant> turn(Instant now) {
    if (tries <= AT_ONCE) {
      return Optional.of(now);
    }
    Instant turn = (next.isBefore(now) ? now : next).plus(PAUSE);
    return turn.isAfter(now.plus(LONGEST)) ? Optional.empty() : Optional.of(turn);
  }
}
