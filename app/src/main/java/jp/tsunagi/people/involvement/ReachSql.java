package jp.tsunagi.people.involvement;

import static jp.tsunagi.schema.Tables.ASSIGNED_CHILD;
import static jp.tsunagi.schema.Tables.ASSIGNMENT;
import static jp.tsunagi.schema.Tables.CHILD_BLOCK;
import static jp.tsunagi.schema.Tables.CLASS_PLACE;
import static jp.tsunagi.schema.Tables.INVOLVEMENT;
import static jp.tsunagi.schema.Tables.ORGANISATION;
import static jp.tsunagi.schema.Tables.POST;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Reach;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.involvement.ReachRule.Assigned;
import jp.tsunagi.people.involvement.ReachRule.Facts;
import jp.tsunagi.people.involvement.ReachRule.Involved;
import jp.tsunagi.people.involvement.ReachRule.Named;
import jp.tsunagi.people.involvement.ReachRule.Placed;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Reads the facts from which reach follows. */
final class ReachSql {
  /** A post ends with its place at the latest. PostgreSQL's least leaves out what is null. */
  private static final Field<LocalDate> ENDS =
      DSL.least(ASSIGNMENT.VALID_TO, ORGANISATION.CLOSED_FROM);

  private ReachSql() {}

  static Facts ofChildren(Tx tx, Set<ChildId> children, List<BeyondReach.Sight> beyond) {
    List<Involved> involved = involved(tx, INVOLVEMENT.CHILD_ID.in(children));
    Set<OrganisationId> organisations =
        Stream.concat(
                involved.stream().map(Involved::organisation),
                beyond.stream().flatMap(one -> one.organisation().stream()))
            .collect(Collectors.toSet());
    List<AssignmentId> holders =
        beyond.stream().flatMap(one -> one.assignment().stream()).distinct().toList();
    return new Facts(
        assigned(
            tx, POST.ORGANISATION_ID.in(organisations).or(ASSIGNMENT.ASSIGNMENT_ID.in(holders))),
        involved,
        placed(tx, CLASS_PLACE.CHILD_ID.in(children)),
        named(tx, ASSIGNED_CHILD.CHILD_ID.in(children)),
        BlockSql.facts(tx, CHILD_BLOCK.CHILD_ID.in(children)),
        beyond);
  }

  static Facts ofAssignment(
      Tx tx,
      AssignmentId assignment,
      Function<Set<OrganisationId>, List<BeyondReach.Sight>> beyond) {
    List<Assigned> assigned = assigned(tx, ASSIGNMENT.ASSIGNMENT_ID.eq(assignment));
    Set<OrganisationId> organisations =
        assigned.stream().map(Assigned::organisation).collect(Collectors.toSet());
    return new Facts(
        assigned,
        involved(tx, INVOLVEMENT.ORGANISATION_ID.in(organisations)),
        placed(tx, INVOLVEMENT.ORGANISATION_ID.in(organisations)),
        named(tx, ASSIGNED_CHILD.ASSIGNMENT_ID.in(carried(assignment, assigned))),
        BlockSql.facts(
            tx,
            CHILD_BLOCK
                .STAFF_ID
                .in(assigned.stream().map(Assigned::staff).toList())
                .or(CHILD_BLOCK.ORGANISATION_ID.in(organisations))),
        beyond.apply(organisations));
  }

  /** The assignment, and the one it stands in for. */
  private static List<AssignmentId> carried(AssignmentId own, List<Assigned> assigned) {
    return Stream.concat(
            Stream.of(own), assigned.stream().flatMap(one -> one.standsInFor().stream()))
        .toList();
  }

