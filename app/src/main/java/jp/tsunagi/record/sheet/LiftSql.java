package jp.tsunagi.record.sheet;

import static jp.tsunagi.schema.Tables.SHEET;
import static jp.tsunagi.schema.Tables.SHEET_LEFT_OVER;
import static jp.tsunagi.schema.Tables.SHEET_PART;

import java.util.List;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.sheet.PartSql.Part;
import org.jooq.JSONB;

/** On which version of its form a part was written, and what a later version has no place for. */
final class LiftSql {
  private LiftSql() {}

  /** What was left over of a part when it was lifted from that version. */
  record Left(int revision, String section, int formVersion, Answers answers) {}

  /** Every part says its version from now on; the sheet goes to the later one. */
  static void lift(Tx tx, Sheet sheet, int to) {
    tx.sql()
        .update(SHEET_PART)
        .set(SHEET_PART.FORM_VERSION, sheet.formVersion())
        .where(SHEET_PART.TENANT_ID.eq(tx.tenant()))
        .and(SHEET_PART.SHEET_ID.eq(sheet.id()))
        .and(SHEET_PART.FORM_VERSION.isNull())
        .execute();
    tx.sql()
        .update(SHEET)
        .set(SHEET.FORM_VERSION, to)
        .where(SHEET.TENANT_ID.eq(tx.tenant()))
        .and(SHEET.SHEET_ID.eq(sheet.id()))
        .execute();
  }

  /** A part of the draft as the later version takes it; it stays as of when it was written. */
  static void onto(Tx tx, Sheet sheet, Part part, int version, Answers answers) {
    tx.sql()
        .update(SHEET_PART)
        .set(SHEET_PART.ANSWERS, JSONB.valueOf(answers.json()))
        .set(SHEET_PART.FORM_VERSION, version)
        .where(SHEET_PART.TENANT_ID.eq(tx.tenant()))
        .and(SHEET_PART.SHEET_ID.eq(sheet.id()))
        .and(SHEET_PART.REVISION.eq(part.revision()))
        .and(SHEET_PART.SECTION.eq(part.section()))
        .execute();
  }

  /** Keeps with a part what its new version has no place for. */
  static void keep(Tx tx, Sheet sheet, Part part, int from, Answers left) {
    tx.sql()
        .insertInto(SHEET_LEFT_OVER)
        .set(SHEET_LEFT_OVER.TENANT_ID, tx.tenant())
        .set(SHEET_LEFT_OVER.SHEET_ID, sheet.id())
        .set(SHEET_LEFT_OVER.REVISION, part.revision())
        .set(SHEET_LEFT_OVER.SECTION, part.section())
        .set(SHEET_LEFT_OVER.FORM_VERSION, from)
        .set(SHEET_LEFT_OVER.CHILD_ID, sheet.child())
        .set(SHEET_LEFT_OVER.ITEM_ID, part.item())
        .set(SHEET_LEFT_OVER.ANSWERS, JSONB.valueOf(left.json()))
        .execute();
  }

  /** Of every part of the sheet; row level security leaves out parts that may not be read. */
  static List<Left> of(Tx tx, SheetId sheet) {
    return tx.sql()
        .selectFrom(SHEET_LEFT_OVER)
        .where(SHEET_LEFT_OVER.TENANT_ID.eq(tx.tenant()))
        .and(SHEET_LEFT_OVER.SHEET_ID.eq(sheet))
        .orderBy(SHEET_LEFT_OVER.REVISION, SHEET_LEFT_OVER.FORM_VERSION)
        .fetch(row ->
            new Left(
                row.getRevision(),
                row.getSection(),
                row.getFormVersion(),
                Answers.ofJson(row.getAnswers().data())));
  }
}
