package jp.tsunagi.people.staff;

import static jp.tsunagi.schema.Tables.ACCOUNT;
import static jp.tsunagi.schema.Tables.ASSIGNED_CHILD;
import static jp.tsunagi.schema.Tables.ASSIGNMENT;
import static jp.tsunagi.schema.Tables.ASSIGNMENT_CONFIRMATION;
import static jp.tsunagi.schema.Tables.ORGANISATION;
import static jp.tsunagi.schema.Tables.ORGANISATION_CLASS;
import static jp.tsunagi.schema.Tables.POST;
import static jp.tsunagi.schema.Tables.STAFF;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Connection;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.staff.HeldPost.Refused;
import jp.tsunagi.people.staff.HeldPost.Standing;
import jp.tsunagi.schema.tables.Assignment;
import jp.tsunagi.schema.tables.Staff;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** The register of staff, their accounts and posts. Nothing here is about a child. */
final class StaffRegisterSql {
  private static final Staff REFUSER = STAFF.as("refuser");
  private static final Staff ABSENT = STAFF.as("absent");
  private static final Assignment RELIEVED = ASSIGNMENT.as("relieved");

  private StaffRegisterSql() {}

  static Optional<StaffMember> find(Tx tx, StaffId id) {
    return members(tx, STAFF.STAFF_ID.eq(id)).stream().findFirst();
  }

  static List<StaffMember> all(Tx tx) {
    return members(tx, DSL.trueCondition());
  }

  private static List<StaffMember> members(Tx tx, Condition which) {
    return tx.sql()
        .select(STAFF.STAFF_ID, STAFF.NAME, STAFF.KANA, STAFF.PLEDGE_ON, STAFF.LAST_DAY_END)
        .select(ACCOUNT.ACCOUNT_ID, ACCOUNT.LOGIN)
        .from(STAFF)
        .leftJoin(ACCOUNT)
        .on(ACCOUNT.ACCOUNT_ID.eq(STAFF.ACCOUNT_ID))
        .where(STAFF.TENANT_ID.eq(tx.tenant()))
        .and(which)
        .fetch(StaffRegisterSql::member);
  }

  private static StaffMember member(Record row) {
    return new StaffMember(
        row.get(STAFF.STAFF_ID),
        row.get(STAFF.NAME),
        row.get(STAFF.KANA),
        Optional.ofNullable(row.get(ACCOUNT.ACCOUNT_ID))
            .map(account -> new StaffMember.Login(account, row.get(ACCOUNT.LOGIN))),
        Optional.ofNullable(row.get(STAFF.PLEDGE_ON)),
        Optional.ofNullable(row.get(STAFF.LAST_DAY_END)));
  }

  /** What the person holds or will hold, and held since a day; earliest first. */
  static List<HeldPost> posts(Tx tx, StaffId staff, LocalDate since) {
    return posts(tx, ASSIGNMENT.STAFF_ID.eq(staff), since);
  }

  /** What everybody holds today or will hold, or is asked for. */
  static List<HeldPost> posts(Tx tx) {
    return posts(tx, DSL.trueCondition(), tx.today()).stream()
        .filter(held -> held.standing() != Standing.REFUSED)
        .toList();
  }

  static Optional<HeldPost> post(Tx tx, AssignmentId id) {
    return posts(tx, ASSIGNMENT.ASSIGNMENT_ID.eq(id), LocalDate.EPOCH).stream().findFirst();
  }

