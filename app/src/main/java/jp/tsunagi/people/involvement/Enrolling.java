package jp.tsunagi.people.involvement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.InvolvementId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.people.child.Identity;
import jp.tsunagi.people.involvement.EnrolmentRule.Refusal;
import jp.tsunagi.people.involvement.EnrolmentRule.Wish;
import jp.tsunagi.people.involvement.Involvements.Involvement;
import jp.tsunagi.people.organisation.Organisations;
import jp.tsunagi.people.organisation.Place;
import jp.tsunagi.people.organisation.SchoolClass;
import org.springframework.stereotype.Component;

/** Enrols, moves between classes and ends enrolments (F3), each with its row in the trace. */
@Component
final class Enrolling {
  private final Involvements involvements;
  private final Organisations organisations;
  private final Trace trace;

  Enrolling(Involvements involvements, Organisations organisations, Trace trace) {
    this.involvements = involvements;
    this.organisations = organisations;
    this.trace = trace;
  }

  /** Enrols the child; the refusal when the rule says no. */
  Optional<Refusal> enrol(
      Tx tx,
      Actor.Staff actor,
      Identity child,
      OrganisationId at,
      LocalDate from,
      Optional<SchoolClass> schoolClass,
      Optional<Integer> number) {
    Optional<Period> open = organisations.within(tx, at, Period.since(from));
    if (open.isEmpty()) {
      return Optional.of(new Refusal.Closed());
    }
    Period period = open.get();
    Optional<Refusal> refusal =
        EnrolmentRule.refusal(
                actor.seats(),
                new Wish(
                    at, period, child.birthDate(), child.standing(), there(tx, child.id(), at)))
            .or(() -> schoolClass.flatMap(one -> EnrolmentRule.placing(period, at, one, from)));
    if (refusal.isPresent()) {
      return refusal;
    }
    InvolvementId id = involvements.open(tx, child.id(), at, InvolvementKind.ENROLMENT, period);
    var enrolment = new Involvement(id, child.id(), at, InvolvementKind.ENROLMENT, period);
    schoolClass.ifPresent(
        one -> involvements.place(tx, enrolment, one.id(), number, until(period, one)));
    leaveRow(tx, actor, child.id(), at, "ENROL");
    return Optional.empty();
  }

  /** As long as the class is there. */
  private static Period until(Period period, SchoolClass schoolClass) {
    return schoolClass.closedFrom().flatMap(period::endedAt).orElse(period);
  }

  /** Enrolments at the organisation, as the program knows them, so that none is made twice. */
  private List<Period> there(Tx tx, ChildId child, OrganisationId at) {
    return involvements.of(tx, child).stream()
        .filter(one -> one.kind() == InvolvementKind.ENROLMENT)
        .filter(one -> one.organisation().equals(at))
        .map(Involvement::period)
        .toList();
  }

  /** Ends it with that last day. */
  Optional<Refusal> end(
      Tx tx,
      Actor.Staff actor,
      Involvement enrolment,
      LocalDate last,
      EndReason reason,
      Optional<String> note) {
    Optional<Refusal> refusal = EnrolmentRule.ending(enrolment.period(), last);
    if (refusal.isEmpty()) {
      EnrolmentSql.noteEnd(tx, enrolment, reason, note);
      leaveRow(tx, actor, enrolment.child(), enrolment.organisation(), "END");
      involvements.end(tx, enrolment, last.plusDays(1));
    }
    return refusal;
  }

  /** Why the child cannot be put into that class from that day on. */
  Optional<Refusal> placing(Involvement enrolment, SchoolClass to, LocalDate from) {
    return EnrolmentRule.placing(enrolment.period(), enrolment.organisation(), to, from);
  }

  /** Puts the child into a class from a day on. */
  Optional<Refusal> place(
      Tx tx,
      Actor.Staff actor,
      Involvement enrolment,
      SchoolClass to,
      Optional<Integer> number,
      LocalDate from) {
    organisations.held(tx, enrolment.organisation());
    Optional<Refusal> refusal = placing(enrolment, to, from);
    if (refusal.isEmpty()) {
      Period held = until(new Period(from, enrolment.period().to()), to);
      involvements.place(tx, enrolment, to.id(), number, held);
      leaveRow(tx, actor, enrolment.child(), enrolment.organisation(), "CLASS");
    }
    return refusal;
  }

  private void leaveRow(
      Tx tx, Actor.Staff actor, ChildId child, OrganisationId at, String purpose) {
    Entry entry = Entry.of(Action.CHANGE_INVOLVEMENT).child(child).purpose(purpose);
    var seat =
        actor
            .at(at, one -> one.may(Right.ENROL))
            .or(() -> actor.with(Right.INTAKE).stream().findFirst());
    trace.write(tx, seat.map(entry::seat).orElse(entry));
  }

  /** The enrolment that the actor may change; 404 otherwise. */
  Involvement mine(Tx tx, Actor.Staff actor, ChildId child, InvolvementId id) {
    return EnrolmentSql.lines(tx, actor, child).stream()
        .map(EnrolmentSql.Line::involvement)
        .filter(one -> one.id().equals(id) && one.kind() == InvolvementKind.ENROLMENT)
        .filter(one -> mayChange(actor, one.organisation()))
        .filter(one -> !Place.beside(tx, child).conceals(one.organisation()))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /** Own organisation's enrolments, and for a hub every one it knows of. */
  static boolean mayChange(Actor.Staff actor, OrganisationId at) {
    return actor.at(at, seat -> seat.may(Right.ENROL)).isPresent() || actor.may(Right.INTAKE);
  }

  /** A class among those of an organisation, by what a form sent. */
  static Optional<SchoolClass> chosen(List<SchoolClass> classes, String sent) {
    return classes.stream().filter(one -> one.id().toString().equals(sent)).findFirst();
  }
}
