package jp.tsunagi.work.programme;

import static jp.tsunagi.schema.Tables.PARTICIPATION;

import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.child.ChildGone;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** In which programmes a child that goes took part. */
@Component
final class GoneParticipations {
  @EventListener
  void on(ChildGone event) {
    Tx tx = event.tx();
    ChildId child = event.child();
    tx.sql()
        .deleteFrom(PARTICIPATION)
        .where(PARTICIPATION.TENANT_ID.eq(tx.tenant()))
        .and(PARTICIPATION.CHILD_ID.eq(child))
        .execute();
  }
}
