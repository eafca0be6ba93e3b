package jp.tsunagi.view.overview;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.ui.NavItem;
import jp.tsunagi.people.staff.Places;
import org.springframework.stereotype.Component;

/** わたしの学級 for a class teacher, きょう for everybody else who sees children. */
@Component
class OverviewPlaces implements Places {
  private static final int FIRST = 10;

  @Override
  public List<Place> of(Actor.Staff actor) {
    return Desk.seats(actor).stream()
        .limit(1)
        .map(seat -> new Place(FIRST, new NavItem("/day", t("overview.place." + Desk.of(seat)))))
        .toList();
  }
}
