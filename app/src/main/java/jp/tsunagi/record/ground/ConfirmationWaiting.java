package jp.tsunagi.record.ground;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.staff.Waiting;
import org.springframework.stereotype.Component;

/** Consents that a second organisation must confirm (ADR 8), in the day of those who may. */
@Component
final class ConfirmationWaiting implements Waiting {
  /**
   * Who neither takes in nor enrols confirms nothing; what somebody may confirm is decided each.
   */
  static boolean mayConfirm(Seat seat) {
    return seat.may(Right.INTAKE) || seat.may(Right.ENROL);
  }

  /** The consents that the actor may confirm now, the oldest first. */
  static List<Consent> of(Tx tx, Actor.Staff actor) {
    return actor.seats().stream().anyMatch(ConfirmationWaiting::mayConfirm)
        ? ConsentSql.of(tx, ConfirmationSql.awaiting(tx)).reversed().stream()
            .filter(consent -> Confirmation.seat(tx, actor, consent).isPresent())
            .toList()
        : List.of();
  }

  @Override
  public Optional<Heap> at(Tx tx, Actor.Staff actor, Seat seat) {
    int consents = mayConfirm(seat) ? of(tx, actor).size() : 0;
    return consents == 0
        ? Optional.empty()
        : Optional.of(
            new Heap(
                ConfirmationsController.URL,
                t("ground.waiting.count", consents),
                t("ground.waiting.what"),
                t("ground.waiting.open")));
  }
}
