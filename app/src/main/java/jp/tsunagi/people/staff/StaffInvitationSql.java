package jp.tsunagi.people.staff;

import static jp.tsunagi.schema.Tables.STAFF;
import static jp.tsunagi.schema.Tables.STAFF_INVITATION;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.TenantId;
import jp.tsunagi.base.database.Tx;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * One-time codes of staff: in the municipality whose they are, and at the door only to which one
 * that is.
 */
final class StaffInvitationSql {
  private static final Table<?> DOOR = DSL.table(DSL.name("infra", "staff_invitation_door"));
  private static final Field<byte[]> HASH = DSL.field(DSL.name("code_hash"), SQLDataType.BLOB);
  private static final Field<Integer> TENANT =
      DSL.field(DSL.name("tenant_id"), SQLDataType.INTEGER);
  private static final Field<OffsetDateTime> KEPT =
      DSL.field(DSL.name("kept_until"), SQLDataType.TIMESTAMPWITHTIMEZONE);

  private StaffInvitationSql() {}

  private static OffsetDateTime now(Tx tx) {
    return tx.now().atOffset(ZoneOffset.UTC);
  }

  /** The municipality in which there was a code of that digest not long ago. */
  static Optional<TenantId> municipality(Tx tx, byte[] hash) {
    return tx.sql()
        .select(TENANT)
        .from(DOOR)
        .where(HASH.eq(hash))
        .fetchOptional(TENANT)
        .map(TenantId::new);
  }

  /** Puts one on file; those before it open nothing any more. */
  static void add(Tx tx, StaffId staff, byte[] hash, Instant expires) {
    end(tx, staff);
    tx.sql()
        .insertInto(STAFF_INVITATION)
        .set(STAFF_INVITATION.TENANT_ID, tx.tenant())
        .set(STAFF_INVITATION.INVITATION_ID, Id.fresh())
        .set(STAFF_INVITATION.STAFF_ID, staff)
        .set(STAFF_INVITATION.CODE_HASH, hash)
        .set(STAFF_INVITATION.ISSUED_AT, now(tx))
        .set(STAFF_INVITATION.ISSUED_BY, Actor.of(tx).id().orElseThrow())
        .set(STAFF_INVITATION.EXPIRES_AT, expires.atOffset(ZoneOffset.UTC))
        .execute();
    tx.sql().deleteFrom(DOOR).where(KEPT.lt(now(tx))).execute();
    tx.sql()
        .insertInto(DOOR)
        .set(HASH, hash)
        .set(TENANT, tx.tenant().value())
        .set(KEPT, expires.plus(StaffInvitations.VALID).atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** No code of that person opens anything any more. */
  static void end(Tx tx, StaffId staff) {
    tx.sql()
        .update(STAFF_INVITATION)
        .set(STAFF_INVITATION.EXPIRES_AT, now(tx))
        .where(good(tx))
        .and(STAFF_INVITATION.STAFF_ID.eq(staff))
        .execute();
  }

  /** Until when a code of that person is good. */
  static Optional<Instant> until(Tx tx, StaffId staff) {
    return tx.sql()
        .select(STAFF_INVITATION.EXPIRES_AT)
        .from(STAFF_INVITATION)
        .where(good(tx))
        .and(STAFF_INVITATION.STAFF_ID.eq(staff))
        .fetchOptional(STAFF_INVITATION.EXPIRES_AT)
        .map(OffsetDateTime::toInstant);
  }

  /**
   * Whose code it is, good or not.
   *
   * @param good whether it still works
   */
  record Found(UUID invitation, StaffId staff, boolean good) {}

  /**
   * The code of that digest in the municipality of the transaction; held, so that it works once.
   */
  static Optional<Found> find(Tx tx, byte[] hash) {
    Field<Boolean> works = DSL.field(good(tx).and(withoutAccount()));
    return tx.sql()
        .select(STAFF_INVITATION.INVITATION_ID, STAFF_INVITATION.STAFF_ID, works)
        .from(STAFF_INVITATION)
        .where(STAFF_INVITATION.TENANT_ID.eq(tx.tenant()))
        .and(STAFF_INVITATION.CODE_HASH.eq(hash))
        .forUpdate()
        .fetchOptional(row -> new Found(row.value1(), row.value2(), row.value3()));
  }

  private static Condition good(Tx tx) {
    return STAFF_INVITATION
        .TENANT_ID
        .eq(tx.tenant())
        .and(STAFF_INVITATION.USED_AT.isNull())
        .and(STAFF_INVITATION.EXPIRES_AT.gt(now(tx)));
  }

  private static Condition withoutAccount() {
    return DSL.exists(
        DSL.selectOne()
            .from(STAFF)
            .where(STAFF.TENANT_ID.eq(STAFF_INVITATION.TENANT_ID))
            .and(STAFF.STAFF_ID.eq(STAFF_INVITATION.STAFF_ID))
            .and(STAFF.ACCOUNT_ID.isNull()));
  }

  static void use(Tx tx, Found found) {
    tx.sql()
        .update(STAFF_INVITATION)
        .set(STAFF_INVITATION.USED_AT, now(tx))
        .where(STAFF_INVITATION.TENANT_ID.eq(tx.tenant()))
        .and(STAFF_INVITATION.INVITATION_ID.eq(found.invitation()))
        .execute();
  }
}
