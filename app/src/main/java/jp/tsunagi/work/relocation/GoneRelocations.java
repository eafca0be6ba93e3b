package jp.tsunagi.work.relocation;

import static jp.tsunagi.schema.Tables.RELOCATION;

import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.child.ChildGone;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A child to whom a sheet was moved once goes: where it went is nobody's any more. */
@Component
final class GoneRelocations {
  @EventListener
  void on(ChildGone event) {
    Tx tx = event.tx();
    ChildId child = event.child();
    tx.sql()
        .update(RELOCATION)
        .setNull(RELOCATION.TO_CHILD_ID)
        .where(RELOCATION.TENANT_ID.eq(tx.tenant()))
        .and(RELOCATION.TO_CHILD_ID.eq(child.value()))
        .execute();
  }
}
