package jp.tsunagi.work.request;

import static jp.tsunagi.schema.Tables.INVOLVEMENT;
import static jp.tsunagi.schema.Tables.ORGANISATION;
import static jp.tsunagi.schema.Tables.PLAN_REQUEST;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.selectOne;

import java.util.Collection;
import java.util.Set;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Compartments;
import jp.tsunagi.base.access.Connection;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.Tx;
import org.jooq.Condition;

/**
 * Who has to do with a request: only those who deal with the child themselves, so that a place
 * which does not is told of nothing, and nobody by a ground in law or an emergency.
 */
final class Sides {
  private Sides() {}

  /** The requests that these seats see from that side. */
  static Condition of(Tx tx, Side side, Collection<Seat> seats) {
    return seats.stream()
        .map(seat -> side == Side.ASKING ? asking(tx, seat) : answering(tx, seat))
        .reduce(falseCondition(), Condition::or);
  }

  /** Beside a child whose address is hidden the named few alone: an answer tells of the place. */
  private static Condition asking(Tx tx, Seat seat) {
    return seat.asks()
        ? PLAN_REQUEST
            .RECEIVER_ID
            .eq(seat.organisation())
            .and(reached(tx, seat))
            .and(not(Compartments.concealed(tx, PLAN_REQUEST.CHILD_ID)))
        : falseCondition();
  }

  /**
   * Whoever answers for the place; for a place on paper that deals with the child a hub. But nobody
   * answers who has a post at the place that asked, whatever other post there is.
   */
  private static Condition answering(Tx tx, Seat seat) {
    Condition own =
        seat.heads() ? PLAN_REQUEST.SENDER_ID.eq(seat.organisation()) : falseCondition();
    Condition forOther = seat.may(Right.INTAKE) ? onPaper(tx).and(involved(tx)) : falseCondition();
    return own.or(forOther)
        .and(PLAN_REQUEST.RECEIVER_ID.notIn(Actor.of(tx).organisations()))
        .and(reached(tx, seat));
  }

  private static Condition reached(Tx tx, Seat seat) {
    return Readable.running(tx, PLAN_REQUEST.CHILD_ID, Set.of(seat.assignment()));
  }

  private static Condition onPaper(Tx tx) {
    return exists(
        selectOne()
            .from(ORGANISATION)
            .where(ORGANISATION.TENANT_ID.eq(tx.tenant()))
            .and(ORGANISATION.ORGANISATION_ID.eq(PLAN_REQUEST.SENDER_ID))
            .and(ORGANISATION.CONNECTION.eq(Connection.PAPER.name())));
  }

  private static Condition involved(Tx tx) {
    return exists(
        selectOne()
            .from(INVOLVEMENT)
            .where(INVOLVEMENT.TENANT_ID.eq(tx.tenant()))
            .and(INVOLVEMENT.CHILD_ID.eq(PLAN_REQUEST.CHILD_ID))
            .and(INVOLVEMENT.ORGANISATION_ID.eq(PLAN_REQUEST.SENDER_ID))
            .and(INVOLVEMENT.VALID_FROM.le(tx.today()))
            .and(INVOLVEMENT.VALID_TO.isNull().or(INVOLVEMENT.VALID_TO.gt(tx.today()))));
  }
}
