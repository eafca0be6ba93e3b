package jp.tsunagi.view.overview;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.CONSENT;
import static jp.tsunagi.schema.Tables.CONSENT_CONFIRMATION;
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
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.listAgg;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.util.Collection;
import java.util.List;
import jp.tsunagi.base.access.Connection;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.schema.tables.ConsentParty;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;

/** The facts by which the children of a hub come into one list or another. */
final class WorkListFacts {
  private static final ConsentParty GIVING = CONSENT_PARTY.as("giving");

  private WorkListFacts() {}

  /** Participants of the seat's programmes in this fiscal year, today. */
  static Table<?> participants(Tx tx, Seat seat, Table<?> children) {
    return years(tx, seat, children, PARTICIPATION.VALID_TO.gt(tx.today()));
  }

  /** Whoever takes or took part in the seat's programmes in this fiscal year. */
  static Table<?> years(Tx tx, Seat seat, Table<?> children, Condition which) {
    return children
        .join(PARTICIPATION)
        .on(PARTICIPATION.TENANT_ID.eq(tx.tenant()))
        .and(PARTICIPATION.CHILD_ID.eq(CHILD.CHILD_ID))
        .and(PARTICIPATION.FISCAL_YEAR.eq(FiscalYear.of(tx.today()).year()))
        .and(which)
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
        .and(given(tx, seat))
        .join(ORGANISATION)
        .on(ORGANISATION.TENANT_ID.eq(tx.tenant()))
        .and(ORGANISATION.ORGANISATION_ID.eq(HANDOVER.RECEIVER_ID))
        .and(ORGANISATION.CONNECTION.ne(Connection.PAPER.name()));
  }

  /** Who is in charge of the child in the seat's programmes, as a name or a reading. */
  static Field<String> inCharge(Tx tx, Seat seat, Field<String> said) {
    return field(
        select(listAgg(said, "\u30FB").withinGroupOrderBy(STAFF.KANA, STAFF.STAFF_ID))
            .from(PARTICIPATION)
            .join(PROGRAMME)
            .on(PROGRAMME.TENANT_ID.eq(tx.tenant()))
            .and(PROGRAMME.PROGRAMME_ID.eq(PARTICIPATION.PROGRAMME_ID))
            .and(PROGRAMME.ORGANISATION_ID.eq(seat.organisation()))
            .join(STAFF)
            .on(STAFF.TENANT_ID.eq(tx.tenant()))
            .and(STAFF.STAFF_ID.eq(PARTICIPATION.STAFF_ID))
            .where(PARTICIPATION.TENANT_ID.eq(tx.tenant()))
            .and(PARTICIPATION.CHILD_ID.eq(CHILD.CHILD_ID))
            .and(PARTICIPATION.FISCAL_YEAR.eq(FiscalYear.of(tx.today()).year()))
            .and(PARTICIPATION.VALID_TO.gt(tx.today())));
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
            .and(given(tx, seat)));
  }

  /** A handover for the coming entry was offered. */
  static Condition handed(Tx tx) {
    return exists(
        selectOne()
            .from(HANDOVER)
            .where(HANDOVER.TENANT_ID.eq(tx.tenant()))
            .and(HANDOVER.CHILD_ID.eq(CHILD.CHILD_ID))
            .and(HANDOVER.ENTRY_ON.ge(NextPlaceSql.entry(tx))));
  }

  /** The consent of the statement is in force, and lets the seat's organisation hand over. */
  static Condition given(Tx tx, Seat seat) {
    return inForce(tx).and(gives(tx, List.of(seat.organisation())));
  }

  /** The consent of the handover of the statement still holds: without it nothing is received. */
  static Condition handoverHolds(Tx tx) {
    return exists(
        selectOne()
            .from(CONSENT)
            .where(CONSENT.TENANT_ID.eq(tx.tenant()))
            .and(CONSENT.CONSENT_ID.eq(HANDOVER.CONSENT_ID))
            .and(inForce(tx)));
  }

  /** The reader's places may hand the child over to somebody, and nobody has yet. */
  static Condition toOffer(Tx tx) {
    return exists(
        selectOne()
            .from(CONSENT)
            .join(CONSENT_PARTY)
            .on(CONSENT_PARTY.TENANT_ID.eq(tx.tenant()))
            .and(CONSENT_PARTY.CONSENT_ID.eq(CONSENT.CONSENT_ID))
            .and(CONSENT_PARTY.SIDE.eq("RECEIVING"))
            .and(CONSENT_PARTY.ORGANISATION_ID.notIn(tx.scope().organisations()))
            .where(CONSENT.TENANT_ID.eq(tx.tenant()))
            .and(CONSENT.CHILD_ID.eq(CHILD.CHILD_ID))
            .and(CONSENT.KIND.eq("HANDOVER"))
            .and(inForce(tx))
            .and(gives(tx, tx.scope().organisations()))
            .and(
                notExists(
                    selectOne()
                        .from(HANDOVER)
                        .where(HANDOVER.TENANT_ID.eq(tx.tenant()))
                        .and(HANDOVER.CONSENT_ID.eq(CONSENT.CONSENT_ID))
                        .and(HANDOVER.RECEIVER_ID.eq(CONSENT_PARTY.ORGANISATION_ID)))));
  }

  /** Not withdrawn, not over, and waiting for nobody's confirmation (ADR 8). */
  private static Condition inForce(Tx tx) {
    return notWithdrawn(tx)
        .and(CONSENT.VALID_TO.isNull().or(CONSENT.VALID_TO.gt(tx.today())))
        .and(stands(tx));
  }

  static Condition stands(Tx tx) {
    return CONSENT
        .AWAITS
        .isFalse()
        .or(
            exists(
                selectOne()
                    .from(CONSENT_CONFIRMATION)
                    .where(CONSENT_CONFIRMATION.TENANT_ID.eq(tx.tenant()))
                    .and(CONSENT_CONFIRMATION.CONSENT_ID.eq(CONSENT.CONSENT_ID))));
  }

  private static Condition gives(Tx tx, Collection<OrganisationId> places) {
    return CONSENT
        .FROM_ALL
        .isTrue()
        .or(
            exists(
                selectOne()
                    .from(GIVING)
                    .where(GIVING.TENANT_ID.eq(tx.tenant()))
                    .and(GIVING.CONSENT_ID.eq(CONSENT.CONSENT_ID))
                    .and(GIVING.SIDE.eq("GIVING"))
                    .and(GIVING.ORGANISATION_ID.in(places))));
  }

  private static Condition notWithdrawn(Tx tx) {
    return notExists(
        selectOne()
            .from(CONSENT_WITHDRAWAL)
            .where(CONSENT_WITHDRAWAL.TENANT_ID.eq(tx.tenant()))
            .and(CONSENT_WITHDRAWAL.CONSENT_ID.eq(CONSENT.CONSENT_ID)));
  }
}
