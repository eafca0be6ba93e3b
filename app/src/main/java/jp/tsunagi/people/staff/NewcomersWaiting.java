package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.t;

import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.Tx;
import org.springframework.stereotype.Component;

/** People who wait for a word of those who lead at a place, in the day of these (ADR 9). */
@Component
final class NewcomersWaiting implements Waiting {
  @Override
  public Optional<Heap> at(Tx tx, Actor.Staff actor, Seat seat) {
    long people =
        Newcomers.mayBeAsked(seat)
            ? Newcomers.all(tx).stream()
                .filter(one -> one.confirmers().allow(actor.staff()))
                .count()
            : 0;
    return people == 0
        ? Optional.empty()
        : Optional.of(
            new Heap(
                NewcomersController.URL,
                t("staff.newcomer.count", people),
                t("staff.newcomer.title"),
                t("staff.newcomer.open")));
  }
}
