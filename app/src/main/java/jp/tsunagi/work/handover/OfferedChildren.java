package jp.tsunagi.work.handover;

import static jp.tsunagi.schema.Tables.HANDOVER;

import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.staff.Acquainted;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** A place knows a child once something was addressed to it, received or not. */
@Component
final class OfferedChildren implements Acquainted {
  @Override
  public boolean at(Tx tx, OrganisationId organisation) {
    return exists(tx, HANDOVER.RECEIVER_ID.eq(organisation));
  }

  @Override
  public boolean anywhere(Tx tx) {
    return exists(tx, DSL.trueCondition());
  }

  private static boolean exists(Tx tx, Condition where) {
    return tx.as(
        new Actor.Job(tx.tenant(), "beginning"),
        () ->
            tx.sql()
                .fetchExists(
                    DSL.selectOne()
                        .from(HANDOVER)
                        .where(HANDOVER.TENANT_ID.eq(tx.tenant()))
                        .and(where)));
  }
}
