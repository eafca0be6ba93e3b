package jp.tsunagi.base.access;

import static jp.tsunagi.schema.Tables.ASSIGNMENT;
import static jp.tsunagi.schema.Tables.COMPARTMENT;
import static jp.tsunagi.schema.Tables.COMPARTMENT_MEMBER;
import static jp.tsunagi.schema.Tables.ITEM;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;

import java.util.Set;
import java.util.UUID;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.schema.tables.Assignment;
import jp.tsunagi.schema.tables.Compartment;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * 限られた人だけの記録 (ACCESS: compartments): what only the named few read, whatever else would open it. Of
 * a child whose address is hidden (住所の秘匿) everything of the category LOCATION and the names of the
 * places; of a record under 要対協 every entry of it. Named are people, posts and guardians, from the
 * instant they are named until they are taken out.
 */
public final class Compartments {
  private static final Compartment HIDDEN = COMPARTMENT.as("hidden");

  private Compartments() {}

  /** Whether the child's whereabouts are hidden from the actor, for a child id of the query. */
  public static Condition concealed(Tx tx, Field<ChildId> child) {
    return switch (Actor.of(tx)) {
      case Actor.Job _ -> falseCondition();
      case Actor.Login _ -> trueCondition();
      case Actor.Staff _, Actor.Guardian _ ->
          OneChild.of(tx)
              .map(one -> one.concealed(child))
              .orElseGet(() -> exists(hidden(tx, child).andNotExists(names(tx))));
    };
  }

  /** Whether the whereabouts of this child are hidden from the actor. */
  public static boolean concealed(Tx tx, ChildId child) {
    return tx.sql()
        .fetchSingle(select(field(concealed(tx, val(child, COMPARTMENT.CHILD_ID)))))
        .value1();
  }

  /** Whether the whereabouts of this child are hidden from a staff member of the query. */
  public static Condition concealed(Tx tx, ChildId child, Field<StaffId> staff) {
    Assignment held = ASSIGNMENT.as("held");
    var posts =
        select(held.POST_ID)
            .from(held)
            .where(held.TENANT_ID.eq(tx.tenant()))
            .and(held.STAFF_ID.eq(staff))
            .and(held.HOLDS_FROM.le(tx.today()))
            .and(held.VALID_TO.isNull().or(held.VALID_TO.gt(tx.today())));
    return exists(
        hidden(tx, val(child, HIDDEN.CHILD_ID))
            .andNotExists(
                selectOne()
                    .from(COMPARTMENT_MEMBER)
                    .where(COMPARTMENT_MEMBER.TENANT_ID.eq(tx.tenant()))
                    .and(COMPARTMENT_MEMBER.COMPARTMENT_ID.eq(HIDDEN.COMPARTMENT_ID))
                    .and(COMPARTMENT_MEMBER.ENDED_AT.isNull())
                    .and(
                        COMPARTMENT_MEMBER
                            .STAFF_ID
                            .eq(staff)
                            .or(COMPARTMENT_MEMBER.POST_ID.in(posts)))));
  }

  /** All children whose whereabouts are hidden from the actor: a few in a city. */
  public static Set<ChildId> concealed(Tx tx) {
    return tx.sql()
        .selectDistinct(COMPARTMENT.CHILD_ID)
        .from(COMPARTMENT)
        .where(COMPARTMENT.TENANT_ID.eq(tx.tenant()))
        .and(COMPARTMENT.KIND.eq("HIDDEN_ADDRESS"))
        .and(COMPARTMENT.CLOSED_AT.isNull())
        .and(concealed(tx, COMPARTMENT.CHILD_ID))
        .fetchSet(COMPARTMENT.CHILD_ID);
  }

  /** Whether the whereabouts of this child are hidden at all, from whomever. */
  public static boolean hidden(Tx tx, ChildId child) {
    return tx.sql()
        .fetchSingle(select(field(hiding(tx, val(child, COMPARTMENT.CHILD_ID)))))
        .value1();
  }

  /** Whether they are hidden at all, from whomever. */
  public static Condition hiding(Tx tx, Field<ChildId> child) {
    return OneChild.of(tx).map(one -> one.hiding(child)).orElseGet(() -> exists(hidden(tx, child)));
  }