  private static List<HeldPost> posts(Tx tx, Condition which, LocalDate since) {
    return tx.sql()
        .select(ASSIGNMENT.ASSIGNMENT_ID, ASSIGNMENT.STAFF_ID)
        .select(ASSIGNMENT.VALID_FROM, ASSIGNMENT.VALID_TO, ASSIGNMENT.HOLDS_FROM)
        .select(ORGANISATION.ORGANISATION_ID, ORGANISATION.NAME, ORGANISATION.CONNECTION, POST.KIND)
        .select(ORGANISATION_CLASS.NAME, REFUSER.NAME, ABSENT.NAME)
        .select(ASSIGNMENT_CONFIRMATION.REASON, ASSIGNMENT_CONFIRMATION.SEEN_AT)
        .from(ASSIGNMENT)
        .join(POST)
        .on(POST.TENANT_ID.eq(tx.tenant()))
        .and(POST.POST_ID.eq(ASSIGNMENT.POST_ID))
        .join(ORGANISATION)
        .on(ORGANISATION.TENANT_ID.eq(tx.tenant()))
        .and(ORGANISATION.ORGANISATION_ID.eq(POST.ORGANISATION_ID))
        .leftJoin(ORGANISATION_CLASS)
        .on(ORGANISATION_CLASS.TENANT_ID.eq(tx.tenant()))
        .and(ORGANISATION_CLASS.CLASS_ID.eq(ASSIGNMENT.CLASS_ID))
        .leftJoin(ASSIGNMENT_CONFIRMATION)
        .on(ASSIGNMENT_CONFIRMATION.TENANT_ID.eq(tx.tenant()))
        .and(ASSIGNMENT_CONFIRMATION.ASSIGNMENT_ID.eq(ASSIGNMENT.ASSIGNMENT_ID))
        .and(ASSIGNMENT_CONFIRMATION.OUTCOME.eq(NewcomerSql.Outcome.REFUSED.name()))
        .leftJoin(RELIEVED)
        .on(RELIEVED.TENANT_ID.eq(tx.tenant()))
        .and(RELIEVED.ASSIGNMENT_ID.eq(ASSIGNMENT.STANDS_IN_FOR.coerce(ASSIGNMENT.ASSIGNMENT_ID)))
        .leftJoin(ABSENT)
        .on(ABSENT.TENANT_ID.eq(tx.tenant()))
        .and(ABSENT.STAFF_ID.eq(RELIEVED.STAFF_ID))
        .leftJoin(REFUSER)
        .on(REFUSER.TENANT_ID.eq(tx.tenant()))
        .and(REFUSER.STAFF_ID.eq(ASSIGNMENT_CONFIRMATION.ENDED_BY.coerce(STAFF.STAFF_ID)))
        .where(ASSIGNMENT.TENANT_ID.eq(tx.tenant()))
        .and(which)
        .and(ASSIGNMENT.VALID_TO.isNull().or(ASSIGNMENT.VALID_TO.gt(since)))
        .orderBy(ASSIGNMENT.VALID_FROM, ASSIGNMENT.ASSIGNMENT_ID)
        .fetch(StaffRegisterSql::held);
  }

  private static HeldPost held(Record row) {
    return new HeldPost(
        row.get(ASSIGNMENT.ASSIGNMENT_ID),
        row.get(ASSIGNMENT.STAFF_ID),
        row.get(ORGANISATION.ORGANISATION_ID),
        row.get(ORGANISATION.NAME),
        Connection.valueOf(row.get(ORGANISATION.CONNECTION)),
        PostKind.valueOf(row.get(POST.KIND)),
        Optional.ofNullable(row.get(ORGANISATION_CLASS.NAME)),
        new Period(row.get(ASSIGNMENT.VALID_FROM), row.get(ASSIGNMENT.VALID_TO)),
        standing(row),
        Optional.ofNullable(row.get(ABSENT.NAME)),
        Optional.ofNullable(row.get(ASSIGNMENT_CONFIRMATION.REASON))
            .map(reason ->
                new Refused(
                    row.get(REFUSER.NAME),
                    reason,
                    row.get(ASSIGNMENT_CONFIRMATION.SEEN_AT) != null)));
  }

  private static Standing standing(Record row) {
    if (row.get(ASSIGNMENT.HOLDS_FROM) != null) {
      return Standing.HOLDS;
    }
    return row.get(ASSIGNMENT_CONFIRMATION.REASON) == null ? Standing.WAITS : Standing.REFUSED;
  }

