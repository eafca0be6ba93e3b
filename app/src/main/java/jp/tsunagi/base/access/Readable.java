package jp.tsunagi.base.access;

import static jp.tsunagi.base.access.ByRow.exists;
import static jp.tsunagi.schema.Tables.ACCESS_GRANT;
import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.EMERGENCY_ACCESS;
import static jp.tsunagi.schema.Tables.ITEM;
import static jp.tsunagi.schema.Tables.REACH;
import static org.jooq.impl.DSL.all;
import static org.jooq.impl.DSL.arrayOverlap;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trueCondition;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.base.access.Reaches.Kind;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * The predicate: which children and which items the actor of a transaction may read now. Every
 * query of a child's data carries it; it is written once, here, and explained in docs/access.md.
 */
public final class Readable {
  /** States in which an organisation's whole staff (within reach and ceiling) reads an own item. */
  static final Set<String> SHOWN_INSIDE =
      Set.of("WITH_GUARDIAN", "FINAL", "SUPERSEDED", "CORRECTED");

  private Readable() {}

  /** Children whose identity the actor may see, as a condition on a child id of the query. */
  public static Condition child(Tx tx, Field<ChildId> child) {
    return switch (Actor.of(tx)) {
      case Actor.Staff staff ->
          OneChild.of(tx)
              .map(one -> one.child(child))
              .orElseGet(() -> seen(tx, child, staff.assignments()));
      case Actor.Guardian guardian -> GuardianGrants.decides(tx, child, guardian);
      case Actor.Job _ -> trueCondition();
      case Actor.Login _ -> falseCondition();
    };
  }

  /** Children of the actor, for a query on the table of children. */
  public static Condition child(Tx tx) {
    return CHILD.TENANT_ID.eq(tx.tenant()).and(child(tx, CHILD.CHILD_ID));
  }

  /**
   * Children of whom the actor may be told who they are: beside {@link #child(Tx, Field)} a person
   * of age who shows something to this guardian. It opens nothing but name, birth date and grade.
   */
  public static Condition shown(Tx tx, Field<ChildId> child) {
    return Actor.of(tx) instanceof Actor.Guardian guardian
        ? exists(GuardianGrants.row(tx, child, guardian))
        : child(tx, child);
  }

  /** Items the actor may read, for a query on the spine. */
  public static Condition item(Tx tx) {
    Condition tenant = ITEM.TENANT_ID.eq(tx.tenant());
    return tenant.and(
        switch (Actor.of(tx)) {
          case Actor.Staff staff ->
              OneChild.of(tx)
                  .map(one -> one.item(tx))
                  .orElseGet(() ->
                      or(staff.reading().map(seat -> item(tx, staff, seat)).toList())
                          .and(Compartments.open(tx))
                          .and(Compartments.unhidden(tx)));
          case Actor.Guardian guardian -> item(tx, guardian).and(Compartments.open(tx));
          case Actor.Job _ -> trueCondition();
          case Actor.Login _ -> falseCondition();
        });
  }

  /**
   * Facts that are no items (who deals with a child, whom to call): read as a final item of that
   * author and category would be.
   *
   * @param sections sections of forms that tell the same; consent to one of them opens the fact
   */
  public static Condition fact(
      Tx tx, Category category, Field<ChildId> child, Field<UUID> author, String... sections) {
    return told(tx, category, child, author, sections).and(unhidden(tx, category, child));
  }

  /**
   * Where a child is enrolled or about to enter, as a fact of LOCATION: known also where the
   * address is hidden, but then by no name ({@code Place}).
   */
  public static Condition place(Tx tx, Field<ChildId> child, Field<UUID> organisation) {
    return told(tx, Category.LOCATION, child, organisation, "profile/places");
  }

  /** Nothing of LOCATION where it is hidden from the actor. */
  private static Condition unhidden(Tx tx, Category category, Field<ChildId> child) {
    return category == Category.LOCATION
        ? Compartments.concealed(tx, child).not()
        : trueCondition();
  }

