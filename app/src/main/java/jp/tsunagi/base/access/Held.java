package jp.tsunagi.base.access;

import static jp.tsunagi.schema.Tables.REACH;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;

/** Whether a child is dealt with today, or only seen. */
public final class Held {
  private Held() {}

  /**
   * Whether the actor sees the child by a ground in law or in an emergency alone: whoever only
   * looks on changes nothing of it.
   */
  public static boolean onlySeen(Tx tx, Actor.Staff staff, ChildId child) {
    Set<String> kinds =
        tx.sql()
            .selectDistinct(REACH.KIND)
            .from(REACH)
            .where(REACH.TENANT_ID.eq(tx.tenant()))
            .and(REACH.CHILD_ID.eq(child))
            .and(REACH.ASSIGNMENT_ID.in(staff.assignments()))
            .and(REACH.VALID_FROM.le(tx.today()))
            .and(REACH.VALID_TO.gt(tx.today()))
            .fetchSet(REACH.KIND);
    return !kinds.isEmpty() && !kinds.contains("RUNNING") && !kinds.contains("AFTER");
  }

  /** 404 for staff who see the child by a ground in law or in an emergency alone. */
  public static void mustNotOnlySee(Tx tx, ChildId child) {
    if (Actor.of(tx) instanceof Actor.Staff staff && onlySeen(tx, staff, child)) {
      throw new NotFound();
    }
  }

  /**
   * Whether one of the seats that answer for a place reaches the child, its involvement running.
   */
  public static boolean answering(Tx tx, Actor.Staff staff, ChildId child) {
    return running(tx, answering(staff), child);
  }

  /** The seats that answer for what a place does: INTAKE, APPROVE or ENROL. */
  public static List<Seat> answering(Actor.Staff staff) {
    return staff.seats().stream().filter(Seat::answers).toList();
  }

  /** In reach of one of these seats today, the involvement running. */
  public static boolean running(Tx tx, Collection<Seat> seats, ChildId child) {
    return tx.sql()
        .fetchExists(
            selectOne()
                .where(
                    Readable.running(
                        tx,
                        val(child, REACH.CHILD_ID),
                        seats.stream().map(Seat::assignment).toList())));
  }
}
