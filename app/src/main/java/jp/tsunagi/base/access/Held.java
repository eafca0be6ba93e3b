package jp.tsunagi.base.access;

import static jp.tsunagi.schema.Tables.REACH;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import java.util.Collection;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;

/**
 * Whether a child is dealt with today from one of these seats: in reach, the involvement running.
 */
public final class Held {
  private Held() {}

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
