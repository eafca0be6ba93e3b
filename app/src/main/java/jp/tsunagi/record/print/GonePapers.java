package jp.tsunagi.record.print;

import static jp.tsunagi.schema.Tables.ISSUE;
import static jp.tsunagi.schema.Tables.ISSUE_PART;

import java.util.List;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.child.ChildGone;
import jp.tsunagi.record.item.Items;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The numbers of papers that were taken back, of a child that goes. */
@Component
final class GonePapers {
  private final Items items;

  GonePapers(Items items) {
    this.items = items;
  }

  @EventListener
  void on(ChildGone event) {
    Tx tx = event.tx();
    ChildId child = event.child();
    tx.sql()
        .deleteFrom(ISSUE_PART)
        .where(ISSUE_PART.TENANT_ID.eq(tx.tenant()))
        .and(ISSUE_PART.CHILD_ID.eq(child))
        .execute();
    List<ItemId> entries =
        tx.sql()
            .deleteFrom(ISSUE)
            .where(ISSUE.TENANT_ID.eq(tx.tenant()))
            .and(ISSUE.CHILD_ID.eq(child))
            .returning(ISSUE.ITEM_ID)
            .fetch(ISSUE.ITEM_ID);
    items.leave(tx, entries, child);
  }
}
