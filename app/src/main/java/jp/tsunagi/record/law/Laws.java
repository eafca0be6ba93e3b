package jp.tsunagi.record.law;

import static jp.tsunagi.schema.Tables.LEGAL_GROUND;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Held;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.people.child.Barred;
import jp.tsunagi.people.involvement.BeyondReach;
import jp.tsunagi.record.ground.GroundsInLaw;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * 法令による共有: asked for by who deals with the child, approved by a second person, ended at once. It
 * opens what it says and nothing else, to the receiver, for its period (ACCESS: branch 3).
 */
@Component
final class Laws {
  private final ApplicationEventPublisher events;
  private final Barred barred;
  private final Trace trace;

  Laws(ApplicationEventPublisher events, Barred barred, Trace trace) {
    this.events = events;
    this.barred = barred;
    this.trace = trace;
  }

  /**
   * The seat from which one is asked for: a hub that deals with the child, for everybody's records;
   * whoever approves or enrols elsewhere and deals with it, for the own records of the place.
   */
  static Optional<Seat> asking(Tx tx, Actor.Staff actor, ChildId child) {
    return actor.seats().stream()
        .filter(Seat::answers)
        .filter(seat -> Held.running(tx, Set.of(seat), child))
        .min(Comparator.comparing(seat -> !seat.may(Right.INTAKE)));
  }

  /** Asks. The same form once more changes nothing. */
  void ask(Tx tx, LegalGround asked) {
    boolean there = !LawSql.of(tx, LEGAL_GROUND.GROUND_ID.eq(asked.id())).isEmpty();
    if (!there && !LawSql.add(tx, asked)) {
      throw new NotFound();
    }
    trace.write(tx, row(asked.child(), there ? "AGAIN" : "ASKED").ground(asked.law().name()));
  }

  /**
   * Those of a child that concern the actor: asked for by, or open to, one of the organisations.
   */
  static List<LegalGround> ofChild(Tx tx, Actor.Staff actor, ChildId child) {
    var mine = actor.organisations();
    return LawSql.of(tx, LEGAL_GROUND.CHILD_ID.eq(child)).stream()
        .filter(one ->
            mine.contains(one.askedFor())
                || (one.holds(tx.today()) && mine.contains(one.receiver())))
        .toList();
  }

  /** Those that wait for a second person and may be decided by the actor, the oldest first. */
  List<LegalGround> waiting(Tx tx, Actor.Staff actor) {
    List<LegalGround> all =
        LawSql.of(tx, LEGAL_GROUND.DECIDED_AT.isNull()).reversed().stream()
            .filter(one -> decides(actor, one))
            .toList();
    Set<ChildId> hidden = all.isEmpty() ? Set.of() : barred.from(tx, actor);
    return all.stream().filter(one -> !hidden.contains(one.child())).toList();
  }

  /** Never who asked; whoever approves, takes in or enrols there, or takes children in at a hub. */
  private static boolean decides(Actor.Staff actor, LegalGround one) {
    boolean there =
        actor.seats().stream()
            .filter(seat -> seat.organisation().equals(one.askedFor()))
            .anyMatch(Seat::answers);
    return !actor.staff().equals(one.askedBy()) && (there || actor.may(Right.INTAKE));
  }

  /** Approves or refuses; 404 for whoever may not, or when somebody was first. */
  void decide(Tx tx, Actor.Staff actor, UUID id, boolean approved, String note) {
    LegalGround one =
        waiting(tx, actor).stream()
            .filter(it -> it.id().equals(id))
            .findFirst()
            .orElseThrow(NotFound::new);
    if (!LawSql.decide(tx, id, actor.staff(), approved, note)) {
      throw new NotFound();
    }
    trace.write(tx, row(one.child(), approved ? "APPROVED" : "REFUSED").ground(one.law().name()));
    changed(tx, one.child());
  }

  /** Ends it: whoever asked for it or receives by it, or a hub that deals with the child. */
  void end(Tx tx, Actor.Staff actor, ChildId child, UUID id, String note) {
    boolean may =
        ofChild(tx, actor, child).stream()
            .anyMatch(one -> one.id().equals(id) && one.holds(tx.today()));
    if (!may || !LawSql.end(tx, id, actor.staff(), note)) {
      throw new NotFound();
    }
    trace.write(tx, row(child, "ENDED"));
    changed(tx, child);
  }

  /** What is open to the actor's organisations today. */
  static List<LegalGround> open(Tx tx, Actor.Staff actor) {
    return LawSql.of(
            tx,
            LEGAL_GROUND.APPROVED.isTrue().and(LEGAL_GROUND.RECEIVER_ID.in(actor.organisations())))
        .stream()
        .filter(one -> one.holds(tx.today()))
        .toList();
  }

  private void changed(Tx tx, ChildId child) {
    events.publishEvent(new GroundsInLaw.Changed(tx, child));
    events.publishEvent(new BeyondReach.Changed(tx, child));
  }

  private static Entry row(ChildId child, String purpose) {
    return Entry.of(Action.LEGAL_GROUND).child(child).purpose(purpose);
  }
}
