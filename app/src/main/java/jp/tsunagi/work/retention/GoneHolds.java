package jp.tsunagi.work.retention;

import static jp.tsunagi.schema.Tables.RETENTION_HOLD;

import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.child.ChildGone;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What was once kept longer of a child that goes. */
@Component
final class GoneHolds {
  @EventListener
  void on(ChildGone event) {
    Tx tx = event.tx();
    ChildId child = event.child();
    tx.sql()
        .deleteFrom(RETENTION_HOLD)
        .where(RETENTION_HOLD.TENANT_ID.eq(tx.tenant()))
        .and(RETENTION_HOLD.CHILD_ID.eq(child))
        .execute();
  }
}
