package jp.tsunagi.record.approval;

import static jp.tsunagi.schema.Tables.ASSIGNMENT;
import static jp.tsunagi.schema.Tables.POST;
import static jp.tsunagi.schema.Tables.REACH;
import static jp.tsunagi.schema.Tables.STAFF;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;

/** Who holds a post of a place today and reaches the child from it; a block keeps one out. */
public final class Holders {
  private Holders() {}

  /** Somebody at a post. */
  public record Holder(String post, StaffId staff, String name) {}

  /** By post, each by name. */
  public static Map<String, List<Holder>> of(Tx tx, OrganisationId place, ChildId child) {
    return tx.as(
        new Actor.Job(tx.tenant(), "approval"),
        () ->
            tx
                .sql()
                .selectDistinct(POST.KIND, STAFF.STAFF_ID, STAFF.NAME)
                .from(ASSIGNMENT)
                .join(POST)
                .on(POST.TENANT_ID.eq(tx.tenant()))
                .and(POST.POST_ID.eq(ASSIGNMENT.POST_ID))
                .join(STAFF)
                .on(STAFF.TENANT_ID.eq(tx.tenant()))
                .and(STAFF.STAFF_ID.eq(ASSIGNMENT.STAFF_ID))
                .join(REACH)
                .on(REACH.TENANT_ID.eq(tx.tenant()))
                .and(REACH.ASSIGNMENT_ID.eq(ASSIGNMENT.ASSIGNMENT_ID))
                .and(REACH.CHILD_ID.eq(child))
                .and(REACH.KIND.eq("RUNNING"))
                .and(REACH.VALID_FROM.le(tx.today()))
                .and(REACH.VALID_TO.gt(tx.today()))
                .where(ASSIGNMENT.TENANT_ID.eq(tx.tenant()))
                .and(POST.ORGANISATION_ID.eq(place))
                .and(ASSIGNMENT.HOLDS_FROM.le(tx.today()))
                .and(ASSIGNMENT.VALID_TO.isNull().or(ASSIGNMENT.VALID_TO.gt(tx.today())))
                .and(STAFF.LAST_DAY_END.isNull().or(STAFF.LAST_DAY_END.gt(tx.today())))
                .orderBy(STAFF.NAME, STAFF.STAFF_ID)
                .fetch(row -> new Holder(row.value1(), row.value2(), row.value3()))
                .stream()
                .collect(Collectors.groupingBy(Holder::post)));
  }
}
