package jp.tsunagi.people.staff;

import static jp.tsunagi.schema.Tables.ASSIGNMENT;
import static jp.tsunagi.schema.Tables.ORGANISATION;
import static jp.tsunagi.schema.Tables.POST;
import static jp.tsunagi.schema.Tables.STAFF;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Connection;
import jp.tsunagi.base.access.Reach;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/**
 * A staff member with the seats that are current today; without pledge or seat there is no actor.
 */
@Component
final class StaffSource implements ActorSource {
  @Override
  public Membership.Kind kind() {
    return Membership.Kind.STAFF;
  }

  @Override
  public Optional<Actor> load(Tx tx, Membership membership) {
    var rows =
        tx.sql()
            .select(STAFF.NAME, ASSIGNMENT.ASSIGNMENT_ID, ASSIGNMENT.CLASS_ID)
            .select(POST.KIND, POST.REACH, POST.CEILING, POST.RIGHTS)
            .select(ORGANISATION.ORGANISATION_ID, ORGANISATION.NAME, ORGANISATION.CONNECTION)
            .from(STAFF)
            .join(ASSIGNMENT)
            .on(ASSIGNMENT.TENANT_ID.eq(STAFF.TENANT_ID))
            .and(ASSIGNMENT.STAFF_ID.eq(STAFF.STAFF_ID))
            .join(POST)
            .on(POST.TENANT_ID.eq(STAFF.TENANT_ID))
            .and(POST.POST_ID.eq(ASSIGNMENT.POST_ID))
            .join(ORGANISATION)
            .on(ORGANISATION.TENANT_ID.eq(STAFF.TENANT_ID))
            .and(ORGANISATION.ORGANISATION_ID.eq(POST.ORGANISATION_ID))
            .where(STAFF.TENANT_ID.eq(membership.tenant()))
            .and(STAFF.STAFF_ID.eq(new StaffId(membership.member())))
            .and(STAFF.PLEDGE_ON.le(tx.today()))
            .and(STAFF.LAST_DAY_END.isNull().or(STAFF.LAST_DAY_END.gt(tx.today())))
            .and(ORGANISATION.CLOSED_FROM.isNull().or(ORGANISATION.CLOSED_FROM.gt(tx.today())))
            .and(ASSIGNMENT.HOLDS_FROM.le(tx.today()))
            .and(ASSIGNMENT.VALID_TO.isNull().or(ASSIGNMENT.VALID_TO.gt(tx.today())))
            .orderBy(ASSIGNMENT.VALID_FROM, ASSIGNMENT.ASSIGNMENT_ID)
            .fetch();
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    List<Seat> seats = rows.map(StaffSource::seat);
    return Optional.of(
        new Actor.Staff(
            membership.tenant(),
            new StaffId(membership.member()),
            membership.account(),
            rows.getFirst().get(STAFF.NAME),
            seats));
  }

  private static Seat seat(Record row) {
    return new Seat(
        row.get(ASSIGNMENT.ASSIGNMENT_ID),
        row.get(ORGANISATION.ORGANISATION_ID),
        row.get(ORGANISATION.NAME),
        row.get(POST.KIND),
        Reach.valueOf(row.get(POST.REACH)),
        Arrays.stream(row.get(POST.CEILING)).map(Category::valueOf).collect(Collectors.toSet()),
        rights(row.get(POST.RIGHTS)),
        Connection.valueOf(row.get(ORGANISATION.CONNECTION)),
        Optional.ofNullable(row.get(ASSIGNMENT.CLASS_ID)));
  }

  private static Set<Right> rights(String[] names) {
    return Arrays.stream(names).map(Right::valueOf).collect(Collectors.toSet());
  }
}
