package jp.tsunagi.record.ground;

import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** 確認: a second organisation stands for a consent that only its receiver knows of (ADR 8). */
@Component
final class Confirmation {
  private final GrantKeeper grants;
  private final ApplicationEventPublisher events;
  private final Trace trace;

  Confirmation(GrantKeeper grants, ApplicationEventPublisher events, Trace trace) {
    this.grants = grants;
    this.events = events;
    this.trace = trace;
  }

  /** The seat from which the actor may confirm it now. */
  static Optional<Seat> seat(Tx tx, Actor.Staff actor, Consent consent) {
    return consent.state(tx.today()) == Consent.State.AWAITING
            && !ConsentRegister.untold(actor, consent)
            && !ConfirmationSql.recorded(tx, consent.id(), actor.staff())
        ? ConfirmationRule.confirms(actor.seats(), consent)
        : Optional.empty();
  }

  /** Confirms; what it covers is readable from now on. Not found for whoever may not. */
  void confirm(Tx tx, Actor.Staff actor, Consent consent) {
    Seat seat = seat(tx, actor, consent).orElseThrow(NotFound::new);
    ConfirmationSql.add(tx, consent.id(), seat.organisation(), actor.staff());
    grants.refresh(tx, consent.child());
    events.publishEvent(
        ConsentMoved.of(tx, consent.child(), consent.id(), ConsentMoved.Move.CONFIRMED));
    trace.write(
        tx, Entry.of(Action.GIVE_CONSENT).child(consent.child()).seat(seat).purpose("CONFIRMED"));
  }
}