  private static Condition told(
      Tx tx, Category category, Field<ChildId> child, Field<UUID> author, String... sections) {
    return switch (Actor.of(tx)) {
      case Actor.Staff staff ->
          OneChild.of(tx)
              .map(one -> one.told(category, child, author, List.of(sections)))
              .orElseGet(() ->
                  staff
                      .reading()
                      .filter(seat -> seat.ceiling().contains(category))
                      .map(seat -> fact(tx, seat, category, child, author, sections))
                      .reduce(falseCondition(), Condition::or));
      case Actor.Guardian guardian -> GuardianGrants.decides(tx, child, guardian);
      case Actor.Job _ -> trueCondition();
      case Actor.Login _ -> falseCondition();
    };
  }

  /**
   * What an organisation keeps for itself alone (ADR 7): branch 1 and nothing else opens it.
   *
   * @param keeper the organisation that wrote it down
   */
  public static Condition kept(
      Tx tx, Category category, Field<ChildId> child, Field<OrganisationId> keeper) {
    return switch (Actor.of(tx)) {
      case Actor.Staff staff ->
          OneChild.of(tx)
              .map(one -> one.kept(category, child, keeper))
              .orElseGet(() -> kept(tx, staff, category, child, keeper))
              .and(unhidden(tx, category, child));
      case Actor.Job _ -> trueCondition();
      case Actor.Guardian _, Actor.Login _ -> falseCondition();
    };
  }

  private static Condition kept(
      Tx tx,
      Actor.Staff staff,
      Category category,
      Field<ChildId> child,
      Field<OrganisationId> keeper) {
    return staff
        .reading()
        .filter(seat -> seat.ceiling().contains(category))
        .map(seat ->
            keeper.eq(seat.organisation()).and(reached(tx, child, Set.of(seat.assignment()))))
        .reduce(falseCondition(), Condition::or);
  }

  private static Condition fact(
      Tx tx,
      Seat seat,
      Category category,
      Field<ChildId> child,
      Field<UUID> author,
      String... sections) {
    Condition own =
        author.eq(seat.organisation().value()).and(reached(tx, child, Set.of(seat.assignment())));
    return own.or(granted(tx, seat, category, child, author, sections))
        .or(emergency(tx, child, seat));
  }

  /** A consent or a ground in law opened the category, or one of the sections, of that author. */
  private static Condition granted(
      Tx tx,
      Seat seat,
      Category category,
      Field<ChildId> child,
      Field<UUID> author,
      String... sections) {
    Condition covered =
        ACCESS_GRANT
            .CATEGORY
            .eq(category.name())
            .and(ACCESS_GRANT.AUTHOR_ID.isNull().or(ACCESS_GRANT.AUTHOR_ID.eq(author)))
            .and(ACCESS_GRANT.SECTION.isNull().or(ACCESS_GRANT.SECTION.in(sections)))
            .and(not(arrayOverlap(ACCESS_GRANT.EXCLUDED, sections)))
            .and(ACCESS_GRANT.SHEET_ID.isNull());
    return byGrant(tx, seat, child, covered);
  }

  /** By consent while the involvement runs; by a ground in law without reach. */
  private static Condition byGrant(Tx tx, Seat seat, Field<ChildId> child, Condition covered) {
    Set<AssignmentId> here = Set.of(seat.assignment());
    return grant(tx, seat, child, covered.and(ACCESS_GRANT.GROUND_KIND.ne("LAW")))
        .and(running(tx, child, here))
        .or(
            grant(tx, seat, child, covered.and(ACCESS_GRANT.GROUND_KIND.eq("LAW")))
                .and(exists(reachRow(tx, child, here).and(REACH.KIND.eq("LAW")))));
  }

  private static Condition grant(Tx tx, Seat seat, Field<ChildId> child, Condition covered) {
    return exists(
        selectOne()
            .from(ACCESS_GRANT)
            .where(ACCESS_GRANT.TENANT_ID.eq(tx.tenant()))
            .and(ACCESS_GRANT.GRANTEE_KIND.eq("ORGANISATION"))
            .and(ACCESS_GRANT.GRANTEE_ID.eq(seat.organisation().value()))
            .and(ACCESS_GRANT.CHILD_ID.eq(child))
            .and(covered)
            .and(ACCESS_GRANT.VALID_FROM.le(tx.today()))
            .and(ACCESS_GRANT.VALID_TO.gt(tx.today())));
  }

