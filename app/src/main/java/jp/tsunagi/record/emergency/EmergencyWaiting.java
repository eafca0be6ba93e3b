package jp.tsunagi.record.emergency;

import static jp.tsunagi.base.ui.Text.t;

import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.staff.Waiting;
import org.springframework.stereotype.Component;

/** Openings that must be reviewed, in the day of those who may: the alert. */
@Component
final class EmergencyWaiting implements Waiting {
  private final Emergencies emergencies;

  EmergencyWaiting(Emergencies emergencies) {
    this.emergencies = emergencies;
  }

  @Override
  public Optional<Heap> at(Tx tx, Actor.Staff actor, Seat seat) {
    boolean asks = seat.may(Right.APPROVE) || seat.may(Right.INTAKE);
    int count = asks ? emergencies.toReview(tx, actor).size() : 0;
    return count == 0
        ? Optional.empty()
        : Optional.of(
            new Heap(
                EmergencyReviewController.URL,
                t("emergency.count", count),
                t("emergency.review.title"),
                t("emergency.review.open")));
  }
}
