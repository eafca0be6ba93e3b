package jp.tsunagi.record.emergency;

import static jp.tsunagi.schema.Tables.EMERGENCY_ACCESS;

import java.util.UUID;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.involvement.BeyondReach;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Deletes an opening in an emergency with its review; the trace keeps what was looked at. For the
 * program's own work, when two people have decided it ({@code work.retention}).
 */
@Component
public final class EmergencyDisposing {
  private final ApplicationEventPublisher events;

  EmergencyDisposing(ApplicationEventPublisher events) {
    this.events = events;
  }

  /** Holds it to the end of the transaction; false: it is gone. */
  public static boolean hold(Tx tx, UUID id) {
    return tx.sql()
        .select(EMERGENCY_ACCESS.EMERGENCY_ID)
        .from(EMERGENCY_ACCESS)
        .where(EMERGENCY_ACCESS.TENANT_ID.eq(tx.tenant()))
        .and(EMERGENCY_ACCESS.EMERGENCY_ID.eq(id))
        .forUpdate()
        .fetchOptional()
        .isPresent();
  }

  /** Deletes it; nothing of it can be brought back. */
  public void dispose(Tx tx, ChildId child, UUID id) {
    tx.sql()
        .deleteFrom(EMERGENCY_ACCESS)
        .where(EMERGENCY_ACCESS.TENANT_ID.eq(tx.tenant()))
        .and(EMERGENCY_ACCESS.EMERGENCY_ID.eq(id))
        .execute();
    events.publishEvent(new BeyondReach.Changed(tx, child));
  }
}
