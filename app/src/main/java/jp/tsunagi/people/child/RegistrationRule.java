package jp.tsunagi.people.child;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;

/** Who may put a child on record, and on what grounds (A2). Pure: decides from what it is given. */
final class RegistrationRule {
  private RegistrationRule() {}

  /** Why a child is not put on record. */
  sealed interface Refusal {
    /** Neither the right of intake nor that of enrolling. */
    record NoRight() implements Refusal {}

    /** None of the three reasons was given. */
    record NoReason() implements Refusal {}

    /** ①is the hubs' own reason. */
    record NotAHub() implements Refusal {}

    /** Entry before the birth. */
    record BeforeBirth() implements Refusal {}

    /** Of the message in words. */
    default String key() {
      return "child.refusal." + getClass().getSimpleName();
    }
  }

  /** The seats from which the actor may do it. */
  static List<Seat> seats(Actor.Staff actor) {
    return actor.seats().stream().filter(RegistrationRule::may).toList();
  }

  static boolean may(Actor.Staff actor) {
    return !seats(actor).isEmpty();
  }

  private static boolean may(Seat seat) {
    return seat.may(Right.INTAKE) || seat.may(Right.ENROL);
  }

  /** Whether the seat belongs to a hub, whose first contact with a child is a consultation. */
  static boolean hub(Seat seat) {
    return seat.may(Right.INTAKE);
  }

  static Optional<Refusal> refusal(
      Seat seat, Set<Reason> reasons, LocalDate birth, LocalDate since) {
    if (!may(seat)) {
      return Optional.of(new Refusal.NoRight());
    }
    if (reasons.isEmpty()) {
      return Optional.of(new Refusal.NoReason());
    }
    if (reasons.contains(Reason.HUB_USER) && !hub(seat)) {
      return Optional.of(new Refusal.NotAHub());
    }
    return since.isBefore(birth) ? Optional.of(new Refusal.BeforeBirth()) : Optional.empty();
  }
}
