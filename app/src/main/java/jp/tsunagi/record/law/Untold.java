package jp.tsunagi.record.law;

import static jp.tsunagi.schema.Tables.AUDIT_EVENT;
import static jp.tsunagi.schema.Tables.AUDIT_SUBJECT;
import static jp.tsunagi.schema.Tables.INVOLVEMENT;
import static jp.tsunagi.schema.Tables.LEGAL_GROUND;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import java.time.LocalDate;
import jp.tsunagi.base.database.Tx;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/**
 * Rows of the trace that would tell of a ground in law that the family may not see: readings by a
 * place that sees the child by nothing else.
 */
public final class Untold {
  private Untold() {}

  /** The row of the trace of the query, with the child of its subject, is none of them. */
  public static Condition not(Tx tx) {
    Field<LocalDate> day = AUDIT_EVENT.AT.cast(SQLDataType.LOCALDATE);
    return notExists(
        selectOne()
            .from(LEGAL_GROUND)
            .where(LEGAL_GROUND.TENANT_ID.eq(tx.tenant()))
            .and(LEGAL_GROUND.CHILD_ID.eq(AUDIT_SUBJECT.CHILD_ID))
            .and(LEGAL_GROUND.RECEIVER_ID.eq(AUDIT_EVENT.ORGANISATION_ID))
            .and(LEGAL_GROUND.GUARDIAN_SEES.isFalse())
            .and(LEGAL_GROUND.APPROVED.isTrue())
            .and(LEGAL_GROUND.DECIDED_AT.le(AUDIT_EVENT.AT))
            .and(
                notExists(
                    selectOne()
                        .from(INVOLVEMENT)
                        .where(INVOLVEMENT.TENANT_ID.eq(tx.tenant()))
                        .and(INVOLVEMENT.CHILD_ID.eq(AUDIT_SUBJECT.CHILD_ID))
                        .and(INVOLVEMENT.ORGANISATION_ID.eq(AUDIT_EVENT.ORGANISATION_ID))
                        .and(INVOLVEMENT.VALID_FROM.le(day))
                        .and(INVOLVEMENT.VALID_TO.isNull().or(INVOLVEMENT.VALID_TO.ge(day))))));
  }
}
