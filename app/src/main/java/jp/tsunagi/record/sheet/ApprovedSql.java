package jp.tsunagi.record.sheet;

import static jp.tsunagi.schema.Tables.SHEET_APPROVED;

import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.item.ItemState;
import org.jooq.JSONB;

/** What those who decide had before them when a round ended: approved, returned or taken back. */
final class ApprovedSql {
  private ApprovedSql() {}

  /** By section, of the revision that is written now. */
  static Map<String, Answers> of(Tx tx, Sheet sheet) {
    return tx
        .sql()
        .select(SHEET_APPROVED.SECTION, SHEET_APPROVED.ANSWERS)
        .from(SHEET_APPROVED)
        .where(SHEET_APPROVED.TENANT_ID.eq(tx.tenant()))
        .and(SHEET_APPROVED.SHEET_ID.eq(sheet.id()))
        .and(SHEET_APPROVED.REVISION.eq(sheet.revision()))
        .fetch()
        .stream()
        .collect(Collectors.toMap(row -> row.value1(), row -> Answers.ofJson(row.value2().data())));
  }

  /** Keeps it as it stands, before the sheet leaves the posts that decide. */
  static void keep(Tx tx, Sheet sheet) {
    tx.as(
        new Actor.Job(tx.tenant(), "sheet"),
        () -> {
          PartSql.all(tx, sheet).stream()
              .filter(part -> part.revision() == sheet.revision())
              .filter(part -> part.state() == ItemState.IN_APPROVAL)
              .forEach(part -> keep(tx, sheet, part));
          return sheet;
        });
  }

  private static void keep(Tx tx, Sheet sheet, PartSql.Part part) {
    JSONB answers = JSONB.valueOf(part.answers().json());
    var now = tx.now().atOffset(ZoneOffset.UTC);
    tx.sql()
        .insertInto(SHEET_APPROVED)
        .set(SHEET_APPROVED.TENANT_ID, tx.tenant())
        .set(SHEET_APPROVED.SHEET_ID, sheet.id())
        .set(SHEET_APPROVED.REVISION, part.revision())
        .set(SHEET_APPROVED.SECTION, part.section())
        .set(SHEET_APPROVED.CHILD_ID, sheet.child())
        .set(SHEET_APPROVED.ITEM_ID, part.item())
        .set(SHEET_APPROVED.ANSWERS, answers)
        .set(SHEET_APPROVED.APPROVED_AT, now)
        .onConflict(
            SHEET_APPROVED.TENANT_ID,
            SHEET_APPROVED.SHEET_ID,
            SHEET_APPROVED.REVISION,
            SHEET_APPROVED.SECTION)
        .doUpdate()
        .set(SHEET_APPROVED.ANSWERS, answers)
        .set(SHEET_APPROVED.APPROVED_AT, now)
        .execute();
  }
}
