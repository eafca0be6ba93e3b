package jp.tsunagi.work.retention;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.EMERGENCY_ACCESS;

import java.util.List;
import java.util.UUID;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.emergency.EmergencyDisposing;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** 緊急閲覧: openings that were reviewed. Of the place at which it was opened. */
@Component
final class EmergencyRecords extends KeptKind {
  private final EmergencyDisposing disposing;

  EmergencyRecords(EmergencyDisposing disposing) {
    super(RetentionKind.EMERGENCY, "emergency");
    this.disposing = disposing;
  }

  @Override
  public List<Past> past(Tx tx, Wanted wanted) {
    return tx.sql()
        .select(
            EMERGENCY_ACCESS.EMERGENCY_ID,
            EMERGENCY_ACCESS.CHILD_ID,
            CHILD.BIRTH_DATE,
            EMERGENCY_ACCESS.ORGANISATION_ID,
            EMERGENCY_ACCESS.CLOSES_AT)
        .from(EMERGENCY_ACCESS)
        .join(CHILD)
        .on(child(tx, EMERGENCY_ACCESS.CHILD_ID))
        .where(EMERGENCY_ACCESS.TENANT_ID.eq(tx.tenant()))
        .and(wanted(tx, wanted, EMERGENCY_ACCESS.EMERGENCY_ID, EMERGENCY_ACCESS.ORGANISATION_ID))
        .and(wanted.atRest() ? EMERGENCY_ACCESS.REVIEWED_AT.isNotNull() : DSL.noCondition())
        .fetch(row ->
            of(
                row.value1(),
                row.value2(),
                row.value3(),
                row.value4(),
                Days.year(row.value5()),
                Days.after(Days.of(row.value5()), tx.today()),
                false));
  }

  @Override
  public boolean hold(Tx tx, UUID id) {
    return EmergencyDisposing.hold(tx, id);
  }

  @Override
  public void dispose(Tx tx, Kept kept) {
    disposing.dispose(tx, kept.child(), kept.id());
  }
}
