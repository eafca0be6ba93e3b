package jp.tsunagi.view.readers;

import static jp.tsunagi.schema.Tables.ACCESS_GRANT;
import static jp.tsunagi.schema.Tables.ASSIGNMENT;
import static jp.tsunagi.schema.Tables.CHILD_BLOCK;
import static jp.tsunagi.schema.Tables.EMERGENCY_ACCESS;
import static jp.tsunagi.schema.Tables.INVOLVEMENT;
import static jp.tsunagi.schema.Tables.LEGAL_GROUND;
import static jp.tsunagi.schema.Tables.POST;
import static jp.tsunagi.schema.Tables.REACH;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Compartments;
import jp.tsunagi.base.access.Grant;
import jp.tsunagi.base.access.Reaches;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.organisation.Organisation;
import jp.tsunagi.view.readers.Reader.Post;
import org.jooq.Condition;

/**
 * The facts from which it follows who sees a child, read as the program's own work; whoever asks
 * has been let in before.
 */
final class ReadersSql {
  private ReadersSql() {}

  /**
   * The places around a child, as they stand today: those that deal with it, and those opened to.
   */
  static List<Reader> of(Tx tx, ChildId child, List<Organisation> places) {
    boolean hidden = Compartments.hidden(tx, child);
    return tx.as(
        new Actor.Job(tx.tenant(), "readers"),
        () -> {
          Map<OrganisationId, List<Post>> posts = posts(tx, child);
          Map<OrganisationId, List<Grant>> grants = grants(tx, child);
          Set<OrganisationId> involved = involved(tx, child);
          Set<OrganisationId> blocked = blocked(tx, child);
          Set<OrganisationId> around = new HashSet<>(involved);
          around.addAll(posts.keySet());
          around.addAll(grants.keySet());
          return places.stream()
              .filter(place -> around.contains(place.id()))
              .map(place ->
                  new Reader(
                      place.id(),
                      place.connection().reads(),
                      involved.contains(place.id()),
                      blocked.contains(place.id()),
                      hidden,
                      posts.getOrDefault(place.id(), List.of()),
                      grants.getOrDefault(place.id(), List.of())))
              .toList();
        });
  }

  private static Map<OrganisationId, List<Post>> posts(Tx tx, ChildId child) {
    var to = max(REACH.VALID_TO);
    return tx
        .sql()
        .select(
            POST.ORGANISATION_ID,
            POST.KIND,
            REACH.KIND,
            POST.CEILING,
            countDistinct(ASSIGNMENT.STAFF_ID),
            to)
        .from(REACH)
        .join(ASSIGNMENT)
        .on(ASSIGNMENT.TENANT_ID.eq(tx.tenant()))
        .and(ASSIGNMENT.ASSIGNMENT_ID.eq(REACH.ASSIGNMENT_ID))
        .join(POST)
        .on(POST.TENANT_ID.eq(tx.tenant()))
        .and(POST.POST_ID.eq(ASSIGNMENT.POST_ID))
        .where(REACH.TENANT_ID.eq(tx.tenant()))
        .and(REACH.CHILD_ID.eq(child))
        .and(REACH.VALID_FROM.le(tx.today()))
        .and(REACH.VALID_TO.gt(tx.today()))
        .and(REACH.KIND.ne("EMERGENCY").or(open(tx)))
        .and(val(Right.READ.name()).eq(any(POST.RIGHTS)))
        .groupBy(POST.ORGANISATION_ID, POST.KIND, REACH.KIND, POST.CEILING)
        .orderBy(POST.ORGANISATION_ID, POST.KIND, REACH.KIND)
        .fetch()
        .stream()
        .collect(
            Collectors.groupingBy(
                row -> row.value1(),
                LinkedHashMap::new,
                Collectors.mapping(
                    row ->
                        new Post(
                            row.value2(),
                            Reaches.Kind.valueOf(row.value3()),
                            Arrays.stream(row.value4())
                                .map(Category::valueOf)
                                .collect(Collectors.toUnmodifiableSet()),
                            row.value5(),
                            row.value6()),
                    Collectors.toList())));
  }

