package jp.tsunagi.work.retention;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.COMPARTMENT;
import static jp.tsunagi.schema.Tables.CONSENT;
import static jp.tsunagi.schema.Tables.CONSENT_REQUEST;
import static jp.tsunagi.schema.Tables.EMERGENCY_ACCESS;
import static jp.tsunagi.schema.Tables.HANDOVER;
import static jp.tsunagi.schema.Tables.INVOLVEMENT;
import static jp.tsunagi.schema.Tables.ISSUE;
import static jp.tsunagi.schema.Tables.ITEM;
import static jp.tsunagi.schema.Tables.LEGAL_GROUND;
import static jp.tsunagi.schema.Tables.OBJECTION;
import static jp.tsunagi.schema.Tables.PLAN_REQUEST;
import static jp.tsunagi.schema.Tables.RELOCATION;
import static jp.tsunagi.schema.Tables.SHEET;
import static jp.tsunagi.schema.Tables.SHOWING;
import static jp.tsunagi.schema.Tables.SUBMISSION;
import static jp.tsunagi.schema.Tables.SUBMISSION_CHILD;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.TenantId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.child.ChildDisposing;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 児童票: who a child was, when nothing else of it is left: names, addresses, guardians, whom to call,
 * who dealt with it. Of the place that alone knows the child, or the hubs'. What stops it is not
 * told: it may be a record for a named few.
 */
@Component
final class CardRecords extends KeptKind {
  private final ChildDisposing disposing;

  CardRecords(ChildDisposing disposing) {
    super(RetentionKind.CARD, "child");
    this.disposing = disposing;
  }

  @Override
  public List<Past> past(Tx tx, Wanted wanted) {
    Field<OrganisationId> place =
        Wanted.orOwner(DSL.castNull(CHILD.OWNER_ID).coerce(CHILD.OWNER_ID));
    Field<@Nullable LocalDate> last =
        field(
            select(max(INVOLVEMENT.VALID_TO))
                .from(INVOLVEMENT)
                .where(INVOLVEMENT.TENANT_ID.eq(tx.tenant()))
                .and(INVOLVEMENT.CHILD_ID.eq(CHILD.CHILD_ID)));
    return tx.sql()
        .select(CHILD.CHILD_ID, CHILD.BIRTH_DATE, place, CHILD.CREATED_AT, last)
        .from(CHILD)
        .where(CHILD.TENANT_ID.eq(tx.tenant()))
        .and(wanted(tx, wanted, CHILD.CHILD_ID.coerce(UUID.class), place))
        .and(wanted.atRest() ? nothingElse(tx) : noCondition())
        .fetch(row -> {
          int begun = Days.year(row.value4());
          LocalDate to = row.value5();
          int year = to == null ? begun : Math.max(begun, Days.year(to.minusDays(1)));
          return of(row.value1().value(), row.value1(), row.value2(), row.value3(), year);
        });
  }

  private static Condition no(
      Tx tx, Table<?> table, Field<TenantId> tenant, Field<ChildId> child, Condition... which) {
    return notExists(
        selectOne()
            .from(table)
            .where(tenant.eq(tx.tenant()))
            .and(child.eq(CHILD.CHILD_ID))
            .and(DSL.and(which)));
  }

  /**
   * Nobody deals with the child, and nothing of it is on record but the numbers of empty papers.
   */
  private static Condition nothingElse(Tx tx) {
    Condition running = INVOLVEMENT.VALID_TO.isNull().or(INVOLVEMENT.VALID_TO.gt(tx.today()));
    Condition paper =
        exists(
            selectOne()
                .from(ISSUE)
                .where(ISSUE.TENANT_ID.eq(tx.tenant()))
                .and(ISSUE.ITEM_ID.eq(ITEM.ITEM_ID))
                .and(ISSUE.CONTENT.eq(new byte[0])));
    Condition kept = COMPARTMENT.KIND.ne("HIDDEN_ADDRESS").or(COMPARTMENT.CLOSED_AT.isNull());
    Condition listed =
        exists(
            selectOne()
                .from(SUBMISSION)
                .where(SUBMISSION.TENANT_ID.eq(tx.tenant()))
                .and(SUBMISSION.SUBMISSION_ID.eq(SUBMISSION_CHILD.SUBMISSION_ID))
                .and(SUBMISSION.DECIDED_AT.isNull())
                .and(SUBMISSION.LAST_DAY.ge(tx.today())));
    return no(tx, INVOLVEMENT, INVOLVEMENT.TENANT_ID, INVOLVEMENT.CHILD_ID, running)
        .and(no(tx, SHEET, SHEET.TENANT_ID, SHEET.CHILD_ID))
        .and(no(tx, ITEM, ITEM.TENANT_ID, ITEM.CHILD_ID, paper.not()))
        .and(no(tx, HANDOVER, HANDOVER.TENANT_ID, HANDOVER.CHILD_ID))
        .and(no(tx, CONSENT, CONSENT.TENANT_ID, CONSENT.CHILD_ID))
        .and(
            no(
                tx,
                CONSENT_REQUEST,
                CONSENT_REQUEST.TENANT_ID,
                CONSENT_REQUEST.CHILD_ID,
                CONSENT_REQUEST.CLOSED_AT.isNotNull()))
        .and(no(tx, OBJECTION, OBJECTION.TENANT_ID, OBJECTION.CHILD_ID))
        .and(no(tx, SHOWING, SHOWING.TENANT_ID, SHOWING.CHILD_ID))
        .and(no(tx, LEGAL_GROUND, LEGAL_GROUND.TENANT_ID, LEGAL_GROUND.CHILD_ID))
        .and(no(tx, PLAN_REQUEST, PLAN_REQUEST.TENANT_ID, PLAN_REQUEST.CHILD_ID))
        .and(no(tx, EMERGENCY_ACCESS, EMERGENCY_ACCESS.TENANT_ID, EMERGENCY_ACCESS.CHILD_ID))
        .and(no(tx, COMPARTMENT, COMPARTMENT.TENANT_ID, COMPARTMENT.CHILD_ID, kept))
        .and(
            no(tx, SUBMISSION_CHILD, SUBMISSION_CHILD.TENANT_ID, SUBMISSION_CHILD.CHILD_ID, listed))
        .and(no(tx, RELOCATION, RELOCATION.TENANT_ID, RELOCATION.CHILD_ID));
  }

  @Override
  public boolean hold(Tx tx, UUID id) {
    return ChildDisposing.hold(tx, new ChildId(id));
  }

  @Override
  public void dispose(Tx tx, Kept kept) {
    disposing.dispose(tx, kept.child());
  }
}
