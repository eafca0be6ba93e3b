package jp.tsunagi.work.handover;

import java.util.List;
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
import org.springframework.stereotype.Component;

/** What the receiving place does: see what is addressed to it, confirm the receipt. */
@Component
class Receipt {
  private final Database database;
  private final Handovers handovers;
  private final Trace trace;

  Receipt(Database database, Handovers handovers, Trace trace) {
    this.database = database;
    this.handovers = handovers;
    this.trace = trace;
  }

  /** The handovers addressed to the organisations the actor enrols for. */
  List<HandoverSql.Waiting> addressed(Actor.Staff actor) {
    return database.call(
        actor,
        tx -> {
          List<HandoverSql.Waiting> found = addressed(tx, actor);
          trace.write(
              tx,
              Entry.of(Action.LIST)
                  .children(found.stream().map(HandoverSql.Waiting::child).toList())
                  .ground("ADDRESSED"));
          return found;
        });
  }

  private static List<HandoverSql.Waiting> addressed(Tx tx, Actor.Staff actor) {
    List<OrganisationId> mine =
        actor.receiving().stream().map(Seat::organisation).distinct().toList();
    return tx.as(new Actor.Job(tx.tenant(), "addressed"), () -> HandoverSql.addressedTo(tx, mine));
  }

  /** Confirms the receipt; what the guardian agreed to is readable from now on. */
  ChildId confirm(Actor.Staff actor, HandoverId id) {
    return database.call(
        actor,
        tx -> {
          var handover =
              addressed(tx, actor).stream()
                  .filter(one -> one.id().equals(id))
                  .findFirst()
                  .orElseThrow(NotFound::new);
          handovers.receive(tx, handover, actor.staff());
          var seat = actor.at(handover.receiver(), Seat::receives);
          Entry entry =
              Entry.of(Action.RECEIVE_HANDOVER).child(handover.child()).ground("ADDRESSED");
          trace.write(tx, seat.map(entry::seat).orElse(entry));
          return handover.child();
        });
  }
}
