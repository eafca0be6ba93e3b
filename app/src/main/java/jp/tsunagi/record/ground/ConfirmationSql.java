package jp.tsunagi.record.ground;

import static jp.tsunagi.schema.Tables.CONSENT;
import static jp.tsunagi.schema.Tables.CONSENT_CONFIRMATION;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;

/** Keeps who confirmed a consent that waited. */
final class ConfirmationSql {
  private ConfirmationSql() {}

  /** The children of whom a consent waits for a second organisation. */
  static Set<ChildId> awaiting(Tx tx) {
    return tx.sql()
        .selectDistinct(CONSENT.CHILD_ID)
        .from(CONSENT)
        .leftAntiJoin(CONSENT_CONFIRMATION)
        .on(CONSENT_CONFIRMATION.TENANT_ID.eq(tx.tenant()))
        .and(CONSENT_CONFIRMATION.CONSENT_ID.eq(CONSENT.CONSENT_ID))
        .where(CONSENT.TENANT_ID.eq(tx.tenant()))
        .and(CONSENT.AWAITS)
        .and(Readable.child(tx, CONSENT.CHILD_ID))
        .fetchSet(CONSENT.CHILD_ID);
  }

  /** Which of these were confirmed. */
  static Set<ConsentId> confirmed(Tx tx, Collection<ConsentId> ids) {
    return tx.sql()
        .select(CONSENT_CONFIRMATION.CONSENT_ID)
        .from(CONSENT_CONFIRMATION)
        .where(CONSENT_CONFIRMATION.TENANT_ID.eq(tx.tenant()))
        .and(CONSENT_CONFIRMATION.CONSENT_ID.in(ids))
        .fetchSet(CONSENT_CONFIRMATION.CONSENT_ID);
  }

  /** Whether this person put the consent on file: nobody confirms what he or she recorded. */
  static boolean recorded(Tx tx, ConsentId consent, StaffId staff) {
    return tx.sql()
        .fetchExists(
            CONSENT,
            CONSENT
                .TENANT_ID
                .eq(tx.tenant())
                .and(CONSENT.CONSENT_ID.eq(consent))
                .and(CONSENT.RECORDED_BY.eq(staff.value())));
  }

  static void add(Tx tx, ConsentId consent, OrganisationId organisation, StaffId staff) {
    tx.sql()
        .insertInto(CONSENT_CONFIRMATION)
        .set(CONSENT_CONFIRMATION.TENANT_ID, tx.tenant())
        .set(CONSENT_CONFIRMATION.CONSENT_ID, consent)
        .set(CONSENT_CONFIRMATION.ORGANISATION_ID, organisation)
        .set(CONSENT_CONFIRMATION.STAFF_ID, staff)
        .set(CONSENT_CONFIRMATION.AT, tx.now().atOffset(ZoneOffset.UTC))
        .onConflictDoNothing()
        .execute();
  }
}
