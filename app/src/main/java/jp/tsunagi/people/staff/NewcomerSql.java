package jp.tsunagi.people.staff;

import static jp.tsunagi.schema.Tables.ACCOUNT;
import static jp.tsunagi.schema.Tables.ASSIGNMENT;
import static jp.tsunagi.schema.Tables.ASSIGNMENT_CONFIRMATION;
import static jp.tsunagi.schema.Tables.ORGANISATION;
import static jp.tsunagi.schema.Tables.POST;
import static jp.tsunagi.schema.Tables.STAFF;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Connection;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.Confirmers.Leader;
import jp.tsunagi.people.staff.Confirmers.Leading;
import jp.tsunagi.people.staff.Confirmers.Person;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;

/** Assignments that an administrator asked for, and what came of them (ADR 9). */
final class NewcomerSql {
  private static final List<String> LEADING =
      Arrays.stream(PostKind.values()).filter(PostKind::leads).map(Enum::name).toList();

  private NewcomerSql() {}

  /** How an assignment that was asked for came to hold, or did not. */
  enum Outcome {
    CONFIRMED,
    REFUSED,
    /** The first leading person of a place that knows no child yet. */
    AT_ONCE
  }

  /** An assignment that waits: whom it concerns, where, who asked for it and when. */
  record Waits(
      AssignmentId assignment,
      StaffId staff,
      OrganisationId place,
      StaffId madeBy,
      String madeByName,
      Instant madeAt) {}

