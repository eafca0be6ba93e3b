package jp.tsunagi.people.child;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.REACH;
import static org.jooq.impl.DSL.field;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Compartments;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.database.Tx;

/**
 * Who sees facts about a child that no item holds: address and phone (LOCATION), guardians
 * (FAMILY). In reach, the category in the ceiling, and a ground: the organisation put the child on
 * record, or a consent opened the category of that organisation to it. A place that enrols the
 * child keeps what it heard itself ({@link Contacts}, ADR 7).
 */
final class Sight {
  private Sight() {}

  /** The seat from which it is read; 404 otherwise. */
  static Seat reads(Tx tx, Actor.Staff actor, Identity child, Category category) {
    return seats(tx, actor, child, category, false).stream().findFirst().orElseThrow(NotFound::new);
  }

  /** Whether there is such a seat. */
  static boolean sees(Tx tx, Actor.Staff actor, Identity child, Category category) {
    return !seats(tx, actor, child, category, false).isEmpty();
  }

  /**
   * The seat from which its organisation's own notes of a category are read, a running one first.
   */
  static Optional<Seat> keeps(Tx tx, Actor.Staff actor, Identity child, Category category) {
    Map<AssignmentId, Boolean> reach = reach(tx, actor, child, category);
    return within(actor, category, reach).min(Comparator.comparing(seat -> !running(reach, seat)));
  }

  /** The seat from which such notes are written: the involvement runs, and the post may write. */
  static Optional<Seat> notes(Tx tx, Actor.Staff actor, Identity child, Category category) {
    Map<AssignmentId, Boolean> reach = reach(tx, actor, child, category);
    return within(actor, category, reach)
        .filter(seat -> running(reach, seat) && seat.may(Right.WRITE))
        .findFirst();
  }

  private static Stream<Seat> within(
      Actor.Staff actor, Category category, Map<AssignmentId, Boolean> reach) {
    return actor
        .reading()
        .filter(seat -> seat.ceiling().contains(category))
        .filter(seat -> reach.containsKey(seat.assignment()));
  }

  private static boolean running(Map<AssignmentId, Boolean> reach, Seat seat) {
    return Boolean.TRUE.equals(reach.get(seat.assignment()));
  }

  /** The seat from which it may be changed: the involvement runs, and the post may write. */
  static Optional<Seat> changes(Tx tx, Actor.Staff actor, Identity child, Category category) {
    return seats(tx, actor, child, category, true).stream()
        .filter(seat -> seat.may(Right.WRITE))
        .findFirst();
  }

  /** Like {@link #changes}; 404 for whoever may not. */
  static Seat mustChange(Tx tx, Actor.Staff actor, Identity child, Category category) {
    return changes(tx, actor, child, category).orElseThrow(NotFound::new);
  }

  /**
   * Whether the telephones of the guardians are read: the family may have objected to them alone.
   */
  static boolean calls(Tx tx, Identity child) {
    return tx.sql()
        .fetchExists(
            tx.sql()
                .selectOne()
                .from(CHILD)
                .where(CHILD.TENANT_ID.eq(tx.tenant()))
                .and(CHILD.CHILD_ID.eq(child.id()))
                .and(
                    Readable.fact(
                        tx,
                        Category.LOCATION,
                        CHILD.CHILD_ID,
                        CHILD.OWNER_ID.coerce(UUID.class),
                        "profile/contact")));
  }

  private static List<Seat> seats(
      Tx tx, Actor.Staff actor, Identity child, Category category, boolean running) {
    Map<AssignmentId, Boolean> reach = reach(tx, actor, child, category);
    return within(actor, category, reach)
        .filter(seat -> !running || running(reach, seat))
        .filter(seat ->
            category == Category.IDENTITY
                || child.owner().equals(Optional.of(seat.organisation()))
                || opened(tx, seat, child, category))
        .toList();
  }

  /** The seats' reach, running or not; none to what is hidden from the actor. */
  private static Map<AssignmentId, Boolean> reach(
      Tx tx, Actor.Staff actor, Identity child, Category category) {
    if (category == Category.LOCATION && Compartments.concealed(tx, child.id())) {
      return Map.of();
    }
    return tx
        .sql()
        .select(REACH.ASSIGNMENT_ID, field(REACH.KIND.eq("RUNNING")))
        .from(REACH)
        .where(REACH.TENANT_ID.eq(tx.tenant()))
        .and(REACH.CHILD_ID.eq(child.id()))
        .and(REACH.ASSIGNMENT_ID.in(actor.assignments()))
        .and(REACH.KIND.in("RUNNING", "AFTER"))
        .and(REACH.VALID_FROM.le(tx.today()))
        .and(REACH.VALID_TO.gt(tx.today()))
        .fetch()
        .stream()
        .collect(Collectors.toMap(row -> row.value1(), row -> row.value2(), Boolean::logicalOr));
  }

  private static boolean opened(Tx tx, Seat seat, Identity child, Category category) {
    return tx.sql()
        .fetchExists(
            tx.sql()
                .selectOne()
                .from(CHILD)
                .where(CHILD.TENANT_ID.eq(tx.tenant()))
                .and(CHILD.CHILD_ID.eq(child.id()))
                .and(
                    Readable.opened(
                        tx, CHILD.CHILD_ID, seat, category, CHILD.OWNER_ID.coerce(UUID.class))));
  }
}
