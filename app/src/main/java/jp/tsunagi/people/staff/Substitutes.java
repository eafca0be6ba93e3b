package jp.tsunagi.people.staff;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Reach;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import org.springframework.stereotype.Component;

/**
 * 代わり (産休・病休): whoever enrols at a place lets a colleague stand in for somebody with a caseload,
 * from one day to another: with the same post, class and children. The colleague holds a post there
 * already, so the place knows the person (ADR 9).
 */
@Component
public final class Substitutes {
  private final Staffing staffing;
  private final Trace trace;

  Substitutes(Staffing staffing, Trace trace) {
    this.staffing = staffing;
    this.trace = trace;
  }

  /** For whom these seats stand in, by name. */
  public static Map<AssignmentId, String> insteadOf(Tx tx, Actor.Staff actor) {
    return SubstituteSql.insteadOf(tx, actor.seats().stream().map(Seat::assignment).toList());
  }

  /**
   * Somebody with a caseload at a place where the actor enrols, today or to come.
   *
   * @throws NotFound when there is none
   */
  static HeldPost absent(Tx tx, Actor.Staff actor, AssignmentId id) {
    return StaffRegisterSql.post(tx, id)
        .filter(held -> held.standing() == HeldPost.Standing.HOLDS)
        .filter(held -> held.post().reach() == Reach.CASELOAD)
        .filter(held -> held.period().lastDay().filter(tx.today()::isAfter).isEmpty())
        .filter(held -> actor.at(held.organisation(), seat -> seat.may(Right.ENROL)).isPresent())
        .orElseThrow(NotFound::new);
  }

  /** Who may stand in: everybody of the place today but the absent, and the actor. */
  static List<SubstituteSql.Colleague> colleagues(Tx tx, Actor.Staff actor, HeldPost absent) {
    return SubstituteSql.colleagues(tx, absent.organisation()).stream()
        .filter(one -> !one.staff().equals(absent.staff()) && !one.staff().equals(actor.staff()))
        .toList();
  }

  /** It begins; the same form once more changes nothing. */
  void begin(Tx tx, HeldPost absent, AssignmentId id, StaffId by, Period days) {
    if (StaffRegisterSql.post(tx, id).isEmpty()) {
      staffing.standIn(tx, id, by, absent.id(), days);
    }
    trace.write(tx, Entry.of(Action.ADMINISTER).about("staff.substitute.begun", id));
  }

  /**
   * It ends with today, or never begins.
   *
   * @throws NotFound when nobody stands in that way
   */
  void end(Tx tx, HeldPost absent, AssignmentId id) {
    HeldPost held =
        SubstituteSql.of(tx, absent.id()).stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(NotFound::new);
    staffing.cut(tx, held, tx.today().plusDays(1));
    trace.write(tx, Entry.of(Action.ADMINISTER).about("staff.substitute.ended", id));
  }

  /** Whether that colleague stands in for the absent on one of these days already. */
  static Optional<HeldPost> already(Tx tx, HeldPost absent, StaffId by, Period days) {
    return SubstituteSql.of(tx, absent.id()).stream()
        .filter(one -> one.staff().equals(by) && one.period().overlaps(days))
        .findFirst();
  }
}
