package jp.tsunagi.record.compartment;

import static jp.tsunagi.base.ui.Text.t;

import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.staff.Waiting;
import org.springframework.stereotype.Component;

/** Prints that wait for a second person, in the day of those who answer for a place. */
@Component
final class ReleasesWaiting implements Waiting {
  private final Releases releases;

  ReleasesWaiting(Releases releases) {
    this.releases = releases;
  }

  @Override
  public Optional<Heap> at(Tx tx, Actor.Staff actor, Seat seat) {
    if (!seat.answers()) {
      return Optional.empty();
    }
    int waiting = releases.waiting(tx, actor).size();
    return waiting == 0
        ? Optional.empty()
        : Optional.of(
            new Heap(
                ReleasesController.URL,
                t("compartment.release.count", waiting),
                t("compartment.release.waiting"),
                t("compartment.release.open")));
  }
}
