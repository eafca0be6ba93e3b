package jp.tsunagi.work.relocation;

import static jp.tsunagi.schema.Tables.ISSUE;
import static jp.tsunagi.schema.Tables.ISSUE_PART;
import static jp.tsunagi.schema.Tables.PARTICIPATION;
import static jp.tsunagi.schema.Tables.RELOCATION;
import static jp.tsunagi.schema.Tables.SHEET;
import static org.jooq.impl.DSL.selectOne;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.sheet.Sheet;
import jp.tsunagi.schema.tables.records.RelocationRecord;
import org.jooq.JSONB;

/** What a move is decided by, and its row; read as the program's own work. */
final class RelocationSql {
  private RelocationSql() {}

  static <T> T alone(Tx tx, Supplier<T> work) {
    return tx.as(new Actor.Job(tx.tenant(), "relocation"), work);
  }

  /** Whether a paper that holds any of it went out by a consent. */
  static boolean paperOut(Tx tx, ChildId child, Collection<ItemId> items) {
    return alone(
        tx,
        () ->
            tx.sql()
                .fetchExists(
                    selectOne()
                        .from(ISSUE)
                        .join(ISSUE_PART)
                        .on(ISSUE_PART.TENANT_ID.eq(tx.tenant()))
                        .and(ISSUE_PART.ISSUE_ID.eq(ISSUE.ISSUE_ID))
                        .where(ISSUE.TENANT_ID.eq(tx.tenant()))
                        .and(ISSUE.CHILD_ID.eq(child))
                        .and(ISSUE.CONSENT_ID.isNotNull())
                        .and(ISSUE_PART.ITEM_ID.in(items))));
  }

  /** Whether the child takes part in the sheet's programme in the sheet's year. */
  static boolean takesPart(Tx tx, Sheet sheet, ChildId child) {
    return sheet.programme().isEmpty()
        || alone(
            tx,
            () ->
                tx.sql()
                    .fetchExists(
                        selectOne()
                            .from(PARTICIPATION)
                            .where(PARTICIPATION.TENANT_ID.eq(tx.tenant()))
                            .and(PARTICIPATION.PROGRAMME_ID.eq(sheet.programme().get()))
                            .and(PARTICIPATION.CHILD_ID.eq(child))
                            .and(PARTICIPATION.FISCAL_YEAR.eq(sheet.fiscalYear()))));
  }

  /** Later years of the same form and place: they may have begun with its answers. */
  static List<Integer> later(Tx tx, Sheet sheet) {
    return alone(
        tx,
        () ->
            tx.sql()
                .selectDistinct(SHEET.FISCAL_YEAR)
                .from(SHEET)
                .where(SHEET.TENANT_ID.eq(tx.tenant()))
                .and(SHEET.CHILD_ID.eq(sheet.child()))
                .and(SHEET.FORM_KEY.eq(sheet.form()))
                .and(sheet.organisation().map(SHEET.ORGANISATION_ID::eq).orElseThrow())
                .and(SHEET.FISCAL_YEAR.gt(sheet.fiscalYear()))
                .and(SHEET.STATE.ne("DISCARDED"))
                .orderBy(SHEET.FISCAL_YEAR)
                .fetch(SHEET.FISCAL_YEAR));
  }

  /** The move that this form has made already, if it has. */
  static Optional<RelocationRecord> find(Tx tx, UUID id) {
    return alone(
        tx,
        () ->
            tx.sql()
                .selectFrom(RELOCATION)
                .where(RELOCATION.TENANT_ID.eq(tx.tenant()))
                .and(RELOCATION.RELOCATION_ID.eq(id))
                .fetchOptional());
  }

  /** The sheet is gone: what the first family answered stays with the first child. */
  static void forget(Tx tx, SheetId sheet) {
    alone(
        tx,
        () ->
            tx.sql()
                .update(RELOCATION)
                .setNull(RELOCATION.SHEET_ID)
                .setNull(RELOCATION.TO_CHILD_ID)
                .where(RELOCATION.TENANT_ID.eq(tx.tenant()))
                .and(RELOCATION.SHEET_ID.eq(sheet))
                .execute());
  }

  static void add(
      Tx tx,
      UUID id,
      Sheet sheet,
      ChildId to,
      OrganisationId at,
      String why,
      boolean familySaw,
      String answers) {
    UUID by = Actor.of(tx).id().orElseThrow();
    alone(
        tx,
        () ->
            tx.sql()
                .insertInto(RELOCATION)
                .set(RELOCATION.TENANT_ID, tx.tenant())
                .set(RELOCATION.RELOCATION_ID, id)
                .set(RELOCATION.CHILD_ID, sheet.child())
                .set(RELOCATION.TO_CHILD_ID, to.value())
                .set(RELOCATION.SHEET_ID, sheet.id())
                .set(RELOCATION.ORGANISATION_ID, at)
                .set(RELOCATION.FORM_KEY, sheet.form())
                .set(RELOCATION.FORM_VERSION, sheet.formVersion())
                .set(RELOCATION.WHY, why)
                .set(RELOCATION.FAMILY_SAW, familySaw)
                .set(RELOCATION.ANSWERS, JSONB.valueOf(answers))
                .set(RELOCATION.MOVED_BY, by)
                .set(RELOCATION.MOVED_AT, tx.now().atOffset(ZoneOffset.UTC))
                .execute());
  }
}
