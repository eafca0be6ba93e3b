package jp.tsunagi.record.compartment;

import static jp.tsunagi.schema.Tables.COMPARTMENT;
import static jp.tsunagi.schema.Tables.COMPARTMENT_MEMBER;
import static jp.tsunagi.schema.Tables.PRINT_RELEASE;

import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.child.ChildGone;
import org.jooq.impl.DSL;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hidings that were ended, and what was looked at before it was printed, of a child that goes. */
@Component
final class GoneCompartments {
  @EventListener
  void on(ChildGone event) {
    Tx tx = event.tx();
    ChildId child = event.child();
    tx.sql()
        .deleteFrom(COMPARTMENT_MEMBER)
        .where(COMPARTMENT_MEMBER.TENANT_ID.eq(tx.tenant()))
        .and(
            COMPARTMENT_MEMBER.COMPARTMENT_ID.in(
                DSL.select(COMPARTMENT.COMPARTMENT_ID)
                    .from(COMPARTMENT)
                    .where(COMPARTMENT.TENANT_ID.eq(tx.tenant()))
                    .and(COMPARTMENT.CHILD_ID.eq(child))))
        .execute();
    tx.sql()
        .deleteFrom(COMPARTMENT)
        .where(COMPARTMENT.TENANT_ID.eq(tx.tenant()))
        .and(COMPARTMENT.CHILD_ID.eq(child))
        .execute();
    tx.sql()
        .deleteFrom(PRINT_RELEASE)
        .where(PRINT_RELEASE.TENANT_ID.eq(tx.tenant()))
        .and(PRINT_RELEASE.CHILD_ID.eq(child))
        .execute();
  }
}
