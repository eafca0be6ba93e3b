package jp.tsunagi.record.item;

import static jp.tsunagi.schema.Tables.ITEM;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.schema.tables.records.ItemRecord;
import org.springframework.stereotype.Component;

/** Adds items and moves them through their states. */
@Component
public final class Items {

  /** Adds an item; it is the latest of its kind until it is superseded. */
  public ItemId add(Tx tx, NewItem item) {
    ItemId id = ItemId.create();
    tx.sql()
        .insertInto(ITEM)
        .set(ITEM.TENANT_ID, tx.tenant())
        .set(ITEM.ITEM_ID, id)
        .set(ITEM.CHILD_ID, item.child())
        .set(ITEM.KIND, item.kind().name())
        .set(ITEM.CATEGORY, item.category().name())
        .set(ITEM.SECTION, item.section().orElse(null))
        .set(ITEM.AUTHOR_KIND, item.author().kind())
        .set(ITEM.AUTHOR_ID, item.author().id())
        .set(ITEM.STATE, item.state().name())
        .set(ITEM.LATEST, true)
        .set(ITEM.FOR_GUARDIAN, item.forGuardian())
        .set(ITEM.ON_DATE, item.onDate())
        .set(ITEM.FISCAL_YEAR, FiscalYear.of(item.onDate()).year())
        .set(ITEM.GIST, item.gist())
        .set(ITEM.SHEET_ID, item.sheet().orElse(null))
        .set(ITEM.REVISION, item.revision())
        .set(ITEM.CREATED_AT, tx.now().atOffset(ZoneOffset.UTC))
        .set(ITEM.CREATED_BY, Actor.of(tx).id().orElse(null))
        .execute();
    return id;
  }

  /** Puts an item into a compartment: from now on it is the named few's alone. */
  public void confine(Tx tx, ItemId item, UUID compartment) {
    tx.sql()
        .update(ITEM)
        .set(ITEM.COMPARTMENT_ID, compartment)
        .where(ITEM.TENANT_ID.eq(tx.tenant()))
        .and(ITEM.ITEM_ID.eq(item))
        .execute();
  }

  /**
   * These items become another child's, under the ids they have; what hangs on them follows before
   * {@link #leave}.
   */
  public void arrive(Tx tx, Collection<ItemId> items, ChildId from, ChildId to) {
    List<ItemRecord> rows =
        tx.sql()
            .selectFrom(ITEM)
            .where(ITEM.TENANT_ID.eq(tx.tenant()))
            .and(ITEM.CHILD_ID.eq(from))
            .and(ITEM.ITEM_ID.in(items))
            .fetch();
    for (ItemRecord row : rows) {
      ItemRecord there = tx.sql().newRecord(ITEM);
      there.from(row);
      there.setChildId(to);
      there.insert();
    }
  }

  /** They are the first child's no longer. */
  public void leave(Tx tx, Collection<ItemId> items, ChildId from) {
    tx.sql()
        .deleteFrom(ITEM)
        .where(ITEM.TENANT_ID.eq(tx.tenant()))
        .and(ITEM.CHILD_ID.eq(from))
        .and(ITEM.ITEM_ID.in(items))
        .execute();
  }

  /** Nobody reads them any more; the rows stay. */
  public void withdraw(Tx tx, Collection<ItemId> items) {
    tx.sql()
        .update(ITEM)
        .set(ITEM.STATE, ItemState.WITHDRAWN.name())
        .set(ITEM.GIST, "")
        .where(ITEM.TENANT_ID.eq(tx.tenant()))
        .and(ITEM.ITEM_ID.in(items))
        .execute();
  }

  /** Moves one item into a state. */
  public void move(Tx tx, ItemId item, ItemState state, LocalDate onDate, String gist) {
    tx.sql()
        .update(ITEM)
        .set(ITEM.STATE, state.name())
        .set(ITEM.ON_DATE, onDate)
        .set(ITEM.FISCAL_YEAR, FiscalYear.of(onDate).year())
        .set(ITEM.GIST, gist)
        .where(ITEM.TENANT_ID.eq(tx.tenant()))
        .and(ITEM.ITEM_ID.eq(item))
        .execute();
  }

  /**
   * The same section of earlier revisions gives way to a later one that has become final.
   *
   * @param to SUPERSEDED or CORRECTED
   */
  public void giveWay(Tx tx, SheetId sheet, String section, int revision, ItemState to) {
    tx.sql()
        .update(ITEM)
        .set(ITEM.STATE, to.name())
        .set(ITEM.LATEST, false)
        .where(ITEM.TENANT_ID.eq(tx.tenant()))
        .and(ITEM.SHEET_ID.eq(sheet))
        .and(ITEM.SECTION.eq(section))
        .and(ITEM.REVISION.lt(revision))
        .and(ITEM.STATE.eq(ItemState.FINAL.name()))
        .execute();
  }
}
