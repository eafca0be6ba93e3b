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
  Optional<AssignmentRefusal> with(
      Actor.Staff actor, StaffId staff, AssignmentId id, String lastDay) {
    return database.call(actor, tx -> end(tx, held(tx, staff, id), lastDay));
  }

  /**
   * Takes it back; nothing happens to one that has begun.
   *
   * @throws NotFound when it is not an assignment of that person, or not one to come
   */
  void takeBack(Actor.Staff actor, StaffId staff, AssignmentId id) {
    database.run(
        actor,
        tx -> {
          HeldPost held = held(tx, staff, id);
          if (!held.begins(tx.today())) {
            throw new NotFound();
          }
          tx.as(
              new Actor.Job(tx.tenant(), "assignment"),
              () -> {
                Reaches.replaceOfAssignment(tx, held.id(), List.of());
                StaffRegisterSql.withdraw(tx, held.id());
                return true;
              });
          trace.write(tx, Entry.of(Action.ADMINISTER).about("staff.assignment.back", id));
        });
  }

  static HeldPost held(Tx tx, StaffId staff, AssignmentId id) {
    return StaffRegisterSql.post(tx, id)
        .filter(one -> one.staff().equals(staff))
        .orElseThrow(NotFound::new);
  }

  private Optional<AssignmentRefusal> end(Tx tx, HeldPost held, String typed) {
    TypedDay day = TypedDay.of(typed, tx.today());
    Optional<AssignmentRefusal> refusal =
        refusal(held, day)
            .or(() -> last(tx, held).map(_ -> new AssignmentRefusal.LastAdministrator()));
    if (refusal.isEmpty()) {
      staffing.end(tx, held.id(), day.day().orElseThrow().plusDays(1));
      trace.write(tx, Entry.of(Action.ADMINISTER).about("staff.assignment.ended", held.id()));
    }
    return refusal;
  }

  /** What is wrong with the last day as typed. */
  static Optional<AssignmentRefusal> refusal(HeldPost held, TypedDay typed) {
    if (typed.reading().isEmpty()) {
      return Optional.of(new AssignmentRefusal.Missing("lastDay"));
    }
    if (typed.unclear().isPresent()) {
      return typed.unclear().map(reading -> new AssignmentRefusal.NotADay("lastDay", reading));
    }
    LocalDate last = typed.day().orElseThrow();
    if (last.isBefore(held.period().from())) {
      return Optional.of(new AssignmentRefusal.EndsBeforeBegin());
    }
    return held.period().lastDay().filter(last::isAfter).map(AssignmentRefusal.EndsEarlier::new);
  }

  private static Optional<HeldPost> last(Tx tx, HeldPost held) {
    return Optional.of(held)
        .filter(one -> one.post() == PostKind.ADMINISTRATOR)
        .filter(one -> !StaffRegisterSql.hasOtherAdministrator(tx, one.staff(), tx.today()));
  }
}
