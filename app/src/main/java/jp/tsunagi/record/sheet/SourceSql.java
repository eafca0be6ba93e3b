package jp.tsunagi.record.sheet;

import static jp.tsunagi.schema.Tables.ITEM;
import static jp.tsunagi.schema.Tables.SHEET_EDIT;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.form.Address;
import jp.tsunagi.record.item.ItemState;
import jp.tsunagi.record.sheet.ReadSheet.Source;
import jp.tsunagi.schema.tables.records.SheetEditRecord;

/** Who gave which answer when, from the log of what was written (A4). */
final class SourceSql {
  private SourceSql() {}

  /** One answer's source. */
  record Written(int revision, String section, String field, Source source) {}

  /** Everything the actor may know of, earliest first; what was put aside does not count. */
  static List<Written> of(Tx tx, Sheet sheet) {
    return tx.sql()
        .select(SHEET_EDIT.fields())
        .from(SHEET_EDIT)
        .join(ITEM)
        .on(ITEM.TENANT_ID.eq(tx.tenant()))
        .and(ITEM.CHILD_ID.eq(SHEET_EDIT.CHILD_ID))
        .and(ITEM.ITEM_ID.eq(SHEET_EDIT.ITEM_ID))
        .where(SHEET_EDIT.TENANT_ID.eq(tx.tenant()))
        .and(SHEET_EDIT.SHEET_ID.eq(sheet.id()))
        .and(ITEM.STATE.ne(ItemState.WITHDRAWN.name()))
        .and(Readable.item(tx))
        .orderBy(SHEET_EDIT.REVISION, SHEET_EDIT.LOCK_VERSION)
        .fetchInto(SHEET_EDIT)
        .map(SourceSql::written);
  }

  private static Written written(SheetEditRecord row) {
    return new Written(
        row.getRevision(), row.getSection(), Address.parse(row.getAddress()).field(), source(row));
  }

  private static Source source(SheetEditRecord row) {
    boolean typed = row.getByKind().equals("STAFF");
    String kind = row.getGivenByKind();
    UUID by = row.getGivenBy();
    return new Source(
        kind != null ? kind : typed ? "ORGANISATION" : "GUARDIAN",
        by != null ? by : row.getById(),
        typed ? Optional.of(row.getById()) : Optional.empty(),
        Optional.ofNullable(row.getReceivedOn()),
        row.getAt().toInstant());
  }

  /** The last source of each field of a section, as it stood in that revision. */
  static Map<String, Source> upTo(List<Written> all, String section, int revision) {
    Map<String, Source> sources = new HashMap<>();
    all.stream()
        .filter(each -> each.section().equals(section) && each.revision() <= revision)
        .forEach(each -> sources.put(each.field(), each.source()));
    return sources;
  }
}
