package jp.tsunagi.record.ground;

import static jp.tsunagi.schema.Tables.CONSENT;
import static jp.tsunagi.schema.Tables.CONSENT_WITHDRAWAL;
import static jp.tsunagi.schema.Tables.ITEM;
import static jp.tsunagi.schema.Tables.OBJECTION;
import static jp.tsunagi.schema.Tables.SHEET_STEP;
import static jp.tsunagi.schema.Tables.SHOWING;
import static org.jooq.impl.DSL.selectOne;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.file.Files;
import jp.tsunagi.record.item.ItemKind;
import jp.tsunagi.record.item.Items;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/** Deletes what shows that something was agreed to or said: the entry and its scans. */
@Component
final class EvidenceDisposing {
  private final Items items;
  private final Files files;

  EvidenceDisposing(Items items, Files files) {
    this.items = items;
    this.files = files;
  }

  /**
   * Deletes these; when nothing of the child is agreed to or said any more, also what belongs to
   * nothing: of what was taken back long ago nobody noted to what it belonged.
   */
  void dispose(Tx tx, ChildId child, Collection<ItemId> evidence) {
    List<ItemId> all = new ArrayList<>(evidence);
    if (isLast(tx, child)) {
      all.addAll(stray(tx, child));
    }
    files.dispose(tx, all);
    items.leave(tx, all, child);
  }

  private static boolean isLast(Tx tx, ChildId child) {
    return !there(tx, CONSENT, CONSENT.TENANT_ID.eq(tx.tenant()).and(CONSENT.CHILD_ID.eq(child)))
        && !there(
            tx, OBJECTION, OBJECTION.TENANT_ID.eq(tx.tenant()).and(OBJECTION.CHILD_ID.eq(child)))
        && !there(tx, SHOWING, SHOWING.TENANT_ID.eq(tx.tenant()).and(SHOWING.CHILD_ID.eq(child)));
  }

  private static boolean there(Tx tx, Table<?> table, Condition which) {
    return tx.sql().fetchExists(table, which);
  }

  /** Beside the scans of papers that belong to sheets. */
  private static List<ItemId> stray(Tx tx, ChildId child) {
    return tx.sql()
        .select(ITEM.ITEM_ID)
        .from(ITEM)
        .where(ITEM.TENANT_ID.eq(tx.tenant()))
        .and(ITEM.CHILD_ID.eq(child))
        .and(ITEM.KIND.eq(ItemKind.CONSENT.name()))
        .andNotExists(
            selectOne()
                .from(SHEET_STEP)
                .where(SHEET_STEP.TENANT_ID.eq(tx.tenant()))
                .and(SHEET_STEP.ITEM_ID.eq(ITEM.ITEM_ID)))
        .fetch(ITEM.ITEM_ID);
  }

  /** The evidence that is noted in these columns of the row. */
  static List<ItemId> noted(Tx tx, Table<?> table, Condition which, List<Field<ItemId>> columns) {
    List<ItemId> noted = new ArrayList<>();
    tx.sql()
        .select(columns)
        .from(table)
        .where(which)
        .fetch()
        .forEach(row ->
            columns.forEach(column -> {
              ItemId item = row.get(column);
              if (item != null) {
                noted.add(item);
              }
            }));
    return noted;
  }

  /** The withdrawal of a consent, for {@link #noted}. */
  static Condition withdrawal(Tx tx, jp.tsunagi.base.database.ConsentId consent) {
    return CONSENT_WITHDRAWAL
        .TENANT_ID
        .eq(tx.tenant())
        .and(CONSENT_WITHDRAWAL.CONSENT_ID.eq(consent));
  }
}
