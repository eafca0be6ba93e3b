package jp.tsunagi.base.access;

import static jp.tsunagi.schema.Tables.GUARDIAN_RESTRICTION;

import java.time.ZoneOffset;
import java.util.UUID;
import jp.tsunagi.TestTown;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.Tx;

/** Restrictions of any period, past and to come; the screens only set one from today on. */
final class AccessRestrictions {
  private AccessRestrictions() {}

  static void put(Tx tx, ChildId child, GuardianId guardian, Period period, TestTown.Worker by) {
    tx.sql()
        .insertInto(GUARDIAN_RESTRICTION)
        .set(GUARDIAN_RESTRICTION.TENANT_ID, tx.tenant())
        .set(GUARDIAN_RESTRICTION.RESTRICTION_ID, UUID.randomUUID())
        .set(GUARDIAN_RESTRICTION.CHILD_ID, child)
        .set(GUARDIAN_RESTRICTION.GUARDIAN_ID, guardian)
        .set(GUARDIAN_RESTRICTION.REASON, "CUSTODY")
        .set(GUARDIAN_RESTRICTION.EVIDENCE, "test")
        .set(GUARDIAN_RESTRICTION.VALID_FROM, period.from())
        .set(GUARDIAN_RESTRICTION.VALID_TO, period.to())
        .set(GUARDIAN_RESTRICTION.ORGANISATION_ID, by.organisation())
        .set(GUARDIAN_RESTRICTION.SET_BY, by.staff().value())
        .set(GUARDIAN_RESTRICTION.SET_AT, tx.now().atOffset(ZoneOffset.UTC))
        .execute();
  }
}
