package jp.tsunagi.view.overview;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.CONSENT;
import static jp.tsunagi.schema.Tables.CONSENT_PARTY;
import static jp.tsunagi.schema.Tables.CONSENT_WITHDRAWAL;
import static jp.tsunagi.schema.Tables.HANDOVER;
import static jp.tsunagi.schema.Tables.HANDOVER_RECEIPT;
import static jp.tsunagi.schema.Tables.ORGANISATION;
import static jp.tsunagi.schema.Tables.PARTICIPATION;
import static jp.tsunagi.schema.Tables.PROGRAMME;
import static jp.tsunagi.schema.Tables.SHEET;
import static jp.tsunagi.schema.Tables.STAFF;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import java.time.LocalDate;
import jp.tsunagi.base.access.Connection;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.Tx;
import org.jooq.Condition;
import org.jooq.Table;

/** The facts by which the children of a hub come into one list or another. */
final class WorkListFacts {
  private WorkListFacts() {}

  /** Participants of the seat's programmes in this fiscal year, today. */
  static Table<?> participants(Tx tx, Seat seat, Table<?> children) {
    return children
        .join(PARTICIPATION)
        .on(PARTICIPATION.TENANT_ID.eq(tx.tenant()))
        .and(PARTICIPATION.CHILD_ID.eq(CHILD.CHILD_ID))
        .and(PARTICIPATION.FISCAL_YEAR.eq(FiscalYear.of(tx.today()).year()))
        .and(PARTICIPATION.VALID_TO.gt(tx.today()))
        .join(PROGRAMME)
        .on(PROGRAMME.TENANT_ID.eq(tx.tenant()))
        .and(PROGRAMME.PROGRAMME_ID.eq(PARTICIPATION.PROGRAMME_ID))
        .and(PROGRAMME.ORGANISATION_ID.eq(seat.organisation()))
        .leftJoin(STAFF)
        .on(STAFF.TENANT_ID.eq(tx.tenant()))
        .and(STAFF.STAFF_ID.eq(PARTICIPATION.STAFF_ID));
  }

  /**
   * Handovers of the hub's own records that the receiver has not confirmed. Who works on paper has
   * no way to confirm and is not waited for.
   */
  static Table<?> offered(Tx tx, Seat seat, Table<?> children) {
    return children
        .join(HANDOVER)
        .on(HANDOVER.TENANT_ID.eq(tx.tenant()))
        .and(HANDOVER.CHILD_ID.eq(CHILD.CHILD_ID))
        .and(HANDOVER.RECEIVER_ID.ne(seat.organisation()))
        .and(
            notExists(
                selectOne()
                    .from(HANDOVER_RECEIPT)
                    .where(HANDOVER_RECEIPT.TENANT_ID.eq(tx.tenant()))
                    .and(HANDOVER_RECEIPT.HANDOVER_ID.eq(HANDOVER.HANDOVER_ID))))
        .join(CONSENT)
        .on(CONSENT.TENANT_ID.eq(tx.tenant()))
        .and(CONSENT.CONSENT_ID.eq(HANDOVER.CONSENT_ID))
        .and(gives(tx, seat))
        .and(notWithdrawn(tx))
        .join(ORGANISATION)
        .on(ORGANISATION.TENANT_ID.eq(tx.tenant()))
        .and(ORGANISATION.ORGANISATION_ID.eq(HANDOVER.RECEIVER_ID))
        .and(ORGANISATION.CONNECTION.ne(Connection.PAPER.name()));
  }

  /** No final sheet of the year. */
  static Condition notFinal(Tx tx, Seat seat, Condition which) {
    return notExists(
        selectOne()
            .from(SHEET)
            .where(SHEET.TENANT_ID.eq(tx.tenant()))
            .and(SHEET.CHILD_ID.eq(CHILD.CHILD_ID))
            .and(SHEET.ORGANISATION_ID.eq(seat.organisation()))
            .and(SHEET.FISCAL_YEAR.eq(FiscalYear.of(tx.today()).year()))
            .and(SHEET.STATE.eq("FINAL"))
            .and(which));
  }

  /** A consent to hand over is on file, given in this fiscal year. */
  static Condition agreed(Tx tx, Seat seat) {
    return exists(
        selectOne()
            .from(CONSENT)
            .where(CONSENT.TENANT_ID.eq(tx.tenant()))
            .and(CONSENT.CHILD_ID.eq(CHILD.CHILD_ID))
            .and(CONSENT.KIND.eq("HANDOVER"))
            .and(CONSENT.GIVEN_ON.ge(FiscalYear.of(tx.today()).start()))
            .and(CONSENT.VALID_TO.isNull().or(CONSENT.VALID_TO.gt(tx.today())))
            .and(gives(tx, seat))
            .and(notWithdrawn(tx)));
  }

  /** A handover for the coming entry was offered. */
  static Condition handed(Tx tx) {
    LocalDate entry = FiscalYear.of(tx.today()).end().minusMonths(2);
    return exists(
        selectOne()
            .from(HANDOVER)
            .where(HANDOVER.TENANT_ID.eq(tx.tenant()))
            .and(HANDOVER.CHILD_ID.eq(CHILD.CHILD_ID))
            .and(HANDOVER.ENTRY_ON.ge(entry)));
  }

  private static Condition gives(Tx tx, Seat seat) {
    return CONSENT
        .FROM_ALL
        .isTrue()
        .or(
            exists(
                selectOne()
                    .from(CONSENT_PARTY)
                    .where(CONSENT_PARTY.TENANT_ID.eq(tx.tenant()))
                    .and(CONSENT_PARTY.CONSENT_ID.eq(CONSENT.CONSENT_ID))
                    .and(CONSENT_PARTY.SIDE.eq("GIVING"))
                    .and(CONSENT_PARTY.ORGANISATION_ID.eq(seat.organisation()))));
  }

  private static Condition notWithdrawn(Tx tx) {
    return notExists(
        selectOne()
            .from(CONSENT_WITHDRAWAL)
            .where(CONSENT_WITHDRAWAL.TENANT_ID.eq(tx.tenant()))
            .and(CONSENT_WITHDRAWAL.CONSENT_ID.eq(CONSENT.CONSENT_ID)));
  }
}
