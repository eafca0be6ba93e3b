package jp.tsunagi.record.compartment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Held;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.record.compartment.Compartment.Member;
import jp.tsunagi.record.compartment.Compartment.Whom;
import jp.tsunagi.record.compartment.CompartmentRule.Refusal;
import jp.tsunagi.record.item.Author;
import jp.tsunagi.record.item.ItemKind;
import jp.tsunagi.record.item.ItemState;
import jp.tsunagi.record.item.Items;
import jp.tsunagi.record.item.NewItem;
import org.springframework.stereotype.Component;

/**
 * 住所の秘匿 and 限られた人だけの記録: opens one, names the few, writes, ends. All of it holds from the
 * transaction that does it (SECURITY: invariant 6).
 */
@Component
final class CompartmentKeeping {
  private final Items items;
  private final Trace trace;

  CompartmentKeeping(Items items, Trace trace) {
    this.items = items;
    this.trace = trace;
  }

  /** The seats from which the actor answers for a place that deals with the child today. */
  static List<Seat> reaching(Tx tx, Actor.Staff actor, ChildId child) {
    return Held.answering(actor).stream()
        .filter(seat -> Held.running(tx, List.of(seat), child))
        .toList();
  }

  /** Those of the child that the actor may know of. */
  static List<Compartment> known(Tx tx, List<Seat> reaching, ChildId child) {
    return CompartmentSql.of(tx, child).stream()
        .filter(one -> CompartmentRule.knows(reaching, one))
        .toList();
  }

  /** Opens one with its named few. The same form once more changes nothing. */
  Optional<Refusal> open(Tx tx, Compartment one, List<Whom> few) {
    List<Compartment> there = CompartmentSql.of(tx, one.child());
    if (there.stream().anyMatch(it -> it.id().equals(one.id()))) {
      trace.write(tx, row(one, "AGAIN"));
      return Optional.empty();
    }
    var refusal = CompartmentRule.refusal(one.kind(), one.organisation(), there);
    if (refusal.isPresent()) {
      return refusal;
    }
    if (!CompartmentSql.add(tx, one)) {
      throw new NotFound();
    }
    few.forEach(whom -> CompartmentSql.name(tx, one.id(), UUID.randomUUID(), whom));
    trace.write(tx, row(one, "OPENED_" + one.kind()).ground(one.reason().name()));
    return Optional.empty();
  }

  /** One that the actor keeps; 404 for everybody else. */
  static Compartment kept(Tx tx, Actor.Staff actor, ChildId child, UUID id) {
    List<Seat> reaching = reaching(tx, actor, child);
    return known(tx, reaching, child).stream()
        .filter(one -> one.id().equals(id) && CompartmentRule.keeps(reaching, one))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /** Names one more. */
  Optional<Refusal> name(Tx tx, Compartment one, UUID id, Whom whom) {
    CompartmentSql.hold(tx, one.id());
    List<Member> few = CompartmentSql.members(tx, one.id());
    if (few.stream().anyMatch(member -> member.id().equals(id))) {
      trace.write(tx, row(one, "AGAIN"));
      return Optional.empty();
    }
    if (few.stream().anyMatch(member -> member.whom().equals(whom))) {
      return Optional.of(new Refusal.NamedAlready());
    }
    CompartmentSql.name(tx, one.id(), id, whom);
    trace.write(tx, row(one, "NAMED"));
    return Optional.empty();
  }

  /** Takes one out, from this moment on; never the last one who works somewhere. */
  Optional<Refusal> unname(Tx tx, Compartment one, UUID member) {
    CompartmentSql.hold(tx, one.id());
    boolean others =
        CompartmentSql.members(tx, one.id()).stream()
            .anyMatch(it -> !it.id().equals(member) && !(it.whom() instanceof Whom.Parent));
    if (!others) {
      return Optional.of(new Refusal.LastOne());
    }
    if (!CompartmentSql.unname(tx, one.id(), member)) {
      throw new NotFound();
    }
    trace.write(tx, row(one, "UNNAMED"));
    return Optional.empty();
  }

  /** Ends it, with the reason: from this moment on the ordinary rule holds. */
  void close(Tx tx, Compartment one, String why) {
    if (!one.ends() || !CompartmentSql.close(tx, one.id(), why)) {
      throw new NotFound();
    }
    trace.write(tx, row(one, "CLOSED"));
  }

  /**
   * The seat from which the actor writes into one: named, the involvement running, the post may
   * write about families, at the place that keeps it.
   */
  static Optional<Seat> writing(Tx tx, Actor.Staff actor, Compartment one) {
    return actor.with(Right.WRITE).stream()
        .filter(seat -> one.member() && one.kind() == CompartmentKind.ABUSE)
        .filter(seat -> seat.organisation().equals(one.organisation()))
        .filter(seat -> seat.ceiling().contains(Category.FAMILY))
        .filter(seat -> Held.running(tx, List.of(seat), one.child()))
        .findFirst();
  }

  /** Writes an entry; it is final at once. */
  void write(Tx tx, Compartment one, Seat seat, String words) {
    ItemId item =
        items.add(
            tx,
            new NewItem(
                one.child(),
                ItemKind.NOTE,
                Category.FAMILY,
                new Author.Organisation(seat.organisation()),
                Optional.empty(),
                Optional.empty(),
                1,
                ItemState.FINAL,
                false,
                tx.today(),
                ""));
    items.confine(tx, item, one.id());
    CompartmentSql.write(tx, one.child(), one.id(), item, words);
    trace.write(tx, row(one, "WRITTEN").seat(seat).item(item));
  }

  private static Entry row(Compartment one, String purpose) {
    return Entry.of(Action.CHANGE_COMPARTMENT)
        .child(one.child())
        .purpose(purpose)
        .about(about(one.id()));
  }

  /** By which the rows of one are found again. */
  static String about(UUID id) {
    return "compartment " + id;
  }
}
