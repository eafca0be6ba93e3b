package jp.tsunagi.record.print;

import static jp.tsunagi.schema.Tables.REACH;
import static org.jooq.impl.DSL.field;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;

/**
 * From which posts somebody prints. Reading at one post and the right to print at another do not
 * add up: the transaction runs for the posts with the right alone, and the predicate sees no
 * others.
 */
public final class Printing {
  private Printing() {}

  /**
   * The same person at the posts with that right only.
   *
   * @throws NotFound when there is none
   */
  public static Actor.Staff with(Actor.Staff staff, Predicate<Seat> right) {
    List<Seat> seats = staff.seats().stream().filter(right).toList();
    if (seats.isEmpty()) {
      throw new NotFound();
    }
    return new Actor.Staff(staff.tenant(), staff.staff(), staff.account(), staff.name(), seats);
  }

  /** The same person at the posts that may hand out in that format. */
  public static Actor.Staff with(Actor.Staff staff, Format format) {
    return with(staff, seat -> seat.may(format.right()));
  }

  /**
   * The post of the transaction's actor from which the child is reached today, a running
   * involvement first.
   *
   * @throws NotFound when the child is not reached
   */
  public static Seat seat(Tx tx, ChildId child) {
    Actor.Staff staff = (Actor.Staff) Actor.of(tx);
    Optional<AssignmentId> reaching =
        tx.sql()
            .select(REACH.ASSIGNMENT_ID)
            .from(REACH)
            .where(REACH.TENANT_ID.eq(tx.tenant()))
            .and(REACH.CHILD_ID.eq(child))
            .and(REACH.ASSIGNMENT_ID.in(staff.assignments()))
            .and(REACH.VALID_FROM.le(tx.today()))
            .and(REACH.VALID_TO.gt(tx.today()))
            .orderBy(field(REACH.KIND.eq("RUNNING")).desc(), REACH.ASSIGNMENT_ID)
            .limit(1)
            .fetchOptional(REACH.ASSIGNMENT_ID);
    return reaching
        .flatMap(id -> staff.seats().stream().filter(it -> it.assignment().equals(id)).findFirst())
        .orElseThrow(NotFound::new);
  }
}
