package jp.tsunagi.record.idea;

import static jp.tsunagi.base.ui.Text.t;

import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.staff.Waiting;
import org.springframework.stereotype.Component;

/** Examples that somebody proposed, in the day of whoever heads the organisation. */
@Component
final class IdeasWaiting implements Waiting {
  private final Ideas ideas;

  IdeasWaiting(Ideas ideas) {
    this.ideas = ideas;
  }

  @Override
  public Optional<Heap> at(Tx tx, Actor.Staff actor, Seat seat) {
    int waiting = seat.heads() ? ideas.waiting(tx, actor) : 0;
    return waiting == 0
        ? Optional.empty()
        : Optional.of(
            new Heap(
                IdeaListController.URL + "?state=" + IdeaState.PROPOSED,
                t("idea.waiting.count", waiting),
                t("idea.waiting.what"),
                t("idea.waiting.open")));
  }
}
