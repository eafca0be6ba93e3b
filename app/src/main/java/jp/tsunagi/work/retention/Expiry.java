package jp.tsunagi.work.retention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.child.Barred;
import jp.tsunagi.record.compartment.CompartmentDisposing;
import org.springframework.stereotype.Component;

/**
 * 保存期限が来た記録: for whoever answers for a place, of what is that place's, as far as one is told of the
 * kind; for the hubs also of what is the families' own. Children from whom a block keeps the reader
 * away are absent.
 */
@Component
final class Expiry {
  private final Barred blocks;
  private final Records records;

  Expiry(Barred blocks, Records records) {
    this.blocks = blocks;
    this.records = records;
  }

  /** Of one place and kind, the records of one year. */
  record Group(
      Seat seat,
      RetentionKind kind,
      int year,
      RetentionRule rule,
      LocalDate since,
      List<Kept> records,
      int held) {
    Set<ChildId> children() {
      return records.stream().map(Kept::child).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** As a form names it. */
    String key() {
      return seat.organisation() + "_" + kind + "_" + year;
    }
  }

  /** The seats that answer for a place; not found for whoever has none. */
  static List<Seat> seats(Actor.Staff actor) {
    List<Seat> seats = actor.seats().stream().filter(Seat::answers).toList();
    if (seats.isEmpty()) {
      throw new NotFound();
    }
    return seats;
  }

  static Set<OrganisationId> places(Actor.Staff actor) {
    return seats(actor).stream().map(Seat::organisation).collect(Collectors.toSet());
  }

  static boolean isHub(Actor.Staff actor) {
    return actor.may(Right.INTAKE);
  }

  /** Everything that has come to its end, by place, kind and year. */
  List<Group> of(Tx tx, Actor.Staff actor) {
    List<Seat> seats = seats(actor);
    Map<RetentionKind, RetentionRule> rules = RuleSql.all(tx);
    var holds = HoldSql.running(tx, Optional.empty());
    Set<ChildId> barred = blocks.from(tx, actor);
    Set<UUID> few = CompartmentDisposing.named(tx);
    Map<String, List<Kept>> over = new HashMap<>();
    Map<String, Integer> held = new HashMap<>();
    Map<String, Seat> where = new HashMap<>();
    for (Kept kept : records.of(tx, Wanted.at(places(actor), isHub(actor)))) {
      RetentionRule rule = rule(rules, kept);
      Optional<Seat> seat = seat(seats, kept, few);
      if (seat.isEmpty()
          || barred.contains(kept.child())
          || !rule.isOver(kept.facts(), tx.today())) {
        continue;
      }
      String key = seat.get().organisation() + "_" + kept.kind() + "_" + kept.year();
      where.put(key, seat.get());
      if (holds.stream().anyMatch(hold -> hold.covers(kept))) {
        held.merge(key, 1, Integer::sum);
      } else {
        over.computeIfAbsent(key, _ -> new ArrayList<>()).add(kept);
      }
    }
    List<Group> groups = new ArrayList<>();
    over.forEach((key, theirs) -> {
      Kept first = theirs.getFirst();
      RetentionRule rule = rule(rules, first);
      groups.add(
          new Group(
              java.util.Objects.requireNonNull(where.get(key)),
              first.kind(),
              first.year(),
              rule,
              theirs.stream()
                  .flatMap(one -> rule.over(one.facts()).stream())
                  .min(Comparator.naturalOrder())
                  .orElseThrow(),
              theirs,
              held.getOrDefault(key, 0)));
    });
    groups.sort(Comparator.comparing(Group::year).thenComparing(Group::kind));
    return groups;
  }

  /** Whether it may go now, whoever looks. */
  static boolean isOver(Tx tx, Kept kept) {
    return rule(RuleSql.all(tx), kept).isOver(kept.facts(), tx.today())
        && HoldSql.running(tx, Optional.empty()).stream().noneMatch(hold -> hold.covers(kept));
  }

  private static RetentionRule rule(Map<RetentionKind, RetentionRule> rules, Kept kept) {
    return rules.getOrDefault(kept.kind(), kept.kind().usual());
  }

  /** From where it is seen: its author's seat; the families' own from a hub's. */
  private static Optional<Seat> seat(List<Seat> seats, Kept kept, Set<UUID> few) {
    return seats.stream()
        .filter(seat ->
            kept.organisation().map(seat.organisation()::equals).orElse(seat.may(Right.INTAKE)))
        .filter(seat -> kept.kind().isToldTo(seat, few.contains(kept.id())))
        .findFirst();
  }

  /** Whether the actor is told of any of these. */
  static boolean isTold(Tx tx, Actor.Staff actor, List<Kept> any) {
    List<Seat> seats = seats(actor);
    Set<UUID> few = CompartmentDisposing.named(tx);
    return any.stream().anyMatch(kept -> seat(seats, kept, few).isPresent());
  }
}
