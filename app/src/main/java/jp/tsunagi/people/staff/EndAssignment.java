package jp.tsunagi.people.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Reaches;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.ui.FieldRefusal;
import jp.tsunagi.people.organisation.TypedDay;
import jp.tsunagi.people.staff.HeldPost.Standing;
import org.springframework.stereotype.Component;

/** Ends an assignment with a last day, or takes back one that has not begun. */
@Component
final class EndAssignment {
  private final Database database;
  private final Staffing staffing;
  private final Trace trace;

  EndAssignment(Database database, Staffing staffing, Trace trace) {
    this.database = database;
    this.staffing = staffing;
    this.trace = trace;
  }

  /**
   * Why not; nothing when it ends with that day.
   *
   * @throws NotFound when it is not an assignment of that person
   */
  Optional<FieldRefusal> with(Actor.Staff actor, StaffId staff, AssignmentId id, String lastDay) {
    return database.call(actor, tx -> end(tx, holding(tx, staff, id), lastDay));
  }

  /** One that holds: what waits is taken back, what was refused is over. */
  private static HeldPost holding(Tx tx, StaffId staff, AssignmentId id) {
    HeldPost held = held(tx, staff, id);
    if (held.standing() != Standing.HOLDS) {
      throw new NotFound();
    }
    return held;
  }

  /**
   * Takes it back; nothing happens to one that has begun.
   *
   * @throws NotFound when it is not an assignment of that person, or neither waits nor is to come
   */
  void takeBack(Actor.Staff actor, StaffId staff, AssignmentId id) {
    database.run(
        actor,
        tx -> {
          HeldPost held = held(tx, staff, id);
          if (!isTakenBack(held, tx.today())) {
            throw new NotFound();
          }
          withdraw(tx, held.id());
          trace.write(tx, Entry.of(Action.ADMINISTER).about("staff.assignment.back", id));
        });
  }

  /** As if it had never been: nobody has acted under it. */
  static void withdraw(Tx tx, AssignmentId id) {
    tx.as(
        new Actor.Job(tx.tenant(), "assignment"),
        () -> {
          Reaches.replaceOfAssignment(tx, id, List.of());
          StaffRegisterSql.withdraw(tx, id);
          return true;
        });
  }

  /**
   * An administrator has read that it was refused.
   *
   * @throws NotFound when it is not an assignment of that person
   */
  void seen(Actor.Staff actor, StaffId staff, AssignmentId id) {
    database.run(
        actor,
        tx -> {
          NewcomerSql.seen(tx, held(tx, staff, id).id(), actor.staff());
          trace.write(tx, Entry.of(Action.ADMINISTER).about("staff.newcomer.seen", id));
        });
  }

  /** Whether nobody has acted under it: it waits, or is to come. */
  static boolean isTakenBack(HeldPost held, LocalDate today) {
    return held.standing() == Standing.WAITS
        || held.standing() == Standing.HOLDS && held.begins(today);
  }

  static HeldPost held(Tx tx, StaffId staff, AssignmentId id) {
    return StaffRegisterSql.post(tx, id)
        .filter(one -> one.staff().equals(staff))
        .orElseThrow(NotFound::new);
  }

  private Optional<FieldRefusal> end(Tx tx, HeldPost held, String typed) {
    TypedDay day = TypedDay.of(typed, tx.today());
    Optional<FieldRefusal> refusal =
        refusal(held, day)
            .or(() -> last(tx, held).map(_ -> FieldRefusal.of("lastDay", "staff.refused.last")));
    if (refusal.isEmpty()) {
      staffing.end(tx, held.id(), day.day().orElseThrow().plusDays(1));
      trace.write(tx, Entry.of(Action.ADMINISTER).about("staff.assignment.ended", held.id()));
    }
    return refusal;
  }

  /** What is wrong with the last day as typed. */
  static Optional<FieldRefusal> refusal(HeldPost held, TypedDay typed) {
    return FieldRefusal.when(
            typed.reading().isEmpty(), "lastDay", "staff.assignment.refused.missing.lastDay")
        .or(() -> typed.refusal("lastDay"))
        .or(() -> outside(held, typed.day().orElseThrow()));
  }

  /** Before it began; or later than it ends already, which would be a new assignment. */
  private static Optional<FieldRefusal> outside(HeldPost held, LocalDate last) {
    return FieldRefusal.when(
            last.isBefore(held.period().from()), "lastDay", "staff.assignment.refused.order")
        .or(() ->
            held.period()
                .lastDay()
                .filter(last::isAfter)
                .map(end ->
                    FieldRefusal.of(
                        "lastDay", "staff.assignment.refused.earlier", StaffWords.day(end))));
  }

  private static Optional<HeldPost> last(Tx tx, HeldPost held) {
    return Optional.of(held)
        .filter(one -> one.post() == PostKind.ADMINISTRATOR)
        .filter(one -> !StaffRegisterSql.hasOtherAdministrator(tx, one.staff(), tx.today()));
  }
}
