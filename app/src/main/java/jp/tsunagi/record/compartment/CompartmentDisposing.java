package jp.tsunagi.record.compartment;

import static jp.tsunagi.schema.Tables.COMPARTMENT;
import static jp.tsunagi.schema.Tables.COMPARTMENT_MEMBER;
import static jp.tsunagi.schema.Tables.COMPARTMENT_NOTE;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.base.access.Compartments;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.item.Items;
import org.jooq.Condition;
import org.springframework.stereotype.Component;

/**
 * Deletes a record for a named few with its entries and the list of the few. For the program's own
 * work, when two people have decided it ({@code work.retention}).
 */
@Component
public final class CompartmentDisposing {
  private final Items items;

  CompartmentDisposing(Items items) {
    this.items = items;
  }

  /** The records of which the actor is one of the named few, of children beyond reach too. */
  public static Set<UUID> named(Tx tx) {
    return tx.sql()
        .select(COMPARTMENT.COMPARTMENT_ID)
        .from(COMPARTMENT)
        .where(COMPARTMENT.TENANT_ID.eq(tx.tenant()))
        .and(COMPARTMENT.KIND.eq(CompartmentKind.ABUSE.name()))
        .and(Compartments.member(tx, COMPARTMENT.COMPARTMENT_ID))
        .fetchSet(COMPARTMENT.COMPARTMENT_ID);
  }

  /** Holds it to the end of the transaction; false: it is gone. */
  public static boolean hold(Tx tx, UUID id) {
    return tx.sql()
        .select(COMPARTMENT.COMPARTMENT_ID)
        .from(COMPARTMENT)
        .where(of(tx, id))
        .forUpdate()
        .fetchOptional()
        .isPresent();
  }

  private static Condition of(Tx tx, UUID id) {
    return COMPARTMENT.TENANT_ID.eq(tx.tenant()).and(COMPARTMENT.COMPARTMENT_ID.eq(id));
  }

  /** Deletes it; nothing of it can be brought back. */
  public void dispose(Tx tx, ChildId child, UUID id) {
    Condition written =
        COMPARTMENT_NOTE.TENANT_ID.eq(tx.tenant()).and(COMPARTMENT_NOTE.COMPARTMENT_ID.eq(id));
    List<ItemId> entries =
        tx.sql()
            .select(COMPARTMENT_NOTE.ITEM_ID)
            .from(COMPARTMENT_NOTE)
            .where(written)
            .fetch(COMPARTMENT_NOTE.ITEM_ID);
    tx.sql().deleteFrom(COMPARTMENT_NOTE).where(written).execute();
    items.leave(tx, entries, child);
    tx.sql()
        .deleteFrom(COMPARTMENT_MEMBER)
        .where(COMPARTMENT_MEMBER.TENANT_ID.eq(tx.tenant()))
        .and(COMPARTMENT_MEMBER.COMPARTMENT_ID.eq(id))
        .execute();
    tx.sql().deleteFrom(COMPARTMENT).where(of(tx, id)).execute();
  }
}
