package jp.tsunagi.record.ground;

import static jp.tsunagi.schema.Tables.CONSENT;
import static jp.tsunagi.schema.Tables.CONSENT_CONFIRMATION;
import static jp.tsunagi.schema.Tables.CONSENT_WITHDRAWAL;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;
import org.jooq.Condition;

/** What the family has agreed to, today. */
public final class ConsentsInForce {
  private ConsentsInForce() {}

  /** The consent of the statement waits for nobody's confirmation (ADR 8). */
  public static Condition stands(Tx tx) {
    return CONSENT
        .AWAITS
        .isFalse()
        .or(
            exists(
                selectOne()
                    .from(CONSENT_CONFIRMATION)
                    .where(CONSENT_CONFIRMATION.TENANT_ID.eq(tx.tenant()))
                    .and(CONSENT_CONFIRMATION.CONSENT_ID.eq(CONSENT.CONSENT_ID))));
  }

  /** Whether a consent of that kind is given, not withdrawn and not over. */
  public static boolean any(Tx tx, ChildId child, ConsentKind kind) {
    return tx.sql()
        .fetchExists(
            selectOne()
                .from(CONSENT)
                .where(CONSENT.TENANT_ID.eq(tx.tenant()))
                .and(CONSENT.CHILD_ID.eq(child))
                .and(CONSENT.KIND.eq(kind.name()))
                .and(CONSENT.VALID_FROM.le(tx.today()))
                .and(CONSENT.VALID_TO.isNull().or(CONSENT.VALID_TO.gt(tx.today())))
                .and(stands(tx))
                .and(
                    notExists(
                        selectOne()
                            .from(CONSENT_WITHDRAWAL)
                            .where(CONSENT_WITHDRAWAL.TENANT_ID.eq(tx.tenant()))
                            .and(CONSENT_WITHDRAWAL.CONSENT_ID.eq(CONSENT.CONSENT_ID)))));
  }
}
