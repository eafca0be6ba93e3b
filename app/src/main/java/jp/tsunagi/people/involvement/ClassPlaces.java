package jp.tsunagi.people.involvement;

import static jp.tsunagi.base.ui.Text.t;

import java.util.ArrayList;
import java.util.List;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.ui.NavItem;
import jp.tsunagi.people.staff.Places;
import jp.tsunagi.people.staff.PostKind;
import org.springframework.stereotype.Component;

/** 組の名簿 in the header, for those who enrol at a 園 or school. */
@Component
final class ClassPlaces implements Places {
  private static final int ORDER = 40;

  @Override
  public List<Place> of(Actor.Staff actor) {
    List<Seat> seats =
        actor.with(Right.ENROL).stream().filter(seat -> !seat.may(Right.INTAKE)).toList();
    List<Place> places = new ArrayList<>();
    if (!seats.isEmpty()) {
      places.add(new Place(ORDER, new NavItem("/classes", t("involvement.classes"))));
    }
    if (seats.stream().anyMatch(ClassPlaces::hasCaseloads)) {
      String title = t("involvement.caseload.title");
      places.add(new Place(ORDER + 1, new NavItem(CaseloadsController.URL, title)));
    }
    return places;
  }

  /** Whether somebody there holds a part of the children only. */
  static boolean hasCaseloads(Seat seat) {
    return PostKind.valueOf(seat.post()).besideCaseloads();
  }
}
