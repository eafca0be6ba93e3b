package jp.tsunagi.work.retention;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.CONSENT;
import static jp.tsunagi.schema.Tables.CONSENT_WITHDRAWAL;
import static jp.tsunagi.schema.Tables.ITEM;
import static jp.tsunagi.schema.Tables.OBJECTION;
import static jp.tsunagi.schema.Tables.RELOCATION;
import static jp.tsunagi.schema.Tables.SHEET_STEP;
import static jp.tsunagi.schema.Tables.SHOWING;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import java.util.List;
import java.util.UUID;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.TenantId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.file.Files;
import jp.tsunagi.record.item.ItemKind;
import jp.tsunagi.record.item.Items;
import jp.tsunagi.work.relocation.RelocationDisposing;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/**
 * 付き先のない証拠: the entry that shows that something was agreed to, said or answered, with its scans,
 * where nothing on record notes it: of what was taken back long ago nobody noted to what it
 * belonged. As long as anything of the child is agreed to or said it may belong to that, and stays.
 */
@Component
final class EvidenceRecords extends KeptKind {
  private final Items items;
  private final Files files;

  EvidenceRecords(Items items, Files files) {
    super(RetentionKind.EVIDENCE, "evidence");
    this.items = items;
    this.files = files;
  }

  @Override
  public List<Past> past(Tx tx, Wanted wanted) {
    Field<OrganisationId> place = Wanted.orOwner(HoldingSql.keeper());
    return tx.sql()
        .select(ITEM.ITEM_ID, ITEM.CHILD_ID, CHILD.BIRTH_DATE, place, ITEM.FISCAL_YEAR)
        .from(ITEM)
        .join(CHILD)
        .on(child(tx, ITEM.CHILD_ID))
        .where(ITEM.TENANT_ID.eq(tx.tenant()))
        .and(ITEM.KIND.in(ItemKind.CONSENT.name(), ItemKind.ATTACHMENT.name()))
        .and(ITEM.SHEET_ID.isNull())
        .and(wanted(tx, wanted, ITEM.ITEM_ID.coerce(UUID.class), place))
        .and(standsAlone(tx))
        .and(wanted.atRest() ? belongsToNothing(tx) : noCondition())
        .fetch(row ->
            of(row.value1().value(), row.value2(), row.value3(), row.value4(), row.value5()));
  }

  /** Nothing notes the item of the query. */
  private static Condition standsAlone(Tx tx) {
    return unnoted(tx, CONSENT, CONSENT.TENANT_ID, CONSENT.ITEM_ID)
        .and(
            unnoted(
                tx, CONSENT_WITHDRAWAL, CONSENT_WITHDRAWAL.TENANT_ID, CONSENT_WITHDRAWAL.ITEM_ID))
        .and(unnoted(tx, OBJECTION, OBJECTION.TENANT_ID, OBJECTION.ITEM_ID))
        .and(
            unnoted(
                tx,
                OBJECTION,
                OBJECTION.TENANT_ID,
                OBJECTION.LIFTED_ITEM_ID.coerce(OBJECTION.ITEM_ID)))
        .and(unnoted(tx, SHOWING, SHOWING.TENANT_ID, SHOWING.ITEM_ID))
        .and(unnoted(tx, SHOWING, SHOWING.TENANT_ID, SHOWING.ENDED_ITEM_ID.coerce(SHOWING.ITEM_ID)))
        .and(unnoted(tx, SHEET_STEP, SHEET_STEP.TENANT_ID, SHEET_STEP.ITEM_ID))
        .and(
            notExists(
                selectOne()
                    .from(RELOCATION)
                    .where(RELOCATION.TENANT_ID.eq(tx.tenant()))
                    .and(RELOCATION.CHILD_ID.eq(ITEM.CHILD_ID))
                    .and(RelocationDisposing.isPaper(ITEM.ITEM_ID))));
  }

  private static Condition unnoted(
      Tx tx, Table<?> table, Field<TenantId> tenant, Field<ItemId> noted) {
    return notExists(
        selectOne().from(table).where(tenant.eq(tx.tenant())).and(noted.eq(ITEM.ITEM_ID)));
  }

  /** Nothing of the child is agreed to or said any more. */
  private static Condition belongsToNothing(Tx tx) {
    return HoldingSql.noConsent(tx, ITEM.CHILD_ID)
        .and(
            notExists(
                selectOne()
                    .from(OBJECTION)
                    .where(OBJECTION.TENANT_ID.eq(tx.tenant()))
                    .and(OBJECTION.CHILD_ID.eq(ITEM.CHILD_ID))))
        .and(
            notExists(
                selectOne()
                    .from(SHOWING)
                    .where(SHOWING.TENANT_ID.eq(tx.tenant()))
                    .and(SHOWING.CHILD_ID.eq(ITEM.CHILD_ID))));
  }

  @Override
  public boolean hold(Tx tx, UUID id) {
    return tx.sql()
        .select(ITEM.ITEM_ID)
        .from(ITEM)
        .where(ITEM.TENANT_ID.eq(tx.tenant()))
        .and(ITEM.ITEM_ID.eq(new ItemId(id)))
        .forUpdate()
        .fetchOptional()
        .isPresent();
  }

  @Override
  public void dispose(Tx tx, Kept kept) {
    List<ItemId> item = List.of(new ItemId(kept.id()));
    files.dispose(tx, item);
    items.leave(tx, item, kept.child());
  }
}