  private static Condition item(Tx tx, Actor.Staff staff, Seat seat) {
    Condition category = ITEM.CATEGORY.in(seat.ceiling().stream().map(Category::name).toList());
    return category.and(
        own(tx, staff, seat)
            .or(takenDown(tx, staff, seat))
            .or(granted(tx, seat))
            .or(latest().and(emergency(tx, ITEM.CHILD_ID, seat))));
  }

  /**
   * Branch 1: the organisation's own items; drafts only for whoever writes them, and what is in
   * approval for the posts of its route too.
   */
  private static Condition own(Tx tx, Actor.Staff staff, Seat seat) {
    return ITEM.AUTHOR_KIND
        .eq("ORGANISATION")
        .and(ITEM.AUTHOR_ID.eq(seat.organisation().value()))
        .and(
            ITEM.STATE
                .in(SHOWN_INSIDE)
                .or(Unfinished.writes(tx, staff))
                .or(Unfinished.approves(tx, List.of(seat))))
        .and(reached(tx, ITEM.CHILD_ID, Set.of(seat.assignment())));
  }

  /**
   * A draft of a guardian's own words, for the staff who type it in from paper; what the guardian
   * is writing herself or himself is nobody else's yet.
   */
  private static Condition takenDown(Tx tx, Actor.Staff staff, Seat seat) {
    return ITEM.AUTHOR_KIND
        .eq("GUARDIAN")
        .and(ITEM.CREATED_BY.ne(ITEM.AUTHOR_ID))
        .and(Unfinished.writes(tx, staff))
        .and(running(tx, ITEM.CHILD_ID, Set.of(seat.assignment())));
  }

  /**
   * Branches 2 and 3: the latest final version (earlier ones only with history), covered by a
   * consent whose receiver is the organisation, or by a ground in law that names it.
   */
  private static Condition granted(Tx tx, Seat seat) {
    Condition covered =
        ACCESS_GRANT
            .CATEGORY
            .eq(ITEM.CATEGORY)
            .and(ACCESS_GRANT.AUTHOR_ID.isNull().or(ACCESS_GRANT.AUTHOR_ID.eq(ITEM.AUTHOR_ID)))
            .and(ACCESS_GRANT.SECTION.isNull().or(ACCESS_GRANT.SECTION.eq(ITEM.SECTION)))
            .and(ITEM.SECTION.isNull().or(ITEM.SECTION.ne(all(ACCESS_GRANT.EXCLUDED))))
            .and(ACCESS_GRANT.SHEET_ID.isNull().or(ACCESS_GRANT.SHEET_ID.eq(ITEM.SHEET_ID)))
            .and(ACCESS_GRANT.WITH_HISTORY.isTrue().or(latest()));
    return ITEM.STATE.in("FINAL", "SUPERSEDED").and(byGrant(tx, seat, ITEM.CHILD_ID, covered));
  }

  private static Condition latest() {
    return ITEM.LATEST.isTrue().and(ITEM.STATE.eq("FINAL"));
  }

  /**
   * Branch 4: the holder of the seat opened the record in an emergency, less than an hour ago. The
   * row of reach falls away with a block.
   */
  private static Condition emergency(Tx tx, Field<ChildId> child, Seat seat) {
    return openNow(tx, child, EMERGENCY_ACCESS.ASSIGNMENT_ID.eq(seat.assignment()))
        .and(
            exists(reachRow(tx, child, Set.of(seat.assignment())).and(REACH.KIND.eq("EMERGENCY"))));
  }

