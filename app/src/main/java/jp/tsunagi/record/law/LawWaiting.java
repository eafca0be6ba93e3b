package jp.tsunagi.record.law;

import static jp.tsunagi.base.ui.Text.t;

import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.staff.Waiting;
import org.springframework.stereotype.Component;

/**
 * Grounds that wait for a second person, or are open to the place, in the day of those concerned.
 */
@Component
final class LawWaiting implements Waiting {
  private final Laws laws;

  LawWaiting(Laws laws) {
    this.laws = laws;
  }

  @Override
  public Optional<Heap> at(Tx tx, Actor.Staff actor, Seat seat) {
    if (!seat.answers()) {
      return Optional.empty();
    }
    int waiting = laws.waiting(tx, actor).size();
    if (waiting > 0) {
      return Optional.of(heap(waiting, "law.waiting.what", "law.waiting.open"));
    }
    long open =
        Laws.open(tx, actor).stream()
            .filter(one -> one.receiver().equals(seat.organisation()))
            .count();
    return open == 0 || !seat.reads()
        ? Optional.empty()
        : Optional.of(heap(open, "law.open.what", "law.open.open"));
  }

  private static Heap heap(long count, String what, String act) {
    return new Heap(LawDecisionsController.URL, t("law.count", count), t(what), t(act));
  }
}
