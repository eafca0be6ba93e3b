package jp.tsunagi.view.overview;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.staff.Waiting;
import org.springframework.stereotype.Component;

/** What waits elsewhere for somebody at a seat, as things for today. */
@Component
class Heaps {
  private final List<Waiting> sources;

  Heaps(List<Waiting> sources) {
    this.sources = List.copyOf(sources);
  }

  List<DayPage.Task> at(Tx tx, Actor.Staff actor, Seat seat) {
    return sources.stream()
        .flatMap(source -> source.at(tx, actor, seat).stream())
        .map(heap ->
            new DayPage.Task(
                t("overview.when.HEAP"),
                heap.count(),
                heap.what(),
                new DayPage.Do(heap.act(), heap.url(), null, null, null, 0)))
        .toList();
  }
}
