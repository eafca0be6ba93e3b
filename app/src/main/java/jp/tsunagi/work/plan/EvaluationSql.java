package jp.tsunagi.work.plan;

import static jp.tsunagi.schema.Tables.ITEM;
import static jp.tsunagi.schema.Tables.SHEET;
import static jp.tsunagi.schema.Tables.SHEET_PART;
import static jp.tsunagi.schema.Tables.SHEET_WRITER;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.form.Term;
import jp.tsunagi.record.item.ItemState;
import jp.tsunagi.record.sheet.SheetState;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Reads the sheets that somebody writes for the children in the own reach, with their parts. */
final class EvaluationSql {
  private EvaluationSql() {}

  /** A form with the fiscal year and the term of which there are sheets. */
  record Kind(String form, int year, Term term) {}

  /**
   * A sheet as far as the grid needs it.
   *
   * @param writes whether it is the reader's to write while it is a draft
   */
  record Sheet(
      SheetId id, ChildId child, int formVersion, SheetState state, int revision, boolean writes) {}

  /** The latest answers of a section, with the revision and the version they were saved in. */
  record Part(Answers answers, int revision, int version) {}

  private static Condition mine(Tx tx, Actor.Staff staff) {
    List<Seat> seats = staff.with(Right.WRITE);
    Set<OrganisationId> places = new java.util.HashSet<>();
    Set<AssignmentId> assignments = new java.util.HashSet<>();
    seats.forEach(seat -> {
      places.add(seat.organisation());
      assignments.add(seat.assignment());
    });
    return SHEET
        .TENANT_ID
        .eq(tx.tenant())
        .and(SHEET.ORGANISATION_ID.in(places))
        .and(SHEET.STATE.ne(SheetState.DISCARDED.name()))
        .and(Readable.running(tx, SHEET.CHILD_ID, assignments));
  }

  /** The forms and times of which there are sheets, the latest first. */
  static List<Kind> kinds(Tx tx, Actor.Staff staff, int from) {
    return tx.sql()
        .selectDistinct(SHEET.FORM_KEY, SHEET.FISCAL_YEAR, SHEET.TERM)
        .from(SHEET)
        .where(mine(tx, staff))
        .and(SHEET.FISCAL_YEAR.ge(from))
        .orderBy(SHEET.FISCAL_YEAR.desc(), SHEET.FORM_KEY, SHEET.TERM.desc())
        .fetch(row -> new Kind(row.value1(), row.value2(), Term.ofColumn(row.value3())));
  }

  /** The sheets of that form and year. */
  static List<Sheet> sheets(Tx tx, Actor.Staff staff, Kind kind) {
    Field<Boolean> writes =
        DSL.field(
            exists(
                selectOne()
                    .from(SHEET_WRITER)
                    .where(SHEET_WRITER.TENANT_ID.eq(tx.tenant()))
                    .and(SHEET_WRITER.SHEET_ID.eq(SHEET.SHEET_ID))
                    .and(SHEET_WRITER.STAFF_ID.eq(staff.staff()))));
    return tx.sql()
        .select(
            SHEET.SHEET_ID, SHEET.CHILD_ID, SHEET.FORM_VERSION, SHEET.STATE, SHEET.REVISION, writes)
        .from(SHEET)
        .where(mine(tx, staff))
        .and(SHEET.FORM_KEY.eq(kind.form()))
        .and(SHEET.FISCAL_YEAR.eq(kind.year()))
        .and(SHEET.TERM.eq(kind.term().column()))
        .orderBy(SHEET.CHILD_ID, SHEET.CREATED_AT)
        .fetch(row ->
            new Sheet(
                row.value1(),
                row.value2(),
                row.value3(),
                SheetState.valueOf(row.value4()),
                row.value5(),
                row.value6()));
  }

  /** Of each sheet the latest part of every section that may be read. */
  static Map<SheetId, Map<String, Part>> parts(Tx tx, Collection<SheetId> sheets) {
    Map<SheetId, Map<String, Part>> parts = new HashMap<>();
    tx.sql()
        .select(
            SHEET_PART.SHEET_ID,
            SHEET_PART.SECTION,
            SHEET_PART.ANSWERS,
            SHEET_PART.REVISION,
            SHEET_PART.LOCK_VERSION)
        .from(SHEET_PART)
        .join(ITEM)
        .on(ITEM.TENANT_ID.eq(tx.tenant()))
        .and(ITEM.CHILD_ID.eq(SHEET_PART.CHILD_ID))
        .and(ITEM.ITEM_ID.eq(SHEET_PART.ITEM_ID))
        .where(SHEET_PART.TENANT_ID.eq(tx.tenant()))
        .and(SHEET_PART.SHEET_ID.in(sheets))
        .and(ITEM.STATE.ne(ItemState.WITHDRAWN.name()))
        .and(Readable.item(tx))
        .orderBy(SHEET_PART.SHEET_ID, SHEET_PART.SECTION, SHEET_PART.REVISION)
        .forEach(row ->
            parts
                .computeIfAbsent(row.value1(), _ -> new TreeMap<>())
                .put(
                    row.value2(),
                    new Part(Answers.ofJson(row.value3().data()), row.value4(), row.value5())));
    return parts;
  }
}