  static void ask(Tx tx, AssignmentId assignment, StaffId staff, StaffId by) {
    tx.sql()
        .insertInto(ASSIGNMENT_CONFIRMATION)
        .set(ASSIGNMENT_CONFIRMATION.TENANT_ID, tx.tenant())
        .set(ASSIGNMENT_CONFIRMATION.ASSIGNMENT_ID, assignment)
        .set(ASSIGNMENT_CONFIRMATION.STAFF_ID, staff)
        .set(ASSIGNMENT_CONFIRMATION.MADE_BY, by.value())
        .set(ASSIGNMENT_CONFIRMATION.MADE_AT, tx.now().atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** Of two who come together one ends it; whether it was this one. */
  static boolean end(
      Tx tx, AssignmentId assignment, Outcome outcome, StaffId by, Optional<String> reason) {
    return tx.sql()
            .update(ASSIGNMENT_CONFIRMATION)
            .set(ASSIGNMENT_CONFIRMATION.OUTCOME, outcome.name())
            .set(ASSIGNMENT_CONFIRMATION.ENDED_BY, by.value())
            .set(ASSIGNMENT_CONFIRMATION.ENDED_AT, tx.now().atOffset(ZoneOffset.UTC))
            .set(ASSIGNMENT_CONFIRMATION.REASON, reason.orElse(null))
            .where(ASSIGNMENT_CONFIRMATION.TENANT_ID.eq(tx.tenant()))
            .and(ASSIGNMENT_CONFIRMATION.ASSIGNMENT_ID.eq(assignment))
            .and(ASSIGNMENT_CONFIRMATION.OUTCOME.isNull())
            .execute()
        == 1;
  }

  /** Whether this staff member ended it that way before: the form was sent once more. */
  static boolean ended(Tx tx, AssignmentId assignment, Outcome outcome, StaffId by) {
    return tx.sql()
        .fetchExists(
            DSL.selectOne()
                .from(ASSIGNMENT_CONFIRMATION)
                .where(ASSIGNMENT_CONFIRMATION.TENANT_ID.eq(tx.tenant()))
                .and(ASSIGNMENT_CONFIRMATION.ASSIGNMENT_ID.eq(assignment))
                .and(ASSIGNMENT_CONFIRMATION.OUTCOME.eq(outcome.name()))
                .and(ASSIGNMENT_CONFIRMATION.ENDED_BY.eq(by.value())));
  }

  /** An administrator has read that it was refused. */
  static void seen(Tx tx, AssignmentId assignment, StaffId by) {
    tx.sql()
        .update(ASSIGNMENT_CONFIRMATION)
        .set(ASSIGNMENT_CONFIRMATION.SEEN_BY, by.value())
        .set(ASSIGNMENT_CONFIRMATION.SEEN_AT, tx.now().atOffset(ZoneOffset.UTC))
        .where(ASSIGNMENT_CONFIRMATION.TENANT_ID.eq(tx.tenant()))
        .and(ASSIGNMENT_CONFIRMATION.ASSIGNMENT_ID.eq(assignment))
        .and(ASSIGNMENT_CONFIRMATION.OUTCOME.eq(Outcome.REFUSED.name()))
        .and(ASSIGNMENT_CONFIRMATION.SEEN_AT.isNull())
        .execute();
  }

  /** What was taken back before it was decided leaves nothing but its rows in the trace. */
  static void forget(Tx tx, AssignmentId assignment) {
    tx.sql()
        .deleteFrom(ASSIGNMENT_CONFIRMATION)
        .where(ASSIGNMENT_CONFIRMATION.TENANT_ID.eq(tx.tenant()))
        .and(ASSIGNMENT_CONFIRMATION.ASSIGNMENT_ID.eq(assignment))
        .execute();
  }

  /** Everything that waits and is not over, the oldest first. */
  static List<Waits> waiting(Tx tx) {
    return waiting(tx, DSL.trueCondition());
  }

  static Optional<Waits> waiting(Tx tx, AssignmentId assignment) {
    return waiting(tx, ASSIGNMENT.ASSIGNMENT_ID.eq(assignment)).stream().findFirst();
  }

  private static List<Waits> waiting(Tx tx, Condition which) {
    var maker = STAFF.as("maker");
    return tx.sql()
        .select(ASSIGNMENT.ASSIGNMENT_ID, ASSIGNMENT.STAFF_ID, POST.ORGANISATION_ID)
        .select(ASSIGNMENT_CONFIRMATION.MADE_BY, maker.NAME, ASSIGNMENT_CONFIRMATION.MADE_AT)
        .from(ASSIGNMENT_CONFIRMATION)
        .join(ASSIGNMENT)
        .on(ASSIGNMENT.TENANT_ID.eq(tx.tenant()))
        .and(ASSIGNMENT.ASSIGNMENT_ID.eq(ASSIGNMENT_CONFIRMATION.ASSIGNMENT_ID))
        .join(POST)
        .on(POST.TENANT_ID.eq(tx.tenant()))
        .and(POST.POST_ID.eq(ASSIGNMENT.POST_ID))
        .join(maker)
        .on(maker.TENANT_ID.eq(tx.tenant()))
        .and(maker.STAFF_ID.eq(ASSIGNMENT_CONFIRMATION.MADE_BY.coerce(STAFF.STAFF_ID)))
        .where(ASSIGNMENT_CONFIRMATION.TENANT_ID.eq(tx.tenant()))
        .and(ASSIGNMENT_CONFIRMATION.OUTCOME.isNull())
        .and(ASSIGNMENT.VALID_TO.isNull().or(ASSIGNMENT.VALID_TO.gt(tx.today())))
        .and(which)
        .orderBy(ASSIGNMENT_CONFIRMATION.MADE_AT, ASSIGNMENT.ASSIGNMENT_ID)
        .fetch(row ->
            new Waits(
                row.get(ASSIGNMENT.ASSIGNMENT_ID),
                row.get(ASSIGNMENT.STAFF_ID),
                row.get(POST.ORGANISATION_ID),
                new StaffId(row.get(ASSIGNMENT_CONFIRMATION.MADE_BY)),
                row.get(maker.NAME),
                row.get(ASSIGNMENT_CONFIRMATION.MADE_AT).toInstant()));
  }

  static boolean anyWaiting(Tx tx) {
    return tx.sql()
        .fetchExists(
            DSL.selectOne()
                .from(ASSIGNMENT_CONFIRMATION)
                .where(ASSIGNMENT_CONFIRMATION.TENANT_ID.eq(tx.tenant()))
                .and(ASSIGNMENT_CONFIRMATION.OUTCOME.isNull()));
  }

  /** Whom it was refused for, while no administrator has read it. */
  static List<StaffId> refused(Tx tx) {
    return tx.sql()
        .selectDistinct(ASSIGNMENT_CONFIRMATION.STAFF_ID)
        .from(ASSIGNMENT_CONFIRMATION)
        .where(ASSIGNMENT_CONFIRMATION.TENANT_ID.eq(tx.tenant()))
        .and(ASSIGNMENT_CONFIRMATION.OUTCOME.eq(Outcome.REFUSED.name()))
        .and(ASSIGNMENT_CONFIRMATION.SEEN_AT.isNull())
        .fetch(ASSIGNMENT_CONFIRMATION.STAFF_ID);
  }

  /** Who comes second waits until the first is on record: a place begins once. */
  static void hold(Tx tx, OrganisationId place) {
    tx.sql()
        .select(ORGANISATION.ORGANISATION_ID)
        .from(ORGANISATION)
        .where(ORGANISATION.TENANT_ID.eq(tx.tenant()))
        .and(ORGANISATION.ORGANISATION_ID.eq(place))
        .forUpdate()
        .fetch();
  }

  /** Whether somebody leads or led there, or will by an assignment that holds. */
  static boolean everLed(Tx tx, OrganisationId place) {
    return tx.sql()
        .fetchExists(
            DSL.selectOne()
                .from(POST)
                .join(ASSIGNMENT)
                .on(ASSIGNMENT.TENANT_ID.eq(tx.tenant()))
                .and(ASSIGNMENT.POST_ID.eq(POST.POST_ID))
                .where(POST.TENANT_ID.eq(tx.tenant()))
                .and(POST.ORGANISATION_ID.eq(place))
                .and(POST.KIND.in(LEADING))
                .and(ASSIGNMENT.HOLDS_FROM.isNotNull()));
  }

  /** Who leads and who administers today, and can sign in. */
  static Leading leading(Tx tx) {
    List<Leader> leaders =
        holding(tx, POST.KIND.in(LEADING))
            .and(ORGANISATION.CONNECTION.ne(Connection.PAPER.name()))
            .orderBy(STAFF.KANA, STAFF.STAFF_ID)
            .fetch(NewcomerSql::leader);
    List<Person> administrators =
        holding(tx, POST.KIND.eq(PostKind.ADMINISTRATOR.name()))
            .orderBy(STAFF.KANA, STAFF.STAFF_ID)
            .fetch(NewcomerSql::person);
    return new Leading(leaders, administrators);
  }

  private static Leader leader(Record row) {
    return new Leader(
        person(row),
        row.get(POST.ORGANISATION_ID),
        List.of(row.get(POST.RIGHTS)).contains(Right.APPROVE.name()),
        OrganisationKind.valueOf(row.get(ORGANISATION.KIND)).isHub());
  }

  private static Person person(Record row) {
    return new Person(row.get(STAFF.STAFF_ID), row.get(STAFF.NAME));
  }

  private static SelectConditionStep<? extends Record> holding(Tx tx, Condition which) {
    return tx.sql()
        .select(STAFF.STAFF_ID, STAFF.NAME, STAFF.KANA)
        .select(POST.ORGANISATION_ID, POST.RIGHTS, ORGANISATION.KIND)
        .from(ASSIGNMENT)
        .join(POST)
        .on(POST.TENANT_ID.eq(tx.tenant()))
        .and(POST.POST_ID.eq(ASSIGNMENT.POST_ID))
        .join(ORGANISATION)
        .on(ORGANISATION.TENANT_ID.eq(tx.tenant()))
        .and(ORGANISATION.ORGANISATION_ID.eq(POST.ORGANISATION_ID))
        .join(STAFF)
        .on(STAFF.TENANT_ID.eq(tx.tenant()))
        .and(STAFF.STAFF_ID.eq(ASSIGNMENT.STAFF_ID))
        .join(ACCOUNT)
        .on(ACCOUNT.ACCOUNT_ID.eq(STAFF.ACCOUNT_ID))
        .where(ASSIGNMENT.TENANT_ID.eq(tx.tenant()))
        .and(which)
        .and(ACCOUNT.CLOSED_AT.isNull())
        .and(STAFF.PLEDGE_ON.le(tx.today()))
        .and(STAFF.LAST_DAY_END.isNull().or(STAFF.LAST_DAY_END.gt(tx.today())))
        .and(ORGANISATION.CLOSED_FROM.isNull().or(ORGANISATION.CLOSED_FROM.gt(tx.today())))
        .and(ASSIGNMENT.HOLDS_FROM.le(tx.today()))
        .and(ASSIGNMENT.VALID_TO.isNull().or(ASSIGNMENT.VALID_TO.gt(tx.today())));
  }
}
