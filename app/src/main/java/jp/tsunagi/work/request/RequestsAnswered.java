package jp.tsunagi.work.request;

import static jp.tsunagi.base.ui.Text.t;
import static jp.tsunagi.schema.Tables.PLAN_REQUEST;

import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.staff.Waiting;
import org.jooq.Condition;
import org.springframework.stereotype.Component;

/** Answers that nobody at the asking place has looked at, in the day of those who ask. */
@Component
final class RequestsAnswered implements Waiting {
  private static final List<String> ANSWERS =
      List.of(
          RequestState.READABLE.name(),
          RequestState.REFUSED.name(),
          RequestState.DECLINED.name(),
          RequestState.WITHDRAWN.name(),
          RequestState.STOPPED.name());

  @Override
  public Optional<Heap> at(Tx tx, Actor.Staff actor, Seat seat) {
    if (!seat.asks()) {
      return Optional.empty();
    }
    Condition unseen =
        PLAN_REQUEST
            .STATE
            .in(ANSWERS)
            .and(PLAN_REQUEST.TOLD_AT.isNull().or(PLAN_REQUEST.TOLD_AT.lt(PLAN_REQUEST.STATE_AT)));
    // few at a time; which of them are told is decided in one place
    long count =
        RequestSql.of(
                tx,
                Sides.of(tx, Side.ASKING, List.of(seat)).and(unseen),
                RequestFilter.Page.whole())
            .stream()
            .filter(one -> one.told(tx.today()) != RequestState.EXPIRED)
            .count();
    return count == 0
        ? Optional.empty()
        : Optional.of(
            new Heap(
                "/requests?side=ASKING&show=ALL",
                t("request.answered.count", count),
                t("request.answered.what"),
                t("request.answered.open")));
  }
}
