package jp.tsunagi.view.overview;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.CHILD_KEY;
import static jp.tsunagi.schema.Tables.PARTICIPATION;
import static jp.tsunagi.schema.Tables.PROGRAMME;
import static jp.tsunagi.schema.Tables.SHEET;
import static jp.tsunagi.schema.Tables.SHEET_STEP;
import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.time.LocalDate;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.name.KeyRange;
import jp.tsunagi.base.name.SearchKeys;
import jp.tsunagi.base.name.SearchQuery;
import jp.tsunagi.view.overview.Narrowing.InCharge;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** What a reader narrows a hub's list by; the children are already those of the seat. */
final class NarrowedSql {
  private NarrowedSql() {}

  static Condition of(Tx tx, Seat seat, WorkList list, Narrowing asked) {
    Narrowing.Age age = asked.age();
    return (age == null ? noCondition() : born(age.births(tx.today())))
        .and(participates(tx, seat, list, asked))
        .and(stands(tx, seat, list, asked.state()))
        .and(named(tx, asked.words().plain()));
  }

  static Condition born(Period births) {
    Condition from = CHILD.BIRTH_DATE.ge(births.from());
    LocalDate to = births.to();
    return to == null ? from : from.and(CHILD.BIRTH_DATE.lt(to));
  }

  /** A line of a programme by that programme, any other by what the child takes part in. */
  private static Condition participates(Tx tx, Seat seat, WorkList list, Narrowing asked) {
    var programme = asked.programme();
    InCharge inCharge = asked.inCharge();
    if (programme == null && inCharge == null) {
      return noCondition();
    }
    Condition wanted =
        (programme == null ? noCondition() : PARTICIPATION.PROGRAMME_ID.eq(programme))
            .and(inCharge == null ? noCondition() : by(inCharge));
    return list.ofProgrammes()
        ? wanted
        : exists(
            selectOne()
                .from(PARTICIPATION)
                .join(PROGRAMME)
                .on(PROGRAMME.TENANT_ID.eq(tx.tenant()))
                .and(PROGRAMME.PROGRAMME_ID.eq(PARTICIPATION.PROGRAMME_ID))
                .where(PARTICIPATION.TENANT_ID.eq(tx.tenant()))
                .and(PARTICIPATION.CHILD_ID.eq(CHILD.CHILD_ID))
                .and(PARTICIPATION.FISCAL_YEAR.eq(FiscalYear.of(tx.today()).year()))
                .and(PARTICIPATION.VALID_TO.gt(tx.today()))
                .and(PROGRAMME.ORGANISATION_ID.eq(seat.organisation()))
                .and(wanted));
  }

  private static Condition by(InCharge inCharge) {
    return inCharge.staff() == null
        ? PARTICIPATION.STAFF_ID.isNull()
        : PARTICIPATION.STAFF_ID.eq(inCharge.staff());
  }

  private static Condition stands(Tx tx, Seat seat, WorkList list, @Nullable String state) {
    if (state == null) {
      return noCondition();
    }
    if (list.ofProgrammes()) {
      return planState(tx, seat).eq(state);
    }
    Condition handed = WorkListFacts.handed(tx);
    Condition agreed = WorkListFacts.agreed(tx, seat);
    return switch (WorkList.Going.valueOf(state)) {
      case HANDED -> handed;
      case AGREED -> agreed.and(not(handed));
      case UNASKED -> not(agreed).and(not(handed));
    };
  }

  /** As {@link Plan} tells it, for the newest sheet of the year in this programme. */
  private static Field<String> planState(Tx tx, Seat seat) {
    Field<String> last =
        field(
            select(SHEET_STEP.STEP)
                .from(SHEET_STEP)
                .where(SHEET_STEP.TENANT_ID.eq(tx.tenant()))
                .and(SHEET_STEP.SHEET_ID.eq(SHEET.SHEET_ID))
                .and(SHEET_STEP.REVISION.eq(SHEET.REVISION))
                .and(SHEET_STEP.STEP.notIn(Plan.NOTED))
                .orderBy(SHEET_STEP.ORDINAL.desc())
                .limit(1));
    Field<String> state =
        case_()
            .when(SHEET.STATE.eq("FINAL"), inline(Plan.State.FINAL.name()))
            .when(SHEET.STATE.eq("IN_APPROVAL"), inline(Plan.State.IN_APPROVAL.name()))
            .when(last.in(Plan.ANSWERS), inline(Plan.State.RETURNED.name()))
            .when(SHEET.STATE.eq("WITH_GUARDIAN"), inline(Plan.State.WITH_GUARDIAN.name()))
            .when(last.eq(Plan.SENT_BACK), inline(Plan.State.SENT_BACK.name()))
            .else_(inline(Plan.State.DRAFT.name()));
    return coalesce(
        field(
            select(state)
                .from(SHEET)
                .where(HeldSql.ofYear(tx, seat))
                .and(WorkListSql.SAME_PROGRAMME)
                .orderBy(SHEET.CREATED_AT.desc())
                .limit(1)),
        inline(Plan.State.NOT_STARTED.name()));
  }

  /** By the keys of the search; a telephone is looked for where one may read it, not here. */
  private static Condition named(Tx tx, String typed) {
    Condition found = noCondition();
    for (SearchQuery.Term term : SearchQuery.parse(typed, tx.today()).terms()) {
      found =
          found.and(
              exists(
                  selectOne()
                      .from(CHILD_KEY)
                      .where(CHILD_KEY.TENANT_ID.eq(tx.tenant()))
                      .and(CHILD_KEY.CHILD_ID.eq(CHILD.CHILD_ID))
                      .and(or(term.anyOf().stream().map(NarrowedSql::within).toList()))));
    }
    return found;
  }

  private static Condition within(KeyRange range) {
    return SearchKeys.isPhone(range)
        ? falseCondition()
        : CHILD_KEY.KEY.ge(range.from()).and(CHILD_KEY.KEY.lt(range.to()));
  }
}
