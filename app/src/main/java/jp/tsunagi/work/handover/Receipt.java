package jp.tsunagi.work.handover;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.HandoverId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.people.involvement.Blocks;
import org.springframework.stereotype.Component;

/** What the receiving place does: see what is addressed to it, confirm the receipt. */
@Component
class Receipt {
  private final Database database;
  private final Handovers handovers;
  private final Blocks blocks;
  private final Trace trace;

  Receipt(Database database, Handovers handovers, Blocks blocks, Trace trace) {
    this.database = database;
    this.handovers = handovers;
    this.blocks = blocks;
    this.trace = trace;
  }

  /** What waits for the actor's organisations, and what they received and still deal with. */
  record Addressed(List<HandoverSql.Waiting> waiting, List<HandoverSql.Waiting> received) {}

  Addressed addressed(Actor.Staff actor) {
    return database.call(
        actor,
        tx -> {
          var found =
              new Addressed(waiting(tx, actor).toList(), HandoverSql.receivedBy(tx, mine(actor)));
          trace.write(
              tx,
              Entry.of(Action.LIST)
                  .children(
                      Stream.concat(found.waiting().stream(), found.received().stream())
                          .map(HandoverSql.Waiting::child)
                          .distinct()
                          .toList())
                  .ground("ADDRESSED"));
          return found;
        });
  }

  private static List<OrganisationId> mine(Actor.Staff actor) {
    return actor.receiving().stream().map(Seat::organisation).distinct().toList();
  }

  /** What the actor is asked to confirm; not found once it is confirmed or over. */
  HandoverSql.Waiting asked(Actor.Staff actor, HandoverId id) {
    return database.call(
        actor,
        tx -> {
          var handover = waiting(tx, actor, id).orElseThrow(NotFound::new);
          trace.write(
              tx, Entry.of(Action.LIST).children(List.of(handover.child())).ground("ADDRESSED"));
          return handover;
        });
  }

  private Optional<HandoverSql.Waiting> waiting(Tx tx, Actor.Staff actor, HandoverId id) {
    return waiting(tx, actor).filter(one -> one.id().equals(id)).findFirst();
  }

  /** A block keeps what is addressed away too, although nothing is reached yet. */
  private Stream<HandoverSql.Waiting> waiting(Tx tx, Actor.Staff actor) {
    var hidden = blocks.from(tx, actor);
    return HandoverSql.waitingFor(tx, mine(actor)).stream()
        .filter(one -> !hidden.contains(one.child()));
  }

  /** Sent twice: the first time did it. */
  private static Optional<HandoverSql.Waiting> received(Tx tx, Actor.Staff actor, HandoverId id) {
    return HandoverSql.receivedBy(tx, mine(actor)).stream()
        .filter(one -> one.id().equals(id))
        .findFirst();
  }

  /** Confirms the receipt; what the guardian agreed to is readable from now on. */
  ChildId confirm(Actor.Staff actor, HandoverId id) {
    return database.call(
        actor,
        tx -> {
          var handover =
              waiting(tx, actor, id).or(() -> received(tx, actor, id)).orElseThrow(NotFound::new);
          handovers.receive(tx, handover, actor.staff());
          var seat = actor.at(handover.receiver(), Seat::receives);
          Entry entry =
              Entry.of(Action.RECEIVE_HANDOVER).child(handover.child()).ground("ADDRESSED");
          trace.write(tx, seat.map(entry::seat).orElse(entry));
          return handover.child();
        });
  }
}