  /**
   * Whether the place would tell where the child is: hidden from the actor, and none of the actor's
   * own.
   */
  public static Condition concealed(Tx tx, Field<ChildId> child, Field<OrganisationId> place) {
    return concealed(tx, child).and(place.notIn(tx.scope().organisations()));
  }

  /** Items in no compartment, or in one whose named few the actor belongs to. */
  static Condition open(Tx tx) {
    return ITEM.COMPARTMENT_ID.isNull().or(member(tx, ITEM.COMPARTMENT_ID));
  }

  /** What an address would betray: nothing of LOCATION where it is hidden from the actor. */
  static Condition unhidden(Tx tx) {
    return ITEM.CATEGORY.ne(Category.LOCATION.name()).or(concealed(tx, ITEM.CHILD_ID).not());
  }

  /** Whether the actor is one of the named few of a compartment of the query. */
  public static Condition member(Tx tx, Field<UUID> compartment) {
    return switch (Actor.of(tx)) {
      case Actor.Job _ -> trueCondition();
      case Actor.Login _ -> falseCondition();
      case Actor.Staff _, Actor.Guardian _ ->
          OneChild.of(tx)
              .map(one -> one.member(compartment))
              .orElseGet(() -> exists(membership(tx, compartment)));
    };
  }

  /**
   * Whether the page about them is for this reader: whoever answers for a place that deals with the
   * child, and the named few.
   */
  public static boolean concerns(Tx tx, Actor.Staff staff, ChildId child) {
    var answering = Held.answering(staff).stream().map(Seat::assignment).toList();
    return tx.sql()
        .fetchSingle(
            select(
                field(
                    Readable.running(tx, val(child, COMPARTMENT.CHILD_ID), answering)
                        .or(
                            exists(
                                selectOne()
                                    .from(COMPARTMENT)
                                    .where(COMPARTMENT.TENANT_ID.eq(tx.tenant()))
                                    .and(COMPARTMENT.CHILD_ID.eq(child))
                                    .and(COMPARTMENT.CLOSED_AT.isNull())
                                    .and(member(tx, COMPARTMENT.COMPARTMENT_ID)))))))
        .value1();
  }

  private static org.jooq.SelectConditionStep<?> hidden(Tx tx, Field<ChildId> child) {
    return selectOne()
        .from(HIDDEN)
        .where(HIDDEN.TENANT_ID.eq(tx.tenant()))
        .and(HIDDEN.CHILD_ID.eq(child))
        .and(HIDDEN.KIND.eq("HIDDEN_ADDRESS"))
        .and(HIDDEN.CLOSED_AT.isNull());
  }

  private static org.jooq.Select<?> names(Tx tx) {
    return membership(tx, HIDDEN.COMPARTMENT_ID);
  }

  private static org.jooq.Select<?> membership(Tx tx, Field<UUID> compartment) {
    return selectOne()
        .from(COMPARTMENT_MEMBER)
        .where(COMPARTMENT_MEMBER.TENANT_ID.eq(tx.tenant()))
        .and(COMPARTMENT_MEMBER.COMPARTMENT_ID.eq(compartment))
        .and(COMPARTMENT_MEMBER.ENDED_AT.isNull())
        .and(named(tx));
  }

  private static Condition named(Tx tx) {
    return switch (Actor.of(tx)) {
      case Actor.Staff staff ->
          COMPARTMENT_MEMBER
              .STAFF_ID
              .eq(staff.staff())
              .or(
                  COMPARTMENT_MEMBER.POST_ID.in(
                      select(ASSIGNMENT.POST_ID)
                          .from(ASSIGNMENT)
                          .where(ASSIGNMENT.TENANT_ID.eq(tx.tenant()))
                          .and(ASSIGNMENT.ASSIGNMENT_ID.in(staff.assignments()))));
      case Actor.Guardian guardian -> COMPARTMENT_MEMBER.GUARDIAN_ID.eq(guardian.guardian());
      case Actor.Job _ -> trueCondition();
      case Actor.Login _ -> falseCondition();
    };
  }
}
