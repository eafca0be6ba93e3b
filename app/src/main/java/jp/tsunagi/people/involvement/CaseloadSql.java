package jp.tsunagi.people.involvement;

import static jp.tsunagi.schema.Tables.ASSIGNED_CHILD;
import static jp.tsunagi.schema.Tables.ASSIGNMENT;
import static jp.tsunagi.schema.Tables.INVOLVEMENT;
import static jp.tsunagi.schema.Tables.ORGANISATION_CLASS;
import static jp.tsunagi.schema.Tables.POST;
import static jp.tsunagi.schema.Tables.REACH;
import static jp.tsunagi.schema.Tables.STAFF;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.base.access.Reach;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import org.jooq.Condition;

/** Who holds a caseload at a place, and which children are whose. */
final class CaseloadSql {
  private CaseloadSql() {}

  /** Somebody with a caseload, today or to come. */
  record Holder(
      AssignmentId assignment,
      StaffId staff,
      String name,
      String post,
      Optional<String> schoolClass,
      Period period,
      Optional<AssignmentId> standsInFor) {}

  /** A child given by name, today or to come. */
  record Given(AssignmentId assignment, ChildId child, Period period) {}

  /** A caseload that reaches a child today. */
  record Carried(AssignmentId assignment, ChildId child) {}

  /** Everybody with a caseload at the place, today or to come. */
  static List<Holder> holders(Tx tx, Seat seat) {
    return tx.sql()
        .select(ASSIGNMENT.ASSIGNMENT_ID, ASSIGNMENT.STAFF_ID, STAFF.NAME, POST.KIND)
        .select(ORGANISATION_CLASS.NAME, ASSIGNMENT.HOLDS_FROM, ASSIGNMENT.VALID_TO)
        .select(ASSIGNMENT.STANDS_IN_FOR)
        .from(ASSIGNMENT)
        .join(POST)
        .on(POST.TENANT_ID.eq(tx.tenant()))
        .and(POST.POST_ID.eq(ASSIGNMENT.POST_ID))
        .join(STAFF)
        .on(STAFF.TENANT_ID.eq(tx.tenant()))
        .and(STAFF.STAFF_ID.eq(ASSIGNMENT.STAFF_ID))
        .leftJoin(ORGANISATION_CLASS)
        .on(ORGANISATION_CLASS.TENANT_ID.eq(tx.tenant()))
        .and(ORGANISATION_CLASS.CLASS_ID.eq(ASSIGNMENT.CLASS_ID))
        .where(ASSIGNMENT.TENANT_ID.eq(tx.tenant()))
        .and(POST.ORGANISATION_ID.eq(seat.organisation()))
        .and(POST.REACH.eq(Reach.CASELOAD.name()))
        .and(ASSIGNMENT.HOLDS_FROM.isNotNull())
        .and(ASSIGNMENT.VALID_TO.isNull().or(ASSIGNMENT.VALID_TO.gt(tx.today())))
        .orderBy(ASSIGNMENT.HOLDS_FROM.gt(tx.today()), STAFF.KANA, ASSIGNMENT.ASSIGNMENT_ID)
        .fetch(row ->
            new Holder(
                row.get(ASSIGNMENT.ASSIGNMENT_ID),
                row.get(ASSIGNMENT.STAFF_ID),
                row.get(STAFF.NAME),
                row.get(POST.KIND),
                Optional.ofNullable(row.get(ORGANISATION_CLASS.NAME)),
                new Period(row.get(ASSIGNMENT.HOLDS_FROM), row.get(ASSIGNMENT.VALID_TO)),
                Optional.ofNullable(row.get(ASSIGNMENT.STANDS_IN_FOR)).map(AssignmentId::new)));
  }

  /** The children with whom the place deals today, as far as the seat reaches them. */
  static Set<ChildId> children(Tx tx, Seat seat) {
    return tx.sql()
        .selectDistinct(INVOLVEMENT.CHILD_ID)
        .from(INVOLVEMENT)
        .where(INVOLVEMENT.TENANT_ID.eq(tx.tenant()))
        .and(INVOLVEMENT.ORGANISATION_ID.eq(seat.organisation()))
        .and(INVOLVEMENT.VALID_FROM.le(tx.today()))
        .and(INVOLVEMENT.VALID_TO.isNull().or(INVOLVEMENT.VALID_TO.gt(tx.today())))
        .and(Readable.running(tx, INVOLVEMENT.CHILD_ID, List.of(seat.assignment())))
        .fetchSet(INVOLVEMENT.CHILD_ID);
  }

  /** Which of these caseloads reach a child today, while its involvement runs. */
  static List<Carried> carried(
      Tx tx, Collection<AssignmentId> assignments, Collection<ChildId> children) {
    return tx.sql()
        .selectDistinct(REACH.ASSIGNMENT_ID, REACH.CHILD_ID)
        .from(REACH)
        .where(REACH.TENANT_ID.eq(tx.tenant()))
        .and(REACH.ASSIGNMENT_ID.in(assignments))
        .and(REACH.CHILD_ID.in(children))
        .and(REACH.KIND.eq("RUNNING"))
        .and(REACH.VALID_FROM.le(tx.today()))
        .and(REACH.VALID_TO.gt(tx.today()))
        .fetch(row -> new Carried(row.value1(), row.value2()));
  }

  /** What is given by name to these, today or to come, in a steady order. */
  static List<Given> given(
      Tx tx, Collection<AssignmentId> assignments, Collection<ChildId> children) {
    Condition now = ASSIGNED_CHILD.VALID_TO.isNull().or(ASSIGNED_CHILD.VALID_TO.gt(tx.today()));
    return tx.sql()
        .selectFrom(ASSIGNED_CHILD)
        .where(ASSIGNED_CHILD.TENANT_ID.eq(tx.tenant()))
        .and(ASSIGNED_CHILD.ASSIGNMENT_ID.in(assignments))
        .and(ASSIGNED_CHILD.CHILD_ID.in(children))
        .and(now)
        .orderBy(ASSIGNED_CHILD.CHILD_ID, ASSIGNED_CHILD.ASSIGNMENT_ID, ASSIGNED_CHILD.VALID_FROM)
        .fetch(row ->
            new Given(
                row.getAssignmentId(),
                row.getChildId(),
                new Period(row.getValidFrom(), row.getValidTo())));
  }
}
