package jp.tsunagi.record.emergency;

import static jp.tsunagi.schema.Tables.ASSIGNMENT;
import static jp.tsunagi.schema.Tables.AUDIT_EVENT;
import static jp.tsunagi.schema.Tables.AUDIT_SUBJECT;
import static jp.tsunagi.schema.Tables.EMERGENCY_ACCESS;
import static jp.tsunagi.schema.Tables.EMERGENCY_TRY;
import static jp.tsunagi.schema.Tables.ORGANISATION;
import static jp.tsunagi.schema.Tables.POST;
import static jp.tsunagi.schema.Tables.STAFF;
import static org.jooq.impl.DSL.count;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Compartments;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.organisation.Place;
import jp.tsunagi.record.emergency.Emergency.Review;
import jp.tsunagi.schema.tables.Staff;
import org.jooq.Condition;
import org.jooq.Record;

/**
 * Reads and writes emergencies. Read as the program's own work; who may see which, the callers
 * decide.
 */
final class EmergencySql {
  private static final Staff REVIEWER = STAFF.as("reviewer");

  /** What is told of an opening: whatever shows a child, and what leaves the house. */
  private static final List<String> LOOKING =
      Stream.concat(
              Arrays.stream(Action.values())
                  .filter(action -> action.shows() && !action.ofCompartment()),
              Stream.of(Action.PRINT, Action.EXPORT))
          .map(Enum::name)
          .toList();

  private EmergencySql() {}

  /** The openings that fit, the latest first. */
  static List<Emergency> of(Tx tx, Condition which) {
    Set<ChildId> concealed = Compartments.concealed(tx);
    List<OrganisationId> own = tx.scope().organisations();
    return tx.as(new Actor.Job(tx.tenant(), "emergency"), () -> read(tx, which)).stream()
        .map(one ->
            concealed.contains(one.child()) && !own.contains(one.organisation())
                ? one.at(Place.unnamed())
                : one)
        .toList();
  }

  private static List<Emergency> read(Tx tx, Condition which) {
    return tx.sql()
        .select(EMERGENCY_ACCESS.fields())
        .select(STAFF.NAME, REVIEWER.NAME, ORGANISATION.NAME, POST.KIND)
        .from(EMERGENCY_ACCESS)
        .join(STAFF)
        .on(STAFF.TENANT_ID.eq(tx.tenant()))
        .and(STAFF.STAFF_ID.eq(EMERGENCY_ACCESS.STAFF_ID))
        .join(ORGANISATION)
        .on(ORGANISATION.TENANT_ID.eq(tx.tenant()))
        .and(ORGANISATION.ORGANISATION_ID.eq(EMERGENCY_ACCESS.ORGANISATION_ID))
        .join(ASSIGNMENT)
        .on(ASSIGNMENT.TENANT_ID.eq(tx.tenant()))
        .and(ASSIGNMENT.ASSIGNMENT_ID.eq(EMERGENCY_ACCESS.ASSIGNMENT_ID))
        .join(POST)
        .on(POST.TENANT_ID.eq(tx.tenant()))
        .and(POST.POST_ID.eq(ASSIGNMENT.POST_ID))
        .leftJoin(REVIEWER)
        .on(REVIEWER.TENANT_ID.eq(tx.tenant()))
        .and(REVIEWER.STAFF_ID.coerce(UUID.class).eq(EMERGENCY_ACCESS.REVIEWED_BY))
        .where(EMERGENCY_ACCESS.TENANT_ID.eq(tx.tenant()))
        .and(which)
        .orderBy(EMERGENCY_ACCESS.OPENED_AT.desc(), EMERGENCY_ACCESS.EMERGENCY_ID)
        .fetch(EmergencySql::emergency);
  }

  private static Emergency emergency(Record row) {
    var is = row.into(EMERGENCY_ACCESS);
    OffsetDateTime reviewed = is.getReviewedAt();
    return new Emergency(
        is.getEmergencyId(),
        is.getChildId(),
        is.getAssignmentId(),
        is.getStaffId(),
        row.get(STAFF.NAME),
        is.getOrganisationId(),
        row.get(ORGANISATION.NAME),
        row.get(POST.KIND),
        EmergencyReason.valueOf(is.getReason()),
        is.getNote(),
        is.getOpenedAt().toInstant(),
        is.getClosesAt().toInstant(),
        is.getReviewDue(),
        reviewed == null
            ? Optional.empty()
            : Optional.of(
                new Review(
                    reviewed.toInstant(),
                    Optional.ofNullable(row.get(REVIEWER.NAME)).orElse(""),
                    is.getJustified(),
                    is.getReviewNote())));
  }

