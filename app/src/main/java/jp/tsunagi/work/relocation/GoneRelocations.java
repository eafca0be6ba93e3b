package jp.tsunagi.work.relocation;

import static jp.tsunagi.schema.Tables.RELOCATION;

import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.child.ChildGone;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What a family was told of sheets that went from its child to another, when the child goes. */
@Component
final class GoneRelocations {
  @EventListener
  void on(ChildGone event) {
    Tx tx = event.tx();
    ChildId child = event.child();
    tx.sql()
        .deleteFrom(RELOCATION)
        .where(RELOCATION.TENANT_ID.eq(tx.tenant()))
        .and(RELOCATION.CHILD_ID.eq(child))
        .execute();
  }
}
