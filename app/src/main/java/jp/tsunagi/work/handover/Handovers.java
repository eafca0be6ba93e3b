package jp.tsunagi.work.handover;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.HANDOVER;
import static jp.tsunagi.schema.Tables.HANDOVER_RECEIPT;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.HandoverId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.involvement.Involvements;
import org.springframework.stereotype.Component;

/**
 * The handover of a child to the next 園 or school: offered on the ground of a consent, received by
 * the place itself. Only the receipt opens anything to the receiver (ACCESS: involvement).
 */
@Component
public final class Handovers {
  private final Involvements involvements;

  Handovers(Involvements involvements) {
    this.involvements = involvements;
  }

  /**
   * Offers the handover to the receiver a HANDOVER consent names. Offering the same consent twice
   * has no further effect.
   *
   * @param entryOn the day the child enters
   * @throws NotFound when the consent is not one for this child in reach, or no longer in force
   */
  public HandoverId offer(
      Tx tx, ChildId child, ConsentId consent, OrganisationId receiver, LocalDate entryOn) {
    if (!HandoverSql.consented(tx, child, consent, receiver)) {
      throw new NotFound();
    }
    return HandoverSql.offered(tx, consent, receiver)
        .orElseGet(() -> add(tx, child, consent, receiver, entryOn));
  }

  private static HandoverId add(
      Tx tx, ChildId child, ConsentId consent, OrganisationId receiver, LocalDate entryOn) {
    HandoverId id = HandoverId.create();
    tx.sql()
        .insertInto(HANDOVER)
        .set(HANDOVER.TENANT_ID, tx.tenant())
        .set(HANDOVER.HANDOVER_ID, id)
        .set(HANDOVER.CHILD_ID, child)
        .set(HANDOVER.CONSENT_ID, consent)
        .set(HANDOVER.RECEIVER_ID, receiver)
        .set(HANDOVER.ENTRY_ON, entryOn)
        .set(HANDOVER.OFFERED_AT, tx.now().atOffset(ZoneOffset.UTC))
        .set(HANDOVER.OFFERED_BY, Actor.of(tx).id().orElseThrow())
        .set(HANDOVER.SENDER_ID, sender(tx).orElse(null))
        .execute();
    return id;
  }

  /** The organisation for which it is sent. */
  private static Optional<OrganisationId> sender(Tx tx) {
    return Actor.of(tx) instanceof Actor.Staff staff
        ? staff.seats().stream()
            .filter(seat -> seat.may(Right.INTAKE) || seat.may(Right.ENROL))
            .findFirst()
            .map(Seat::organisation)
        : Optional.empty();
  }

  /** Takes back what was offered and nobody has received; false when it was received meanwhile. */
  static boolean recall(Tx tx, ChildId child, HandoverId id) {
    return tx.sql()
            .deleteFrom(HANDOVER)
            .where(HANDOVER.TENANT_ID.eq(tx.tenant()))
            .and(HANDOVER.HANDOVER_ID.eq(id))
            .and(HANDOVER.CHILD_ID.eq(child))
            .and(HandoverSql.notReceived(tx))
            .execute()
        == 1;
  }

  /** Holds it until the end of the transaction; false: it is gone. */
  public static boolean hold(Tx tx, HandoverId id) {
    return tx.sql()
        .select(HANDOVER.HANDOVER_ID)
        .from(HANDOVER)
        .where(HANDOVER.TENANT_ID.eq(tx.tenant()))
        .and(HANDOVER.HANDOVER_ID.eq(id))
        .forUpdate()
        .fetchOptional()
        .isPresent();
  }

  /**
   * Deletes it with its receipt. For the program's own work, when two people have decided it
   * ({@code work.retention}).
   */
  public static void dispose(Tx tx, HandoverId id) {
    tx.sql()
        .deleteFrom(HANDOVER_RECEIPT)
        .where(HANDOVER_RECEIPT.TENANT_ID.eq(tx.tenant()))
        .and(HANDOVER_RECEIPT.HANDOVER_ID.eq(id))
        .execute();
    tx.sql()
        .deleteFrom(HANDOVER)
        .where(HANDOVER.TENANT_ID.eq(tx.tenant()))
        .and(HANDOVER.HANDOVER_ID.eq(id))
        .execute();
  }

  /** The receiver confirms whatever of the child waits for it. */
  public void receive(Tx tx, ChildId child, OrganisationId receiver, StaffId by) {
    HandoverSql.waitingFor(tx, List.of(receiver)).stream()
        .filter(one -> one.child().equals(child))
        .forEach(one -> receive(tx, one, by));
  }

  /**
   * The receiver confirms the receipt. Until the entry the child is being prepared for; from the
   * entry on it is enrolled, unless it is already.
   */
  void receive(Tx tx, HandoverSql.Waiting handover, StaffId by) {
    // the program's own work: the receiver does not reach the child before this has happened
    tx.as(
        new Actor.Job(tx.tenant(), "handover"),
        () -> {
          if (noted(tx, handover, by)) {
            open(tx, handover);
          }
          return true;
        });
  }

  /** Notes the receipt; false when it was noted before. */
  private static boolean noted(Tx tx, HandoverSql.Waiting handover, StaffId by) {
    return tx.sql()
            .insertInto(HANDOVER_RECEIPT)
            .set(HANDOVER_RECEIPT.TENANT_ID, tx.tenant())
            .set(HANDOVER_RECEIPT.HANDOVER_ID, handover.id())
            .set(HANDOVER_RECEIPT.CHILD_ID, handover.child())
            .set(HANDOVER_RECEIPT.AT, tx.now().atOffset(ZoneOffset.UTC))
            .set(HANDOVER_RECEIPT.STAFF_ID, by)
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  private void open(Tx tx, HandoverSql.Waiting handover) {
    LocalDate today = tx.today();
    LocalDate entry = handover.entryOn();
    boolean there =
        involvements.runs(
            tx, handover.child(), handover.receiver(), InvolvementKind.ENROLMENT, today);
    if (entry.isAfter(today) && !there) {
      involvements.openUnlessRunning(
          tx,
          handover.child(),
          handover.receiver(),
          InvolvementKind.PREPARING,
          new Period(today, entry));
    }
    involvements.openUnlessRunning(
        tx,
        handover.child(),
        handover.receiver(),
        InvolvementKind.ENROLMENT,
        Period.since(entry.isAfter(today) ? entry : today));
  }

  /** Whether the child is one the actor may hand over: in reach, the involvement running. */
  static boolean inHand(Tx tx, ChildId child) {
    return Actor.of(tx) instanceof Actor.Staff staff
        && tx.sql()
            .fetchExists(
                org.jooq
                    .impl
                    .DSL
                    .selectOne()
                    .from(CHILD)
                    .where(CHILD.TENANT_ID.eq(tx.tenant()))
                    .and(CHILD.CHILD_ID.eq(child))
                    .and(Readable.running(tx, CHILD.CHILD_ID, staff.assignments())));
  }
}
