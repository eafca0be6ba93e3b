package jp.tsunagi.record.law;

import static jp.tsunagi.schema.Tables.LEGAL_GROUND;
import static jp.tsunagi.schema.Tables.LEGAL_GROUND_SCOPE;

import java.util.UUID;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.involvement.BeyondReach;
import jp.tsunagi.record.ground.GroundsInLaw;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Deletes a ground in law with its scope. For the program's own work, when two people have decided
 * it ({@code work.retention}).
 */
@Component
public final class LawDisposing {
  private final ApplicationEventPublisher events;

  LawDisposing(ApplicationEventPublisher events) {
    this.events = events;
  }

  /** Holds it to the end of the transaction; false: it is gone. */
  public static boolean hold(Tx tx, UUID id) {
    return tx.sql()
        .select(LEGAL_GROUND.GROUND_ID)
        .from(LEGAL_GROUND)
        .where(LEGAL_GROUND.TENANT_ID.eq(tx.tenant()))
        .and(LEGAL_GROUND.GROUND_ID.eq(id))
        .forUpdate()
        .fetchOptional()
        .isPresent();
  }

  /** Deletes it; nothing of it can be brought back. */
  public void dispose(Tx tx, ChildId child, UUID id) {
    tx.sql()
        .deleteFrom(LEGAL_GROUND_SCOPE)
        .where(LEGAL_GROUND_SCOPE.TENANT_ID.eq(tx.tenant()))
        .and(LEGAL_GROUND_SCOPE.GROUND_ID.eq(id))
        .execute();
    tx.sql()
        .deleteFrom(LEGAL_GROUND)
        .where(LEGAL_GROUND.TENANT_ID.eq(tx.tenant()))
        .and(LEGAL_GROUND.GROUND_ID.eq(id))
        .execute();
    events.publishEvent(new GroundsInLaw.Changed(tx, child));
    events.publishEvent(new BeyondReach.Changed(tx, child));
  }
}
