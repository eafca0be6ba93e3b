package jp.tsunagi.work.relocation;

import static jp.tsunagi.schema.Tables.ITEM;
import static jp.tsunagi.schema.Tables.RELOCATION;

import java.util.List;
import java.util.UUID;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.file.Files;
import jp.tsunagi.record.item.Items;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Deletes what stayed with the first child of a sheet that was moved away: what its family had
 * answered, and the scans of what it signed. For the program's own work, when two people have
 * decided it ({@code work.retention}).
 */
@Component
public final class RelocationDisposing {
  private final Items items;
  private final Files files;

  RelocationDisposing(Items items, Files files) {
    this.items = items;
    this.files = files;
  }

  /** Holds it to the end of the transaction; false: it is gone. */
  public static boolean hold(Tx tx, UUID id) {
    return tx.sql()
        .select(RELOCATION.RELOCATION_ID)
        .from(RELOCATION)
        .where(of(tx, id))
        .forUpdate()
        .fetchOptional()
        .isPresent();
  }

  private static Condition of(Tx tx, UUID id) {
    return RELOCATION.TENANT_ID.eq(tx.tenant()).and(RELOCATION.RELOCATION_ID.eq(id));
  }

  /** Whether the answers of the move in the query name this item as the paper. */
  public static Condition isPaper(Field<ItemId> item) {
    return DSL.condition(
        "{0} -> 'answers' @> jsonb_build_array(jsonb_build_object('item', {1}::text))",
        RELOCATION.ANSWERS, item);
  }

  /** Deletes it; nothing of it can be brought back. */
  public void dispose(Tx tx, ChildId child, UUID id) {
    List<ItemId> papers =
        tx.sql()
            .select(ITEM.ITEM_ID)
            .from(RELOCATION)
            .join(ITEM)
            .on(ITEM.TENANT_ID.eq(tx.tenant()))
            .and(ITEM.CHILD_ID.eq(RELOCATION.CHILD_ID))
            .and(ITEM.SHEET_ID.isNull())
            .and(isPaper(ITEM.ITEM_ID))
            .where(of(tx, id))
            .fetch(ITEM.ITEM_ID);
    tx.sql().deleteFrom(RELOCATION).where(of(tx, id)).execute();
    files.dispose(tx, papers);
    items.leave(tx, papers, child);
  }
}
