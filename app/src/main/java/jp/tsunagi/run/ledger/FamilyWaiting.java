package jp.tsunagi.run.ledger;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.staff.Waiting;
import org.springframework.stereotype.Component;

/** Families to ask for consent, in the day of those who take children in. */
@Component
final class FamilyWaiting implements Waiting {
  @Override
  public Optional<Heap> at(Tx tx, Actor.Staff actor, Seat seat) {
    int families = seat.may(Right.INTAKE) ? FamilySql.waiting(tx, List.of(seat.organisation())) : 0;
    return families == 0
        ? Optional.empty()
        : Optional.of(
            new Heap(
                FamiliesView.URL,
                t("ledger.families.count", families),
                t("ledger.families"),
                t("ledger.families.open")));
  }
}
