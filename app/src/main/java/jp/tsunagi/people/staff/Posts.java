package jp.tsunagi.people.staff;

import static jp.tsunagi.schema.Tables.ASSIGNMENT;
import static jp.tsunagi.schema.Tables.POST;
import static jp.tsunagi.schema.Tables.STAFF;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.schema.tables.records.PostRecord;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The posts of organisations and what each may ever see: for telling a family who will read. */
@Component
public final class Posts {

  /** A post that reads. */
  public record Reading(OrganisationId organisation, String kind, Set<Category> ceiling) {
    public Reading {
      ceiling = Set.copyOf(ceiling);
    }
  }

  /** The reading posts of these organisations. */
  public Map<OrganisationId, List<Reading>> reading(
      Tx tx, Collection<OrganisationId> organisations) {
    return tx
        .sql()
        .selectFrom(POST)
        .where(POST.TENANT_ID.eq(tx.tenant()))
        .and(POST.ORGANISATION_ID.in(organisations))
        .orderBy(POST.KIND)
        .fetch()
        .stream()
        .filter(row -> Arrays.asList(row.getRights()).contains(Right.READ.name()))
        .map(Posts::reading)
        .collect(Collectors.groupingBy(Reading::organisation));
  }

  /** Who holds a post with that right there today, confirmed and still in service. */
  public Set<StaffId> holders(Tx tx, OrganisationId organisation, Right right) {
    return tx.sql()
        .select(ASSIGNMENT.STAFF_ID)
        .from(ASSIGNMENT)
        .join(POST)
        .on(POST.TENANT_ID.eq(tx.tenant()))
        .and(POST.POST_ID.eq(ASSIGNMENT.POST_ID))
        .join(STAFF)
        .on(STAFF.TENANT_ID.eq(tx.tenant()))
        .and(STAFF.STAFF_ID.eq(ASSIGNMENT.STAFF_ID))
        .where(ASSIGNMENT.TENANT_ID.eq(tx.tenant()))
        .and(POST.ORGANISATION_ID.eq(organisation))
        .and(DSL.val(right.name()).eq(DSL.any(POST.RIGHTS)))
        .and(ASSIGNMENT.HOLDS_FROM.le(tx.today()))
        .and(ASSIGNMENT.VALID_TO.isNull().or(ASSIGNMENT.VALID_TO.gt(tx.today())))
        .and(STAFF.LAST_DAY_END.isNull().or(STAFF.LAST_DAY_END.gt(tx.today())))
        .fetchSet(ASSIGNMENT.STAFF_ID);
  }

  private static Reading reading(PostRecord row) {
    return new Reading(
        row.getOrganisationId(),
        row.getKind(),
        Arrays.stream(row.getCeiling())
            .map(Category::valueOf)
            .collect(Collectors.toUnmodifiableSet()));
  }
}
