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
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.calendar.GradeOverride;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.schema.tables.Reach;
import org.jooq.Condition;
import org.jooq.Field;

/** What every list begins with: the children a seat holds today, from its reach. */
final class HeldSql {
  private static final Reach HELD = REACH.as("held");

  private HeldSql() {}

  /**
   * The child of the statement is one whom the seat reaches while the involvement runs. A condition
   * and no table of its own: what has to be made distinct first cannot be entered by child, and was
   * gone through anew for each line.
   */
  static Condition holds(Tx tx, Seat seat) {
    return CHILD
        .TENANT_ID
        .eq(tx.tenant())
        .and(
            exists(
                selectOne()
                    .from(HELD)
                    .where(HELD.TENANT_ID.eq(tx.tenant()))
                    .and(HELD.ASSIGNMENT_ID.eq(seat.assignment()))
                    .and(HELD.CHILD_ID.eq(CHILD.CHILD_ID))
                    .and(HELD.KIND.eq("RUNNING"))
                    .and(HELD.VALID_FROM.le(tx.today()))
                    .and(HELD.VALID_TO.gt(tx.today()))));
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
            .eq(me)
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