  /** Adds an opening; false when the same form made it already. */
  static boolean add(Tx tx, Emergency opened) {
    return tx.sql()
            .insertInto(EMERGENCY_ACCESS)
            .set(EMERGENCY_ACCESS.TENANT_ID, tx.tenant())
            .set(EMERGENCY_ACCESS.EMERGENCY_ID, opened.id())
            .set(EMERGENCY_ACCESS.CHILD_ID, opened.child())
            .set(EMERGENCY_ACCESS.ASSIGNMENT_ID, opened.assignment())
            .set(EMERGENCY_ACCESS.STAFF_ID, opened.staff())
            .set(EMERGENCY_ACCESS.ORGANISATION_ID, opened.organisation())
            .set(EMERGENCY_ACCESS.REASON, opened.reason().name())
            .set(EMERGENCY_ACCESS.NOTE, opened.note())
            .set(EMERGENCY_ACCESS.OPENED_AT, opened.openedAt().atOffset(ZoneOffset.UTC))
            .set(EMERGENCY_ACCESS.CLOSES_AT, opened.closesAt().atOffset(ZoneOffset.UTC))
            .set(EMERGENCY_ACCESS.REVIEW_DUE, opened.due())
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  /** Ends an opening that is not over, now. */
  static void close(Tx tx, UUID id, StaffId by) {
    tx.sql()
        .update(EMERGENCY_ACCESS)
        .set(EMERGENCY_ACCESS.CLOSES_AT, tx.now().atOffset(ZoneOffset.UTC))
        .where(EMERGENCY_ACCESS.TENANT_ID.eq(tx.tenant()))
        .and(EMERGENCY_ACCESS.EMERGENCY_ID.eq(id))
        .and(EMERGENCY_ACCESS.STAFF_ID.eq(by))
        .and(EMERGENCY_ACCESS.CLOSES_AT.gt(tx.now().atOffset(ZoneOffset.UTC)))
        .execute();
  }

  /** Writes what the review found; false when somebody was first. */
  static boolean review(Tx tx, UUID id, StaffId by, boolean justified, String note) {
    return tx.as(
        new Actor.Job(tx.tenant(), "emergency"),
        () ->
            tx.sql()
                    .update(EMERGENCY_ACCESS)
                    .set(EMERGENCY_ACCESS.REVIEWED_AT, tx.now().atOffset(ZoneOffset.UTC))
                    .set(EMERGENCY_ACCESS.REVIEWED_BY, by.value())
                    .set(EMERGENCY_ACCESS.JUSTIFIED, justified)
                    .set(EMERGENCY_ACCESS.REVIEW_NOTE, note)
                    .where(EMERGENCY_ACCESS.TENANT_ID.eq(tx.tenant()))
                    .and(EMERGENCY_ACCESS.EMERGENCY_ID.eq(id))
                    .and(EMERGENCY_ACCESS.STAFF_ID.ne(by))
                    .and(EMERGENCY_ACCESS.REVIEWED_AT.isNull())
                    .execute()
                == 1);
  }

  /** A try to open a record, counted before it is known whether there is one. */
  static void tried(Tx tx, StaffId by) {
    // one after the other: tries sent together count as many
    tx.sql()
        .select(STAFF.STAFF_ID)
        .from(STAFF)
        .where(STAFF.TENANT_ID.eq(tx.tenant()))
        .and(STAFF.STAFF_ID.eq(by))
        .forNoKeyUpdate()
        .execute();
    tx.sql()
        .insertInto(EMERGENCY_TRY)
        .set(EMERGENCY_TRY.TENANT_ID, tx.tenant())
        .set(EMERGENCY_TRY.TRY_ID, UUID.randomUUID())
        .set(EMERGENCY_TRY.STAFF_ID, by)
        .set(EMERGENCY_TRY.AT, tx.now().atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** How often somebody tried today. */
  static int triesToday(Tx tx, StaffId by) {
    var midnight = tx.today().atStartOfDay(ActingClock.JAPAN).toOffsetDateTime();
    return tx.sql()
        .fetchCount(
            EMERGENCY_TRY,
            EMERGENCY_TRY
                .TENANT_ID
                .eq(tx.tenant())
                .and(EMERGENCY_TRY.STAFF_ID.eq(by))
                .and(EMERGENCY_TRY.AT.ge(midnight)));
  }

  /** What was looked at of the child while it was open, by action. */
  static Map<String, Integer> looked(Tx tx, Emergency opened) {
    Instant until = opened.closesAt();
    return tx.as(
        new Actor.Job(tx.tenant(), "emergency"),
        () ->
            tx.sql()
                .select(AUDIT_EVENT.ACTION, count())
                .from(AUDIT_SUBJECT)
                .join(AUDIT_EVENT)
                .on(AUDIT_EVENT.TENANT_ID.eq(tx.tenant()))
                .and(AUDIT_EVENT.AT.eq(AUDIT_SUBJECT.AT))
                .and(AUDIT_EVENT.EVENT_ID.eq(AUDIT_SUBJECT.EVENT_ID))
                .where(AUDIT_SUBJECT.TENANT_ID.eq(tx.tenant()))
                .and(AUDIT_SUBJECT.CHILD_ID.eq(opened.child()))
                .and(AUDIT_SUBJECT.AT.ge(opened.openedAt().atOffset(ZoneOffset.UTC)))
                .and(AUDIT_SUBJECT.AT.le(until.atOffset(ZoneOffset.UTC)))
                .and(AUDIT_EVENT.ACTOR_ID.eq(opened.staff().value()))
                .and(AUDIT_EVENT.ACTION.in(LOOKING))
                .groupBy(AUDIT_EVENT.ACTION)
                .orderBy(AUDIT_EVENT.ACTION)
                .fetchMap(AUDIT_EVENT.ACTION, count()));
  }
}