  /** An emergency opened by one of these holders that is not over at this instant. */
  static Condition openNow(Tx tx, Field<ChildId> child, Condition holder) {
    OffsetDateTime now = tx.now().atOffset(ZoneOffset.UTC);
    return exists(
        selectOne()
            .from(EMERGENCY_ACCESS)
            .where(EMERGENCY_ACCESS.TENANT_ID.eq(tx.tenant()))
            .and(EMERGENCY_ACCESS.CHILD_ID.eq(child))
            .and(holder)
            .and(EMERGENCY_ACCESS.OPENED_AT.le(now))
            .and(EMERGENCY_ACCESS.CLOSES_AT.gt(now)));
  }

  /**
   * Facts of a category that no item holds (address, guardians, who is involved): a consent, a
   * ground in law or an emergency opened the whole category of that author to the seat.
   *
   * @param author whose word the fact is; a consent that names givers must name this one
   */
  public static Condition opened(
      Tx tx, Field<ChildId> child, Seat seat, Category category, Field<UUID> author) {
    return seat.reads() && seat.ceiling().contains(category)
        ? OneChild.of(tx)
            .map(one -> one.opened(child, seat, category, author))
            .orElseGet(
                () -> granted(tx, seat, category, child, author).or(emergency(tx, child, seat)))
            .and(unhidden(tx, category, child))
        : falseCondition();
  }

  /**
   * A guardian: what she or he wrote, and of what is meant for guardians with authority what is
   * final or waits for the guardian's own answer, without it what the person of age shows.
   */
  private static Condition item(Tx tx, Actor.Guardian guardian) {
    Condition wrote =
        ITEM.AUTHOR_KIND
            .eq("GUARDIAN")
            .and(ITEM.AUTHOR_ID.eq(guardian.guardian().value()))
            .and(ITEM.STATE.ne("CORRECTED"));
    Condition meant =
        ITEM.FOR_GUARDIAN
            .isTrue()
            .and(ITEM.LATEST.isTrue())
            .and(
                ITEM.STATE
                    .in("WITH_GUARDIAN", "FINAL")
                    .and(GuardianGrants.decides(tx, ITEM.CHILD_ID, guardian))
                    .or(latest().and(GuardianGrants.shows(tx, guardian))))
            .and(Compartments.unhidden(tx));
    return wrote.or(meant);
  }

  /** In reach today, the involvement running or not. */
  public static Condition reached(
      Tx tx, Field<ChildId> child, Collection<AssignmentId> assignments) {
    return OneChild.of(tx)
        .filter(one -> one.answers(assignments))
        .map(one -> one.reached(child, assignments, Set.of(Kind.RUNNING, Kind.AFTER)))
        .orElseGet(
            () -> exists(reachRow(tx, child, assignments).and(REACH.KIND.in("RUNNING", "AFTER"))));
  }

  /** Reached, or seen by a ground in law, or in an emergency that is not over. */
  private static Condition seen(Tx tx, Field<ChildId> child, Collection<AssignmentId> assignments) {
    return exists(
        reachRow(tx, child, assignments)
            .and(
                REACH
                    .KIND
                    .ne("EMERGENCY")
                    .or(
                        openNow(
                            tx, child, EMERGENCY_ACCESS.ASSIGNMENT_ID.eq(REACH.ASSIGNMENT_ID)))));
  }

  /** In reach today, and the involvement runs. */
  public static Condition running(
      Tx tx, Field<ChildId> child, Collection<AssignmentId> assignments) {
    return OneChild.of(tx)
        .filter(one -> one.answers(assignments))
        .map(one -> one.reached(child, assignments, Set.of(Kind.RUNNING)))
        .orElseGet(() -> exists(reachRow(tx, child, assignments).and(REACH.KIND.eq("RUNNING"))));
  }

  private static org.jooq.SelectConditionStep<?> reachRow(
      Tx tx, Field<ChildId> child, Collection<AssignmentId> assignments) {
    return selectOne()
        .from(REACH)
        .where(REACH.TENANT_ID.eq(tx.tenant()))
        .and(REACH.CHILD_ID.eq(child))
        .and(REACH.ASSIGNMENT_ID.in(assignments))
        .and(REACH.VALID_FROM.le(tx.today()))
        .and(REACH.VALID_TO.gt(tx.today()));
  }
}
