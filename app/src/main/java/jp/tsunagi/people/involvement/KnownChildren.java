package jp.tsunagi.people.involvement;

import static jp.tsunagi.schema.Tables.INVOLVEMENT;

import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.staff.Acquainted;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** A place knows a child once an involvement was opened there; every child on record has one. */
@Component
final class KnownChildren implements Acquainted {
  @Override
  public boolean at(Tx tx, OrganisationId organisation) {
    return exists(tx, INVOLVEMENT.ORGANISATION_ID.eq(organisation));
  }

  @Override
  public boolean anywhere(Tx tx) {
    return exists(tx, DSL.trueCondition());
  }

  /** The administrator, who asks, sees no child. */
  private static boolean exists(Tx tx, Condition where) {
    return tx.as(
        new Actor.Job(tx.tenant(), "beginning"),
        () ->
            tx.sql()
                .fetchExists(
                    DSL.selectOne()
                        .from(INVOLVEMENT)
                        .where(INVOLVEMENT.TENANT_ID.eq(tx.tenant()))
                        .and(where)));
  }
}