  /** An emergency counts by the minute. */
  private static Condition open(Tx tx) {
    var now = tx.now().atOffset(ZoneOffset.UTC);
    return exists(
        selectOne()
            .from(EMERGENCY_ACCESS)
            .where(EMERGENCY_ACCESS.TENANT_ID.eq(tx.tenant()))
            .and(EMERGENCY_ACCESS.CHILD_ID.eq(REACH.CHILD_ID))
            .and(EMERGENCY_ACCESS.ASSIGNMENT_ID.eq(REACH.ASSIGNMENT_ID))
            .and(EMERGENCY_ACCESS.OPENED_AT.le(now))
            .and(EMERGENCY_ACCESS.CLOSES_AT.gt(now)));
  }

  private static Map<OrganisationId, List<Grant>> grants(Tx tx, ChildId child) {
    return tx
        .sql()
        .selectFrom(ACCESS_GRANT)
        .where(ACCESS_GRANT.TENANT_ID.eq(tx.tenant()))
        .and(ACCESS_GRANT.CHILD_ID.eq(child))
        .and(ACCESS_GRANT.GRANTEE_KIND.eq("ORGANISATION"))
        .and(ACCESS_GRANT.VALID_FROM.le(tx.today()))
        .and(ACCESS_GRANT.VALID_TO.gt(tx.today()))
        .fetch()
        .stream()
        .map(row ->
            new Grant(
                Grant.Grantee.ORGANISATION,
                row.getGranteeId(),
                Category.valueOf(row.getCategory()),
                Optional.ofNullable(row.getAuthorId()),
                Optional.ofNullable(row.getSection()),
                Optional.ofNullable(row.getSheetId()),
                List.of(row.getExcluded()),
                row.getWithHistory(),
                row.getValidFrom(),
                row.getValidTo(),
                Grant.GroundKind.valueOf(row.getGroundKind()),
                row.getGroundId()))
        .collect(Collectors.groupingBy(grant -> new OrganisationId(grant.granteeId())));
  }

  private static Set<OrganisationId> involved(Tx tx, ChildId child) {
    LocalDate today = tx.today();
    return tx.sql()
        .selectDistinct(INVOLVEMENT.ORGANISATION_ID)
        .from(INVOLVEMENT)
        .where(INVOLVEMENT.TENANT_ID.eq(tx.tenant()))
        .and(INVOLVEMENT.CHILD_ID.eq(child))
        .and(INVOLVEMENT.VALID_FROM.le(today))
        .and(INVOLVEMENT.VALID_TO.isNull().or(INVOLVEMENT.VALID_TO.gt(today)))
        .fetchSet(INVOLVEMENT.ORGANISATION_ID);
  }

  private static Set<OrganisationId> blocked(Tx tx, ChildId child) {
    LocalDate today = tx.today();
    return tx.sql()
        .selectDistinct(CHILD_BLOCK.ORGANISATION_ID)
        .from(CHILD_BLOCK)
        .where(CHILD_BLOCK.TENANT_ID.eq(tx.tenant()))
        .and(CHILD_BLOCK.CHILD_ID.eq(child))
        .and(CHILD_BLOCK.ORGANISATION_ID.isNotNull())
        .and(CHILD_BLOCK.VALID_FROM.le(today))
        .and(CHILD_BLOCK.VALID_TO.isNull().or(CHILD_BLOCK.VALID_TO.gt(today)))
        .fetchSet(CHILD_BLOCK.ORGANISATION_ID);
  }

  /** The places whose people see the child by a ground in law that the family may not see. */
  static Set<OrganisationId> unseen(Tx tx, ChildId child) {
    return tx.as(
        new Actor.Job(tx.tenant(), "readers"),
        () ->
            tx.sql()
                .selectDistinct(LEGAL_GROUND.RECEIVER_ID)
                .from(LEGAL_GROUND)
                .where(LEGAL_GROUND.TENANT_ID.eq(tx.tenant()))
                .and(LEGAL_GROUND.CHILD_ID.eq(child))
                .and(LEGAL_GROUND.GUARDIAN_SEES.isFalse())
                .fetchSet(LEGAL_GROUND.RECEIVER_ID));
  }
}
