package jp.tsunagi.record.ground;

import static jp.tsunagi.schema.Tables.CONSENT_WITHDRAWAL;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.file.Files;
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

  /** Deletes these; what is noted nowhere is a record of its own ({@code work.retention}). */
  void dispose(Tx tx, ChildId child, Collection<ItemId> evidence) {
    files.dispose(tx, evidence);
    items.leave(tx, evidence, child);
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
