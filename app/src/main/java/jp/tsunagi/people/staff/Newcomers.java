package jp.tsunagi.people.staff;

import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.people.staff.NewcomerSql.Outcome;
import jp.tsunagi.people.staff.NewcomerSql.Waits;
import org.springframework.stereotype.Component;

/**
 * 新しく担当に入る人の確認 (ADR 9): what an administrator asks for holds once somebody of the place says that
 * the person is known there.
 */
@Component
final class Newcomers {
  private final Staffing staffing;
  private final Beginnings beginnings;
  private final Trace trace;

  Newcomers(Staffing staffing, Beginnings beginnings, Trace trace) {
    this.staffing = staffing;
    this.beginnings = beginnings;
    this.trace = trace;
  }

  /** Something that waits, with those who may confirm it. */
  record Case(Waits waits, Confirmers confirmers) {}

  /** Whether this seat can ever be asked to confirm. */
  static boolean mayBeAsked(Seat seat) {
    return leads(seat) || seat.may(Right.ADMINISTER);
  }

  private static boolean leads(Seat seat) {
    return seat.reads()
        && (seat.rights().contains(Right.APPROVE) || seat.rights().contains(Right.ENROL));
  }

  /** A proposed assignment waits, or holds at once where a place begins with it. */
  void ask(
      Tx tx,
      AssignmentId assignment,
      StaffId staff,
      OrganisationId place,
      PostKind post,
      StaffId by) {
    NewcomerSql.hold(tx, place);
    boolean begins = beginnings.at(tx, place, post);
    NewcomerSql.ask(tx, assignment, staff, by);
    if (begins) {
      NewcomerSql.end(tx, assignment, Outcome.AT_ONCE, by, Optional.empty());
      staffing.holdFromToday(tx, assignment);
    }
  }

  /** What waits in the municipality, the oldest first. */
  static List<Case> all(Tx tx) {
    List<Waits> waiting = NewcomerSql.waiting(tx);
    if (waiting.isEmpty()) {
      return List.of();
    }
    var leading = NewcomerSql.leading(tx);
    return waiting.stream().map(one -> new Case(one, Confirmers.of(one, leading))).toList();
  }

  /** What the actor sees of it: an administrator everything, anybody else what waits for them. */
  static List<Case> of(Tx tx, Actor.Staff actor) {
    return all(tx).stream()
        .filter(one -> actor.may(Right.ADMINISTER) || one.confirmers().allow(actor.staff()))
        .toList();
  }

  /**
   * Confirms; false when it is over, because somebody else decided or it was taken back.
   *
   * @throws NotFound when it waits for others
   */
  boolean confirm(Tx tx, Actor.Staff actor, AssignmentId assignment) {
    if (!end(tx, actor, assignment, Outcome.CONFIRMED, Optional.empty())) {
      return false;
    }
    staffing.holdFromToday(tx, assignment);
    trace.write(tx, Entry.of(Action.ADMINISTER).about("staff.newcomer.confirmed", assignment));
    return true;
  }

  /**
   * Refuses, with the reason the administrators read; false when it is over.
   *
   * @throws NotFound when it waits for others
   */
  boolean refuse(Tx tx, Actor.Staff actor, AssignmentId assignment, String reason) {
    if (!end(tx, actor, assignment, Outcome.REFUSED, Optional.of(reason))) {
      return false;
    }
    trace.write(
        tx,
        Entry.of(Action.ADMINISTER).about("staff.newcomer.refused", assignment).purpose(reason));
    return true;
  }

  private static boolean end(
      Tx tx, Actor.Staff actor, AssignmentId id, Outcome outcome, Optional<String> reason) {
    Optional<Waits> waits = NewcomerSql.waiting(tx, id);
    if (waits.isEmpty()) {
      return false;
    }
    if (!Confirmers.of(waits.get(), NewcomerSql.leading(tx)).allow(actor.staff())) {
      throw new NotFound();
    }
    return NewcomerSql.end(tx, id, outcome, actor.staff(), reason);
  }
}
