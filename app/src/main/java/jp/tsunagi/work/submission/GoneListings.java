package jp.tsunagi.work.submission;

import static jp.tsunagi.schema.Tables.SUBMISSION_CHILD;

import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.child.ChildGone;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The lines in lists that were handed in, or refused, of a child that goes. */
@Component
final class GoneListings {
  @EventListener
  void on(ChildGone event) {
    Tx tx = event.tx();
    ChildId child = event.child();
    tx.sql()
        .deleteFrom(SUBMISSION_CHILD)
        .where(SUBMISSION_CHILD.TENANT_ID.eq(tx.tenant()))
        .and(SUBMISSION_CHILD.CHILD_ID.eq(child))
        .execute();
  }
}
