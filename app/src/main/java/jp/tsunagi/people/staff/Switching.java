package jp.tsunagi.people.staff;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether a session is ground enough for another one of the same account, in another municipality
 * or as somebody else. What was shown to one municipality alone is no ground elsewhere.
 *
 * @param as whose session it is
 * @param begun when the person came in, at this or an earlier one: it does not grow younger
 * @param shownAt when the password was shown last
 * @param terminal whether it was begun at a registered terminal, which is its place's
 */
record Switching(
    Membership as, Instant begun, Optional<Instant> shownAt, boolean terminal, Proof proof) {

  /** Why the person must sign in anew; each with its words. */
  enum Refusal {
    /** A terminal serves its place, and a PIN nothing else. */
    TERMINAL,
    /** An identity provider speaks for its municipality. */
    PROVIDER,
    /** A family's passkey came in the place of the password. */
    PASSWORD,
    /** The account has a second factor, which was not shown in this session. */
    FACTOR,
    /** There an administrator ended all sessions since the person came in. */
    ENDED;

    /** The key before what happened, why, and what to do. */
    String key() {
      return "staff.membership.refused." + name();
    }
  }

  /**
   * Why it is of one municipality alone; empty when it was begun by what is the person's own. What
   * a municipality's terminal or provider has opened does not even know what else there is.
   */
  Optional<Refusal> boundBy() {
    if (terminal) {
      return Optional.of(Refusal.TERMINAL);
    }
    return proof.provider() ? Optional.of(Refusal.PROVIDER) : Optional.empty();
  }

  /**
   * Why it cannot go on as that one; empty when it can.
   *
   * @param factor whether the account has a second factor
   * @param ended when an administrator last ended all sessions as that one
   */
  Optional<Refusal> whyNot(Membership to, boolean factor, Optional<Instant> ended) {
    boolean staff = to.kind() == Membership.Kind.STAFF;
    if (boundBy().isPresent()) {
      return boundBy();
    }
    if (ended.filter(at -> !begun.isAfter(at)).isPresent()) {
      return Optional.of(Refusal.ENDED);
    }
    if (staff && !proof.password()) {
      return Optional.of(Refusal.PASSWORD);
    }
    return staff && factor && proof.by() == Proof.By.PASSWORD
        ? Optional.of(Refusal.FACTOR)
        : Optional.empty();
  }
}