  private static List<Assigned> assigned(Tx tx, Condition which) {
    return tx.sql()
        .select(ASSIGNMENT.ASSIGNMENT_ID, ASSIGNMENT.STAFF_ID, ASSIGNMENT.CLASS_ID)
        .select(ASSIGNMENT.HOLDS_FROM, ENDS)
        .select(POST.ORGANISATION_ID, POST.REACH, ASSIGNMENT.STANDS_IN_FOR)
        .from(ASSIGNMENT)
        .join(POST)
        .on(POST.TENANT_ID.eq(tx.tenant()))
        .and(POST.POST_ID.eq(ASSIGNMENT.POST_ID))
        .join(ORGANISATION)
        .on(ORGANISATION.TENANT_ID.eq(tx.tenant()))
        .and(ORGANISATION.ORGANISATION_ID.eq(POST.ORGANISATION_ID))
        .where(ASSIGNMENT.TENANT_ID.eq(tx.tenant()))
        .and(ASSIGNMENT.HOLDS_FROM.isNotNull())
        .and(DSL.cardinality(POST.CEILING).gt(0))
        .and(ENDS.isNull().or(ENDS.gt(ASSIGNMENT.HOLDS_FROM)))
        .and(which)
        .fetch(row ->
            new Assigned(
                row.get(ASSIGNMENT.ASSIGNMENT_ID),
                row.get(ASSIGNMENT.STAFF_ID),
                row.get(POST.ORGANISATION_ID),
                Reach.valueOf(row.get(POST.REACH)),
                Optional.ofNullable(row.get(ASSIGNMENT.CLASS_ID)),
                new Period(row.get(ASSIGNMENT.HOLDS_FROM), row.get(ENDS)),
                Optional.ofNullable(row.get(ASSIGNMENT.STANDS_IN_FOR)).map(AssignmentId::new)));
  }

  /** Who stands in for somebody, whose named children have changed. */
  static List<AssignmentId> standingIn(Tx tx, AssignmentId assignment) {
    return tx.sql()
        .select(ASSIGNMENT.ASSIGNMENT_ID)
        .from(ASSIGNMENT)
        .where(ASSIGNMENT.TENANT_ID.eq(tx.tenant()))
        .and(ASSIGNMENT.STANDS_IN_FOR.eq(assignment.value()))
        .fetch(ASSIGNMENT.ASSIGNMENT_ID);
  }

  private static List<Involved> involved(Tx tx, Condition which) {
    return tx.sql()
        .selectFrom(INVOLVEMENT)
        .where(INVOLVEMENT.TENANT_ID.eq(tx.tenant()))
        .and(which)
        .fetch(row ->
            new Involved(
                row.getChildId(),
                row.getOrganisationId(),
                new Period(row.getValidFrom(), row.getValidTo())));
  }

  private static List<Placed> placed(Tx tx, Condition which) {
    return tx.sql()
        .select(CLASS_PLACE.CHILD_ID, INVOLVEMENT.ORGANISATION_ID, CLASS_PLACE.CLASS_ID)
        .select(CLASS_PLACE.VALID_FROM, CLASS_PLACE.VALID_TO)
        .from(CLASS_PLACE)
        .join(INVOLVEMENT)
        .on(INVOLVEMENT.TENANT_ID.eq(tx.tenant()))
        .and(INVOLVEMENT.INVOLVEMENT_ID.eq(CLASS_PLACE.INVOLVEMENT_ID))
        .where(CLASS_PLACE.TENANT_ID.eq(tx.tenant()))
        .and(which)
        .fetch(row ->
            new Placed(
                row.get(CLASS_PLACE.CHILD_ID),
                row.get(INVOLVEMENT.ORGANISATION_ID),
                row.get(CLASS_PLACE.CLASS_ID),
                new Period(row.get(CLASS_PLACE.VALID_FROM), row.get(CLASS_PLACE.VALID_TO))));
  }

  private static List<Named> named(Tx tx, Condition which) {
    return tx.sql()
        .selectFrom(ASSIGNED_CHILD)
        .where(ASSIGNED_CHILD.TENANT_ID.eq(tx.tenant()))
        .and(which)
        .fetch(row ->
            new Named(
                row.getChildId(),
                row.getAssignmentId(),
                new Period(row.getValidFrom(), row.getValidTo())));
  }
}
