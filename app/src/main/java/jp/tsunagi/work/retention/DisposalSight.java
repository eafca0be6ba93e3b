package jp.tsunagi.work.retention;

import static jp.tsunagi.schema.Tables.DISPOSAL;
import static jp.tsunagi.schema.Tables.DISPOSAL_LINE;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.compartment.CompartmentDisposing;
import jp.tsunagi.work.retention.Disposal.Absent;
import jp.tsunagi.work.retention.Disposal.Became;
import org.jooq.Condition;

/** Who is told of a disposal, and of which of its records not. */
final class DisposalSight {
  private DisposalSight() {}

  /** The disposals of which the actor is told that there are any: of each of their kinds. */
  static Condition told(Tx tx, Actor.Staff actor) {
    List<RetentionKind> untold =
        Stream.of(RetentionKind.values())
            .filter(kind -> kind != RetentionKind.COMPARTMENT)
            .filter(kind -> actor.seats().stream().noneMatch(seat -> kind.isToldTo(seat, false)))
            .toList();
    return hasNone(tx, untold)
        .and(hasNone(tx, List.of(RetentionKind.COMPARTMENT)).or(theirs(tx, actor)));
  }

  static boolean isTold(Tx tx, Actor.Staff actor, Disposal one) {
    return tx.sql()
        .fetchExists(
            DISPOSAL,
            DISPOSAL
                .TENANT_ID
                .eq(tx.tenant())
                .and(DISPOSAL.DISPOSAL_ID.eq(one.id()))
                .and(told(tx, actor)));
  }

  private static Condition hasNone(Tx tx, List<RetentionKind> kinds) {
    return notExists(
        selectOne()
            .from(DISPOSAL_LINE)
            .where(DISPOSAL_LINE.TENANT_ID.eq(tx.tenant()))
            .and(DISPOSAL_LINE.DISPOSAL_ID.eq(DISPOSAL.DISPOSAL_ID))
            .and(DISPOSAL_LINE.KIND.in(kinds.stream().map(Enum::name).toList())));
  }

  /**
   * Of records for a named few: at that place who approves there, who proposed or decided it, and
   * as long as it waits who is named in all of them. A hub is told as little as of the records
   * themselves.
   */
  private static Condition theirs(Tx tx, Actor.Staff actor) {
    UUID self = actor.staff().value();
    Condition one =
        DISPOSAL
            .ORGANISATION_ID
            .in(places(actor, seat -> seat.may(Right.APPROVE)))
            .or(DISPOSAL.PROPOSED_BY.eq(self))
            .or(DISPOSAL.DECIDED_BY.eq(self))
            .or(DISPOSAL.DISPOSAL_ID.in(namedIn(tx)));
    return DISPOSAL.ORGANISATION_ID.in(places(actor, Seat::answers)).and(one);
  }

  private static List<OrganisationId> places(Actor.Staff actor, Predicate<Seat> from) {
    return actor.seats().stream().filter(from).map(Seat::organisation).toList();
  }

  private static Set<UUID> namedIn(Tx tx) {
    Set<UUID> few = CompartmentDisposing.named(tx);
    return few.isEmpty() ? Set.of() : DisposalSql.ofNothingBut(tx, few);
  }

  /** What each disposal names, or named, of these children. */
  static Map<UUID, List<Absent>> absent(Tx tx, Set<ChildId> children) {
    Map<UUID, List<Absent>> absent = new HashMap<>(DisposalTrace.of(tx, children));
    DisposalSql.named(tx, children)
        .forEach((disposal, named) ->
            absent.merge(
                disposal,
                named.stream()
                    .map(one -> new Absent(one.child(), one.kind(), one.year(), Became.WAITS))
                    .toList(),
                (one, other) -> Stream.concat(one.stream(), other.stream()).toList()));
    return absent;
  }
}
