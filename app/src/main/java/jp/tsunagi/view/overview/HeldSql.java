package jp.tsunagi.view.overview;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.CHILD_NAME;
import static jp.tsunagi.schema.Tables.GRADE_OVERRIDE;
import static jp.tsunagi.schema.Tables.REACH;
import static jp.tsunagi.schema.Tables.SHEET;
import static jp.tsunagi.schema.Tables.SHEET_STEP;
import static jp.tsunagi.schema.Tables.SHEET_WRITER;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.calendar.GradeOverride;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Table;

/** What every list begins with: the children a seat holds today, from its reach. */
final class HeldSql {
  private static final Table<?> HELD = table(name("held"));
  private static final Field<ChildId> CHILD_HELD =
      field(name("held", "child_id"), REACH.CHILD_ID.getDataType());

  private HeldSql() {}

  /**
   * The children whom the seat reaches while the involvement runs, gone through once for a
   * statement however many of its lists begin with them.
   */
  static CommonTableExpression<Record1<ChildId>> held(Tx tx, Seat seat) {
    return name("held")
        .fields("child_id")
        .asMaterialized(
            selectDistinct(REACH.CHILD_ID)
                .from(REACH)
                .where(REACH.TENANT_ID.eq(tx.tenant()))
                .and(REACH.ASSIGNMENT_ID.eq(seat.assignment()))
                .and(REACH.KIND.eq("RUNNING"))
                .and(REACH.VALID_FROM.le(tx.today()))
                .and(REACH.VALID_TO.gt(tx.today())));
  }

  /** Those children, in a statement that says {@link #held} before. */
  static Table<?> children(Tx tx) {
    return HELD.join(CHILD).on(CHILD.TENANT_ID.eq(tx.tenant())).and(CHILD.CHILD_ID.eq(CHILD_HELD));
  }

  /** The names of today, the 通称 first. */
  static Field<List<ChildFacts.Name>> names(Tx tx) {
    return multiset(
            select(
                    CHILD_NAME.KIND,
                    CHILD_NAME.FAMILY,
                    CHILD_NAME.FAMILY_KANA,
                    CHILD_NAME.GIVEN,
                    CHILD_NAME.GIVEN_KANA,
                    coalesce(CHILD_NAME.MIDDLE, ""))
                .from(CHILD_NAME)
                .where(CHILD_NAME.TENANT_ID.eq(tx.tenant()))
                .and(CHILD_NAME.CHILD_ID.eq(CHILD.CHILD_ID))
                .and(CHILD_NAME.VALID_TO.isNull().or(CHILD_NAME.VALID_TO.gt(tx.today())))
                .orderBy(CHILD_NAME.KIND, CHILD_NAME.VALID_FROM))
        .convertFrom(rows -> rows.map(mapping(ChildFacts.Name::new)));
  }

  static Field<List<GradeOverride>> overrides(Tx tx) {
    return multiset(
            select(GRADE_OVERRIDE.FISCAL_YEAR, GRADE_OVERRIDE.GRADE, GRADE_OVERRIDE.REASON)
                .from(GRADE_OVERRIDE)
                .where(GRADE_OVERRIDE.TENANT_ID.eq(tx.tenant()))
                .and(GRADE_OVERRIDE.CHILD_ID.eq(CHILD.CHILD_ID)))
        .convertFrom(rows -> rows.map(mapping(HeldSql::override)));
  }

  /** The reason is free text where somebody wrote one. */
  private static GradeOverride override(int year, int grade, String reason) {
    GradeOverride.Reason known =
        Arrays.stream(GradeOverride.Reason.values())
            .filter(one -> one.name().equals(reason))
            .findFirst()
            .orElse(GradeOverride.Reason.OTHER);
    return new GradeOverride(new FiscalYear(year), grade, known);
  }

  /**
   * This year's sheets of the seat's own organisation: that they are there, not what is in them.
   */
  static Field<List<Plan.Sheet>> sheets(Tx tx, Seat seat, Condition which) {
    return multiset(
            select(SHEET.SHEET_ID, SHEET.STATE, mine(tx), steps(tx))
                .from(SHEET)
                .where(ofYear(tx, seat))
                .and(which)
                .orderBy(SHEET.CREATED_AT.desc()))
        .convertFrom(rows -> rows.map(mapping(Plan.Sheet::new)));
  }

  /** A sheet of the child of the statement, of this year and the seat's organisation. */
  static Condition ofYear(Tx tx, Seat seat) {
    return SHEET
        .TENANT_ID
        .eq(tx.tenant())
        .and(SHEET.CHILD_ID.eq(CHILD.CHILD_ID))
        .and(SHEET.ORGANISATION_ID.eq(seat.organisation()))
        .and(SHEET.FISCAL_YEAR.eq(FiscalYear.of(tx.today()).year()))
        .and(SHEET.STATE.ne("DISCARDED"));
  }

  /** Whether the reader began the sheet of the query or writes in it. */
  static Field<Boolean> mine(Tx tx) {
    UUID me = tx.scope().id().orElseThrow();
    return field(
        SHEET
            .CREATED_BY
            .isNotDistinctFrom(me)
            .or(
                exists(
                    selectOne()
                        .from(SHEET_WRITER)
                        .where(SHEET_WRITER.TENANT_ID.eq(tx.tenant()))
                        .and(SHEET_WRITER.SHEET_ID.eq(SHEET.SHEET_ID))
                        .and(SHEET_WRITER.STAFF_ID.coerce(UUID.class).eq(me)))));
  }

  private static Field<List<Plan.Step>> steps(Tx tx) {
    return multiset(
            select(SHEET_STEP.ORDINAL, SHEET_STEP.STEP, SHEET_STEP.AT.convertFrom(Wording::day))
                .from(SHEET_STEP)
                .where(SHEET_STEP.TENANT_ID.eq(tx.tenant()))
                .and(SHEET_STEP.SHEET_ID.eq(SHEET.SHEET_ID))
                .and(SHEET_STEP.REVISION.eq(SHEET.REVISION)))
        .convertFrom(rows -> rows.map(mapping(Plan.Step::new)));
  }
}