  static void change(Tx tx, StaffMember changed) {
    tx.sql()
        .update(STAFF)
        .set(STAFF.NAME, changed.name())
        .set(STAFF.KANA, changed.kana())
        .set(STAFF.PLEDGE_ON, changed.pledgedOn().orElse(null))
        .set(STAFF.LAST_DAY_END, changed.lastDayEnd().orElse(null))
        .where(STAFF.TENANT_ID.eq(tx.tenant()))
        .and(STAFF.STAFF_ID.eq(changed.id()))
        .execute();
  }

  /**
   * Gives somebody who has none a login.
   *
   * @throws Busy when somebody else gave one in this moment: all of it is undone
   */
  static void give(Tx tx, StaffId staff, jp.tsunagi.base.database.AccountId account) {
    int given =
        tx.sql()
            .update(STAFF)
            .set(STAFF.ACCOUNT_ID, account)
            .where(STAFF.TENANT_ID.eq(tx.tenant()))
            .and(STAFF.STAFF_ID.eq(staff))
            .and(STAFF.ACCOUNT_ID.isNull())
            .execute();
    if (given != 1) {
      throw new Busy();
    }
  }

  static void take(Tx tx, StaffId staff) {
    tx.sql()
        .update(STAFF)
        .setNull(STAFF.ACCOUNT_ID)
        .where(STAFF.TENANT_ID.eq(tx.tenant()))
        .and(STAFF.STAFF_ID.eq(staff))
        .execute();
  }

  /** Takes back an assignment that has not begun, or waits: nobody has acted under it. */
  static void withdraw(Tx tx, AssignmentId id) {
    SubstituteSql.of(tx, id).forEach(one -> EndAssignment.withdraw(tx, one.id()));
    NewcomerSql.forget(tx, id);
    tx.sql()
        .deleteFrom(ASSIGNED_CHILD)
        .where(ASSIGNED_CHILD.TENANT_ID.eq(tx.tenant()))
        .and(ASSIGNED_CHILD.ASSIGNMENT_ID.eq(id))
        .execute();
    tx.sql()
        .deleteFrom(ASSIGNMENT)
        .where(ASSIGNMENT.TENANT_ID.eq(tx.tenant()))
        .and(ASSIGNMENT.ASSIGNMENT_ID.eq(id))
        .execute();
  }

  /**
   * Whether somebody else than this person can administer on that day: with pledge, account and an
   * assignment that holds.
   */
  static boolean hasOtherAdministrator(Tx tx, StaffId than, LocalDate on) {
    return hasOtherAdministrator(tx, List.of(than), on);
  }

  /** Whether somebody else than these can. */
  static boolean hasOtherAdministrator(Tx tx, List<StaffId> than, LocalDate on) {
    return tx.sql()
        .fetchExists(
            DSL.selectOne()
                .from(ASSIGNMENT)
                .join(POST)
                .on(POST.TENANT_ID.eq(tx.tenant()))
                .and(POST.POST_ID.eq(ASSIGNMENT.POST_ID))
                .join(STAFF)
                .on(STAFF.TENANT_ID.eq(tx.tenant()))
                .and(STAFF.STAFF_ID.eq(ASSIGNMENT.STAFF_ID))
                .where(ASSIGNMENT.TENANT_ID.eq(tx.tenant()))
                .and(ASSIGNMENT.STAFF_ID.notIn(than))
                .and(POST.KIND.eq(PostKind.ADMINISTRATOR.name()))
                .and(ASSIGNMENT.HOLDS_FROM.le(on))
                .and(ASSIGNMENT.VALID_TO.isNull())
                .and(STAFF.ACCOUNT_ID.isNotNull())
                .and(STAFF.PLEDGE_ON.isNotNull())
                .and(STAFF.LAST_DAY_END.isNull()));
  }
}
