package jp.tsunagi.people.staff;

import static jp.tsunagi.schema.Tables.ASSIGNMENT;
import static jp.tsunagi.schema.Tables.POST;
import static jp.tsunagi.schema.Tables.STAFF;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;

/** Who stands in for whom. */
final class SubstituteSql {
  private SubstituteSql() {}

  /** Somebody who works at a place today. */
  record Colleague(StaffId staff, String name) {}

  static List<Colleague> colleagues(Tx tx, OrganisationId place) {
    return tx.sql()
        .selectDistinct(STAFF.KANA, STAFF.STAFF_ID, STAFF.NAME)
        .from(ASSIGNMENT)
        .join(POST)
        .on(POST.TENANT_ID.eq(tx.tenant()))
        .and(POST.POST_ID.eq(ASSIGNMENT.POST_ID))
        .join(STAFF)
        .on(STAFF.TENANT_ID.eq(tx.tenant()))
        .and(STAFF.STAFF_ID.eq(ASSIGNMENT.STAFF_ID))
        .where(ASSIGNMENT.TENANT_ID.eq(tx.tenant()))
        .and(POST.ORGANISATION_ID.eq(place))
        .and(ASSIGNMENT.HOLDS_FROM.le(tx.today()))
        .and(ASSIGNMENT.VALID_TO.isNull().or(ASSIGNMENT.VALID_TO.gt(tx.today())))
        .and(STAFF.LAST_DAY_END.isNull().or(STAFF.LAST_DAY_END.gt(tx.today())))
        .orderBy(STAFF.KANA, STAFF.STAFF_ID)
        .fetch(row -> new Colleague(row.value2(), row.value3()));
  }

  /** Who stands in for the assignment, today or to come. */
  static List<HeldPost> of(Tx tx, AssignmentId absent) {
    return tx
        .sql()
        .select(ASSIGNMENT.ASSIGNMENT_ID)
        .from(ASSIGNMENT)
        .where(ASSIGNMENT.TENANT_ID.eq(tx.tenant()))
        .and(ASSIGNMENT.STANDS_IN_FOR.eq(absent.value()))
        .and(ASSIGNMENT.VALID_TO.isNull().or(ASSIGNMENT.VALID_TO.gt(tx.today())))
        .orderBy(ASSIGNMENT.VALID_FROM, ASSIGNMENT.ASSIGNMENT_ID)
        .fetch(ASSIGNMENT.ASSIGNMENT_ID)
        .stream()
        .flatMap(id -> StaffRegisterSql.post(tx, id).stream())
        .toList();
  }

  /** For whom these stand in, by name. */
  static Map<AssignmentId, String> insteadOf(Tx tx, Collection<AssignmentId> assignments) {
    var absent = ASSIGNMENT.as("absent");
    return tx.sql()
        .select(ASSIGNMENT.ASSIGNMENT_ID, STAFF.NAME)
        .from(ASSIGNMENT)
        .join(absent)
        .on(absent.TENANT_ID.eq(tx.tenant()))
        .and(absent.ASSIGNMENT_ID.eq(ASSIGNMENT.STANDS_IN_FOR.coerce(ASSIGNMENT.ASSIGNMENT_ID)))
        .join(STAFF)
        .on(STAFF.TENANT_ID.eq(tx.tenant()))
        .and(STAFF.STAFF_ID.eq(absent.STAFF_ID))
        .where(ASSIGNMENT.TENANT_ID.eq(tx.tenant()))
        .and(ASSIGNMENT.ASSIGNMENT_ID.in(assignments))
        .fetchMap(ASSIGNMENT.ASSIGNMENT_ID, STAFF.NAME);
  }
}
