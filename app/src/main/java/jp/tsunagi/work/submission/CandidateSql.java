package jp.tsunagi.work.submission;

import static jp.tsunagi.schema.Tables.CLASS_PLACE;
import static jp.tsunagi.schema.Tables.INVOLVEMENT;
import static jp.tsunagi.schema.Tables.ITEM;
import static jp.tsunagi.schema.Tables.ORGANISATION_CLASS;
import static jp.tsunagi.schema.Tables.SHEET;
import static org.jooq.impl.DSL.field;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Compartments;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.ground.ScopeLine;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Reads whose sheets a place can hand in, and how they stand. */
final class CandidateSql {
  private CandidateSql() {}

  /** A sheet of a child: it may have been moved to another since a list was made. */
  record Whose(ChildId child, SheetId sheet) {}

  /** A sheet as it stands. */
  record Sheet(SheetId id, String state) {}

  /** The children of the class, or of the place, that the seat reaches running today. */
  static Set<ChildId> children(Tx tx, Seat seat, Submission.What what) {
    Condition room =
        what.schoolClass()
            .map(id ->
                DSL.exists(
                    DSL.selectOne()
                        .from(CLASS_PLACE)
                        .join(ORGANISATION_CLASS)
                        .on(ORGANISATION_CLASS.TENANT_ID.eq(tx.tenant()))
                        .and(ORGANISATION_CLASS.CLASS_ID.eq(CLASS_PLACE.CLASS_ID))
                        .where(CLASS_PLACE.TENANT_ID.eq(tx.tenant()))
                        .and(CLASS_PLACE.INVOLVEMENT_ID.eq(INVOLVEMENT.INVOLVEMENT_ID))
                        .and(CLASS_PLACE.CLASS_ID.eq(id))
                        .and(CLASS_PLACE.VALID_FROM.le(tx.today()))
                        .and(
                            CLASS_PLACE.VALID_TO.isNull().or(CLASS_PLACE.VALID_TO.gt(tx.today())))))
            .orElse(DSL.trueCondition());
    return new HashSet<>(
        tx.sql()
            .selectDistinct(INVOLVEMENT.CHILD_ID)
            .from(INVOLVEMENT)
            .where(dealing(tx, what.place()))
            .and(room)
            .and(Readable.running(tx, INVOLVEMENT.CHILD_ID, Set.of(seat.assignment())))
            .fetch(INVOLVEMENT.CHILD_ID));
  }

  private static Condition dealing(Tx tx, OrganisationId place) {
    return INVOLVEMENT
        .TENANT_ID
        .eq(tx.tenant())
        .and(INVOLVEMENT.ORGANISATION_ID.eq(place))
        .and(INVOLVEMENT.VALID_FROM.le(tx.today()))
        .and(INVOLVEMENT.VALID_TO.isNull().or(INVOLVEMENT.VALID_TO.gt(tx.today())));
  }

  /** The forms of which the place has written a sheet in these years. */
  static Set<String> forms(Tx tx, OrganisationId place, Collection<Integer> years) {
    return tx.sql()
        .selectDistinct(SHEET.FORM_KEY)
        .from(SHEET)
        .where(SHEET.TENANT_ID.eq(tx.tenant()))
        .and(SHEET.ORGANISATION_ID.eq(place))
        .and(SHEET.FISCAL_YEAR.in(years))
        .and(SHEET.STATE.ne("DISCARDED"))
        .and(Readable.child(tx, SHEET.CHILD_ID))
        .fetchSet(SHEET.FORM_KEY);
  }

  /**
   * Of each child the place's sheet of that form and year: of several (前期・後期) the latest begun of
   * those that are final, else the latest begun.
   */
  static Map<ChildId, Sheet> sheets(Tx tx, Submission.What what, Set<ChildId> children) {
    Map<ChildId, Sheet> sheets = new LinkedHashMap<>();
    tx.sql()
        .select(SHEET.CHILD_ID, SHEET.SHEET_ID, SHEET.STATE)
        .from(SHEET)
        .where(SHEET.TENANT_ID.eq(tx.tenant()))
        .and(SHEET.CHILD_ID.in(children))
        .and(SHEET.ORGANISATION_ID.eq(what.place()))
        .and(SHEET.FORM_KEY.eq(what.form()))
        .and(SHEET.FISCAL_YEAR.eq(what.year()))
        .and(SHEET.STATE.ne("DISCARDED"))
        .and(Readable.child(tx, SHEET.CHILD_ID))
        .orderBy(field(SHEET.STATE.eq("FINAL")), SHEET.CREATED_AT)
        .forEach(row -> sheets.put(row.value1(), new Sheet(row.value2(), row.value3())));
    return sheets;
  }

  /**
   * The parts of these sheets that the place wrote, final, in the version that holds: read as the
   * program's own work, because what is opened does not hang on what the person asking may read.
   */
  static Map<Whose, List<ScopeLine>> parts(
      Tx tx, Submission.What what, Collection<SheetId> sheets) {
    return tx.as(
        new Actor.Job(tx.tenant(), "submission"),
        () ->
            tx.sql()
                .selectDistinct(ITEM.CHILD_ID, ITEM.SHEET_ID, ITEM.CATEGORY, ITEM.SECTION)
                .from(ITEM)
                .where(Readable.item(tx))
                .and(ITEM.SHEET_ID.in(sheets))
                .and(ITEM.AUTHOR_KIND.eq("ORGANISATION"))
                .and(ITEM.AUTHOR_ID.eq(what.place().value()))
                .and(ITEM.LATEST.isTrue())
                .and(ITEM.STATE.eq("FINAL"))
                .and(ITEM.SECTION.isNotNull())
                .orderBy(ITEM.SHEET_ID, ITEM.SECTION)
                .fetchGroups(
                    row -> new Whose(row.value1(), row.value2()),
                    row ->
                        new ScopeLine(
                            Category.valueOf(row.value3()),
                            Optional.of(row.value4()),
                            Optional.of(new ScopeLine.OfSheet(row.value2(), what.year())))));
  }

  /** Those of the children with whom the place still deals today. */
  static Set<ChildId> dealt(Tx tx, OrganisationId place, Set<ChildId> children) {
    return tx.as(
        new Actor.Job(tx.tenant(), "submission"),
        () ->
            tx.sql()
                .selectDistinct(INVOLVEMENT.CHILD_ID)
                .from(INVOLVEMENT)
                .where(dealing(tx, place))
                .and(INVOLVEMENT.CHILD_ID.in(children))
                .fetchSet(INVOLVEMENT.CHILD_ID));
  }

  /** Those of the children whose address is hidden at all, from whomever. */
  static Set<ChildId> withCare(Tx tx, Set<ChildId> children) {
    return tx.as(
        new Actor.Job(tx.tenant(), "submission"),
        () ->
            tx.sql()
                .selectDistinct(INVOLVEMENT.CHILD_ID)
                .from(INVOLVEMENT)
                .where(INVOLVEMENT.TENANT_ID.eq(tx.tenant()))
                .and(INVOLVEMENT.CHILD_ID.in(children))
                .and(Compartments.hiding(tx, INVOLVEMENT.CHILD_ID))
                .fetchSet(INVOLVEMENT.CHILD_ID));
  }
}
