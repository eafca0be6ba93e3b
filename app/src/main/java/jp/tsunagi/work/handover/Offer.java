package jp.tsunagi.work.handover;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.HandoverId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.people.child.Identity;
import org.springframework.stereotype.Component;

/** What the handing-over place does: see what may go where, and offer it. */
@Component
class Offer {
  private final Database database;
  private final Handovers handovers;
  private final Identities children;
  private final Trace trace;

  Offer(Database database, Handovers handovers, Identities children, Trace trace) {
    this.database = database;
    this.handovers = handovers;
    this.children = children;
    this.trace = trace;
  }

  /**
   * What the guardian agreed to and is not offered yet, and what was offered.
   *
   * @param recallable what the reader may take back
   */
  record Overview(
      Identity child,
      List<HandoverSql.Agreed> agreed,
      List<HandoverSql.Waiting> offered,
      Set<HandoverId> recallable) {
    Overview {
      agreed = List.copyOf(agreed);
      offered = List.copyOf(offered);
      recallable = Set.copyOf(recallable);
    }
  }

  Overview overview(Actor.Staff actor, ChildId child) {
    return database.call(
        actor,
        tx -> {
          mustBeInHand(Handovers.inHand(tx, child));
          trace.write(tx, Entry.of(Action.LIST).child(child).ground("OWN"));
          return new Overview(
              children.get(tx, child),
              HandoverSql.agreed(tx, child),
              HandoverSql.ofChild(tx, child),
              HandoverSql.sent(tx, child, senders(actor)));
        });
  }

  /** How it ended. */
  sealed interface Outcome {
    /** Offered; the receiver sees it in its list. */
    record Offered() implements Outcome {}

    /** The receiver works on paper: a 支援シート goes there instead (A10). */
    record OnPaper(String receiver) implements Outcome {}
  }

  Outcome offer(
      Actor.Staff actor,
      ChildId child,
      ConsentId consent,
      OrganisationId receiver,
      LocalDate entryOn) {
    return database.call(
        actor,
        tx -> {
          mustBeInHand(Handovers.inHand(tx, child) && mayOffer(actor));
          var agreed =
              HandoverSql.agreed(tx, child).stream()
                  .filter(one -> one.consent().equals(consent) && one.receiver().equals(receiver))
                  .findFirst();
          trace.write(tx, Entry.of(Action.OFFER_HANDOVER).child(child).ground("HANDOVER"));
          if (agreed.isPresent() && agreed.get().connection().equals("PAPER")) {
            return new Outcome.OnPaper(agreed.get().receiverName());
          }
          handovers.offer(tx, child, consent, receiver, entryOn);
          return new Outcome.Offered();
        });
  }

  /** The organisations for which the actor hands children over. */
  private static List<OrganisationId> senders(Actor.Staff actor) {
    return actor.seats().stream()
        .filter(seat -> seat.may(Right.INTAKE) || seat.may(Right.ENROL))
        .map(Seat::organisation)
        .toList();
  }

  /**
   * Takes an offer of one's own place back before it is received. False when the receiver was
   * faster.
   */
  boolean recall(Actor.Staff actor, ChildId child, HandoverId id) {
    return database.call(
        actor,
        tx -> {
          mustBeInHand(Handovers.inHand(tx, child) && mayOffer(actor));
          boolean received =
              HandoverSql.ofChild(tx, child).stream()
                  .anyMatch(one -> one.id().equals(id) && one.received());
          mustBeInHand(received || HandoverSql.sent(tx, child, senders(actor)).contains(id));
          trace.write(
              tx,
              Entry.of(Action.OFFER_HANDOVER)
                  .child(child)
                  .ground("HANDOVER")
                  .purpose("RECALLED")
                  .about("handover", id));
          return !received && Handovers.recall(tx, child, id);
        });
  }

  private static boolean mayOffer(Actor.Staff actor) {
    return actor.may(Right.INTAKE) || actor.may(Right.ENROL);
  }

  private static void mustBeInHand(boolean inHand) {
    if (!inHand) {
      throw new NotFound();
    }
  }
}
