package jp.tsunagi.record.ground;

import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import java.util.Set;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.schema.Tables;

/** Whether a seat deals with a child today. */
final class HubReach {
  private HubReach() {}

  static boolean running(Tx tx, Seat seat, ChildId child) {
    return tx.sql()
        .fetchExists(
            selectOne()
                .where(
                    Readable.running(
                        tx, val(child, Tables.REACH.CHILD_ID), Set.of(seat.assignment()))));
  }
}
