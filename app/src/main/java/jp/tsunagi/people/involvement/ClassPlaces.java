package jp.tsunagi.people.involvement;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.ui.NavItem;
import jp.tsunagi.people.staff.Places;
import org.springframework.stereotype.Component;

/** 組の名簿 in the header, for those who enrol at a 園 or school. */
@Component
final class ClassPlaces implements Places {
  private static final int ORDER = 40;

  @Override
  public List<Place> of(Actor.Staff actor) {
    boolean enrols = actor.with(Right.ENROL).stream().anyMatch(seat -> !seat.may(Right.INTAKE));
    return enrols
        ? List.of(new Place(ORDER, new NavItem("/classes", t("involvement.classes"))))
        : List.of();
  }
}
