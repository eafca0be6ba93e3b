package jp.tsunagi.people.involvement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.people.child.Standing;
import jp.tsunagi.people.organisation.SchoolClass;

/** Who may enrol a child where, and for which days. Pure: decides from what it is given. */
final class EnrolmentRule {
  private EnrolmentRule() {}

  /** Why it is not done. */
  sealed interface Refusal {
    /** Neither one's own organisation nor a hub's act. */
    record NotYours() implements Refusal {}

    /** A hub enrols elsewhere only once the family has consented to the common record. */
    record NotShared() implements Refusal {}

    /** Some of these days are covered already. */
    record AlreadyEnrolled() implements Refusal {}

    /** First day before the birth. */
    record BeforeBirth() implements Refusal {}

    /** Last day before the first. */
    record EndsBeforeItBegins() implements Refusal {}

    /** The class is of another organisation or fiscal year. */
    record OtherClass() implements Refusal {}

    /** The place or the class is closed by that day. */
    record Closed() implements Refusal {}

    /** The day lies outside the enrolment. */
    record OutsideEnrolment() implements Refusal {}

    /** Of the message in words. */
    default String key() {
      return "involvement.refusal." + getClass().getSimpleName();
    }
  }

  /** What is known when somebody wants to enrol a child. */
  record Wish(
      OrganisationId at,
      Period period,
      LocalDate birth,
      Standing standing,
      List<Period> enrolledThere) {}

  /** The seat from which it may be done; the refusal otherwise. */
  static Optional<Refusal> refusal(List<Seat> seats, Wish wish) {
    boolean own =
        seats.stream()
            .anyMatch(seat -> seat.organisation().equals(wish.at()) && seat.may(Right.ENROL));
    boolean hub = seats.stream().anyMatch(seat -> seat.may(Right.INTAKE) && seat.may(Right.ENROL));
    if (!own && !hub) {
      return Optional.of(new Refusal.NotYours());
    }
    if (!own && wish.standing() != Standing.SHARED) {
      return Optional.of(new Refusal.NotShared());
    }
    if (wish.period().from().isBefore(wish.birth())) {
      return Optional.of(new Refusal.BeforeBirth());
    }
    return wish.enrolledThere().stream().anyMatch(wish.period()::overlaps)
        ? Optional.of(new Refusal.AlreadyEnrolled())
        : Optional.empty();
  }

  /** Whether an enrolment may end with that last day. */
  static Optional<Refusal> ending(Period enrolment, LocalDate last) {
    return last.isBefore(enrolment.from())
        ? Optional.of(new Refusal.EndsBeforeItBegins())
        : Optional.empty();
  }

  /** Whether a child may stand in a class from that day on. */
  static Optional<Refusal> placing(
      Period enrolment, OrganisationId at, SchoolClass schoolClass, LocalDate from) {
    if (!at.equals(schoolClass.organisation())) {
      return Optional.of(new Refusal.OtherClass());
    }
    if (!schoolClass.isOpen(from)) {
      return Optional.of(new Refusal.Closed());
    }
    return enrolment.contains(from)
        ? Optional.empty()
        : Optional.of(new Refusal.OutsideEnrolment());
  }
}
