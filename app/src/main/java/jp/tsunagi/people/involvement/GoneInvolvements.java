package jp.tsunagi.people.involvement;

import static jp.tsunagi.schema.Tables.CHILD_BLOCK;
import static jp.tsunagi.schema.Tables.CLASS_PLACE;
import static jp.tsunagi.schema.Tables.INVOLVEMENT;
import static jp.tsunagi.schema.Tables.INVOLVEMENT_END;

import java.util.List;
import java.util.Set;
import jp.tsunagi.base.access.Reaches;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.child.ChildGone;
import jp.tsunagi.people.staff.Staffing;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who dealt with a child that goes, who was kept away from it, and who reached it. */
@Component
final class GoneInvolvements {
  @EventListener
  void on(ChildGone event) {
    Tx tx = event.tx();
    ChildId child = event.child();
    tx.sql()
        .deleteFrom(CLASS_PLACE)
        .where(CLASS_PLACE.TENANT_ID.eq(tx.tenant()))
        .and(CLASS_PLACE.CHILD_ID.eq(child))
        .execute();
    tx.sql()
        .deleteFrom(INVOLVEMENT_END)
        .where(INVOLVEMENT_END.TENANT_ID.eq(tx.tenant()))
        .and(INVOLVEMENT_END.CHILD_ID.eq(child))
        .execute();
    tx.sql()
        .deleteFrom(INVOLVEMENT)
        .where(INVOLVEMENT.TENANT_ID.eq(tx.tenant()))
        .and(INVOLVEMENT.CHILD_ID.eq(child))
        .execute();
    tx.sql()
        .deleteFrom(CHILD_BLOCK)
        .where(CHILD_BLOCK.TENANT_ID.eq(tx.tenant()))
        .and(CHILD_BLOCK.CHILD_ID.eq(child))
        .execute();
    Staffing.forget(tx, child);
    Reaches.replaceOfChildren(tx, Set.of(child), List.of());
  }
}
