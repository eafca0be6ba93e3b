package jp.tsunagi.work.request;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.staff.Waiting;
import org.springframework.stereotype.Component;

/** What is asked of a place, in the day of those who answer for it. */
@Component
final class RequestsToAnswer implements Waiting {
  @Override
  public Optional<Heap> at(Tx tx, Actor.Staff actor, Seat seat) {
    if (!seat.heads() && !seat.may(Right.INTAKE)) {
      return Optional.empty();
    }
    int count =
        RequestSql.count(
            tx, Sides.of(tx, Side.ANSWERING, List.of(seat)).and(RequestFilter.asked(tx.today())));
    return count == 0
        ? Optional.empty()
        : Optional.of(
            new Heap(
                "/requests?side=ANSWERING",
                t("request.waiting.count", count),
                t("request.waiting.what"),
                t("request.waiting.open")));
  }
}
