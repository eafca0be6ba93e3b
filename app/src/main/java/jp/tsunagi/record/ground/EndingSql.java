package jp.tsunagi.record.ground;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.CONSENT;
import static jp.tsunagi.schema.Tables.CONSENT_WITHDRAWAL;
import static jp.tsunagi.schema.Tables.REACH;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;
import org.jooq.Condition;

/** Children of the hubs' seats of whom something ends before long, from reach on. */
final class EndingSql {
  private static final int ADULT = 18;

  private EndingSql() {}

  /** Of whom a consent ends within the days; which is for the rule to say. */
  static Set<ChildId> consents(Tx tx, Actor.Staff actor) {
    LocalDate today = tx.today();
    return tx.sql()
        .selectDistinct(CONSENT.CHILD_ID)
        .from(REACH)
        .join(CONSENT)
        .on(CONSENT.TENANT_ID.eq(tx.tenant()))
        .and(CONSENT.CHILD_ID.eq(REACH.CHILD_ID))
        .where(running(tx, actor))
        .and(CONSENT.VALID_TO.gt(today))
        .and(CONSENT.VALID_TO.le(today.plusDays(Ending.DAYS + 1)))
        .and(
            notExists(
                selectOne()
                    .from(CONSENT_WITHDRAWAL)
                    .where(CONSENT_WITHDRAWAL.TENANT_ID.eq(tx.tenant()))
                    .and(CONSENT_WITHDRAWAL.CONSENT_ID.eq(CONSENT.CONSENT_ID))))
        .fetchSet(CONSENT.CHILD_ID);
  }

  /** Who is of age before long, or a day later. */
  static Set<ChildId> growing(Tx tx, Actor.Staff actor) {
    LocalDate born = tx.today().minusYears(ADULT);
    return tx.sql()
        .selectDistinct(CHILD.CHILD_ID)
        .from(REACH)
        .join(CHILD)
        .on(CHILD.TENANT_ID.eq(tx.tenant()))
        .and(CHILD.CHILD_ID.eq(REACH.CHILD_ID))
        .where(running(tx, actor))
        .and(CHILD.BIRTH_DATE.ge(born.minusDays(1)))
        .and(CHILD.BIRTH_DATE.le(born.plusMonths(Ending.MONTHS).plusDays(1)))
        .fetchSet(CHILD.CHILD_ID);
  }

  private static Condition running(Tx tx, Actor.Staff actor) {
    List<AssignmentId> seats = actor.with(Right.INTAKE).stream().map(Seat::assignment).toList();
    return REACH
        .TENANT_ID
        .eq(tx.tenant())
        .and(REACH.ASSIGNMENT_ID.in(seats))
        .and(REACH.KIND.eq("RUNNING"))
        .and(REACH.VALID_FROM.le(tx.today()))
        .and(REACH.VALID_TO.gt(tx.today()));
  }
}
