package jp.tsunagi.record.approval;

import static jp.tsunagi.schema.Tables.ASSIGNMENT;
import static jp.tsunagi.schema.Tables.ORGANISATION;
import static jp.tsunagi.schema.Tables.POST;
import static jp.tsunagi.schema.Tables.REACH;
import static jp.tsunagi.schema.Tables.STAFF;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Compartments;
import jp.tsunagi.base.access.Connection;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * Who may decide about a sheet from a post of its place today: the pledge given, the place open and
 * connected for writing, every category of the form in the ceiling, the child in reach, be it only
 * on the hand-on days. Whose turn it is and whether a post is vacant follow from the same answer.
 */
public final class Holders {
  private Holders() {}

  /**
   * Somebody at a post.
   *
   * @param whole whether nothing of the sheet is hidden from that person; who does not read all of
   *     it does not decide, and does not count as holding the post
   */
  public record Holder(
      String post, AssignmentId assignment, StaffId staff, String name, boolean whole) {}

  /** Those who count, by post, each by name. */
  public static Map<String, List<Holder>> of(Tx tx, Approvals.Of of) {
    return all(tx, of).stream().filter(Holder::whole).collect(Collectors.groupingBy(Holder::post));
  }

  /** These and the others from whom a part is hidden. */
  public static List<Holder> all(Tx tx, Approvals.Of of) {
    return tx.as(new Actor.Job(tx.tenant(), "approval"), () -> found(tx, of));
  }

  private static List<Holder> found(Tx tx, Approvals.Of of) {
    Field<Boolean> hidden = field(Compartments.concealed(tx, of.child(), STAFF.STAFF_ID));
    boolean asks = of.categories().contains(Category.LOCATION);
    String[] categories = of.categories().stream().map(Category::name).toArray(String[]::new);
    return tx.sql()
        .select(POST.KIND, ASSIGNMENT.ASSIGNMENT_ID, STAFF.STAFF_ID, STAFF.NAME, hidden)
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
        .where(ASSIGNMENT.TENANT_ID.eq(tx.tenant()))
        .and(POST.ORGANISATION_ID.eq(of.place()))
        .and(POST.CEILING.contains(categories))
        .and(val(Right.READ.name()).eq(any(POST.RIGHTS)))
        .and(ORGANISATION.CONNECTION.in(writing()))
        .and(ORGANISATION.CLOSED_FROM.isNull().or(ORGANISATION.CLOSED_FROM.gt(tx.today())))
        .and(ASSIGNMENT.HOLDS_FROM.le(tx.today()))
        .and(ASSIGNMENT.VALID_TO.isNull().or(ASSIGNMENT.VALID_TO.gt(tx.today())))
        .and(STAFF.PLEDGE_ON.le(tx.today()))
        .and(STAFF.LAST_DAY_END.isNull().or(STAFF.LAST_DAY_END.gt(tx.today())))
        .and(reaches(tx, of))
        .orderBy(STAFF.NAME, STAFF.STAFF_ID, ASSIGNMENT.ASSIGNMENT_ID)
        .fetch(row ->
            new Holder(
                row.value1(), row.value2(), row.value3(), row.value4(), !asks || !row.value5()));
  }

  private static List<String> writing() {
    return Stream.of(Connection.values()).filter(Connection::writes).map(Enum::name).toList();
  }

  /** Seen today, and the involvement runs, or ended so late that the sheet may be finished. */
  private static Condition reaches(Tx tx, Approvals.Of of) {
    var today = row(tx, of).and(REACH.VALID_TO.gt(tx.today()));
    var running = row(tx, of).and(REACH.KIND.eq("RUNNING")).and(REACH.VALID_TO.gt(of.after()));
    return exists(today.and(REACH.KIND.in("RUNNING", "AFTER"))).and(exists(running));
  }

  private static org.jooq.SelectConditionStep<?> row(Tx tx, Approvals.Of of) {
    return selectOne()
        .from(REACH)
        .where(REACH.TENANT_ID.eq(tx.tenant()))
        .and(REACH.ASSIGNMENT_ID.eq(ASSIGNMENT.ASSIGNMENT_ID))
        .and(REACH.CHILD_ID.eq(of.child()))
        .and(REACH.VALID_FROM.le(tx.today()));
  }
}
