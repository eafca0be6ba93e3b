package jp.tsunagi.people.staff;

import static jp.tsunagi.schema.Tables.SECOND_FACTOR_REMOVAL;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.schema.tables.records.SecondFactorRemovalRecord;
import org.jooq.Condition;

/** Removals of second factors that were asked for; at most one of a person waits. */
final class FactorRemovalSql {
  /** How one ended. */
  enum Outcome {
    CONFIRMED,
    WITHDRAWN,
    /** Nobody confirmed it in time. */
    EXPIRED
  }

  private FactorRemovalSql() {}

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /** Those that wait, the oldest first. */
  static List<FactorRemoval> waiting(Tx tx) {
    return tx.sql()
        .selectFrom(SECOND_FACTOR_REMOVAL)
        .where(waits(tx))
        .orderBy(SECOND_FACTOR_REMOVAL.ASKED_AT)
        .fetch(FactorRemovalSql::removal);
  }

  /** The one that waits for this person. */
  static Optional<FactorRemoval> waiting(Tx tx, StaffId staff) {
    return tx.sql()
        .selectFrom(SECOND_FACTOR_REMOVAL)
        .where(waits(tx))
        .and(SECOND_FACTOR_REMOVAL.STAFF_ID.eq(staff))
        .fetchOptional(FactorRemovalSql::removal);
  }

  /** The one that waits for this person, to be ended: of two who come together one has it. */
  static Optional<FactorRemoval> taken(Tx tx, StaffId staff) {
    return tx.sql()
        .selectFrom(SECOND_FACTOR_REMOVAL)
        .where(waits(tx))
        .and(SECOND_FACTOR_REMOVAL.STAFF_ID.eq(staff))
        .forUpdate()
        .fetchOptional(FactorRemovalSql::removal);
  }

  private static Condition waits(Tx tx) {
    return open(tx).and(SECOND_FACTOR_REMOVAL.ASKED_AT.gt(at(tx.now().minus(FactorRemoval.WAITS))));
  }

  private static Condition open(Tx tx) {
    return SECOND_FACTOR_REMOVAL
        .TENANT_ID
        .eq(tx.tenant())
        .and(SECOND_FACTOR_REMOVAL.ENDED_AT.isNull());
  }

  private static FactorRemoval removal(SecondFactorRemovalRecord row) {
    return new FactorRemoval(
        row.getRemovalId(),
        row.getStaffId(),
        row.getFactorAt().toInstant(),
        row.getReason(),
        new StaffId(row.getAskedBy()),
        row.getAskedAt().toInstant());
  }

  /** Whether none waited yet, and this one does now. */
  static boolean ask(Tx tx, StaffId staff, Instant factorAt, String reason, StaffId by) {
    expire(tx, staff);
    return tx.sql()
            .insertInto(SECOND_FACTOR_REMOVAL)
            .set(SECOND_FACTOR_REMOVAL.TENANT_ID, tx.tenant())
            .set(SECOND_FACTOR_REMOVAL.REMOVAL_ID, Id.fresh())
            .set(SECOND_FACTOR_REMOVAL.STAFF_ID, staff)
            .set(SECOND_FACTOR_REMOVAL.FACTOR_AT, at(factorAt))
            .set(SECOND_FACTOR_REMOVAL.REASON, reason)
            .set(SECOND_FACTOR_REMOVAL.ASKED_BY, by.value())
            .set(SECOND_FACTOR_REMOVAL.ASKED_AT, at(tx.now()))
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  private static void expire(Tx tx, StaffId staff) {
    tx.sql()
        .update(SECOND_FACTOR_REMOVAL)
        .set(SECOND_FACTOR_REMOVAL.OUTCOME, Outcome.EXPIRED.name())
        .set(SECOND_FACTOR_REMOVAL.ENDED_AT, at(tx.now()))
        .where(open(tx))
        .and(SECOND_FACTOR_REMOVAL.STAFF_ID.eq(staff))
        .and(SECOND_FACTOR_REMOVAL.ASKED_AT.le(at(tx.now().minus(FactorRemoval.WAITS))))
        .execute();
  }

  static void end(Tx tx, UUID removal, Outcome outcome, StaffId by) {
    tx.sql()
        .update(SECOND_FACTOR_REMOVAL)
        .set(SECOND_FACTOR_REMOVAL.OUTCOME, outcome.name())
        .set(SECOND_FACTOR_REMOVAL.ENDED_BY, by.value())
        .set(SECOND_FACTOR_REMOVAL.ENDED_AT, at(tx.now()))
        .where(open(tx))
        .and(SECOND_FACTOR_REMOVAL.REMOVAL_ID.eq(removal))
        .execute();
  }
}
