package jp.tsunagi.work.retention;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.compartment.CompartmentDisposing;
import jp.tsunagi.work.retention.Disposal.Absent;
import jp.tsunagi.work.retention.Disposal.Became;
import jp.tsunagi.work.retention.Disposal.Named;

/** Who is told of a disposal, and of which of its records not. */
final class DisposalSight {
  private DisposalSight() {}

  /** Whether the actor is told that there is such a disposal: of each of its kinds. */
  static boolean isTold(Tx tx, Actor.Staff actor, Disposal one) {
    return one.lines().stream()
        .map(Disposal.Line::kind)
        .distinct()
        .allMatch(kind ->
            kind == RetentionKind.COMPARTMENT
                ? isOfTheirs(tx, actor, one)
                : actor.seats().stream().anyMatch(seat -> kind.isToldTo(seat, false)));
  }

  /**
   * Of records for a named few: at that place who approves there, who proposed or decided it, and
   * who is named in all of them. A hub is told as little as of the records themselves.
   */
  private static boolean isOfTheirs(Tx tx, Actor.Staff actor, Disposal one) {
    List<Seat> there =
        actor.seats().stream()
            .filter(seat -> seat.answers() && seat.organisation().equals(one.organisation()))
            .toList();
    UUID self = actor.staff().value();
    return !there.isEmpty()
        && (there.stream().anyMatch(seat -> seat.may(Right.APPROVE))
            || one.proposedBy().equals(self)
            || one.decidedBy().filter(self::equals).isPresent()
            || isNamed(tx, one));
  }

  private static boolean isNamed(Tx tx, Disposal one) {
    Set<UUID> records =
        DisposalSql.next(tx, one.id(), Integer.MAX_VALUE).stream()
            .map(Named::id)
            .collect(Collectors.toSet());
    return !records.isEmpty() && CompartmentDisposing.named(tx).containsAll(records);
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
