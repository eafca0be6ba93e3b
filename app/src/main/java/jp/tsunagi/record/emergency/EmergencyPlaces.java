package jp.tsunagi.record.emergency;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.ui.NavItem;
import jp.tsunagi.people.staff.Places;
import org.springframework.stereotype.Component;

/** 緊急閲覧, for those who have the right. */
@Component
final class EmergencyPlaces implements Places {
  private static final int ORDER = 90;

  @Override
  public List<Place> of(Actor.Staff actor) {
    return actor.may(Right.EMERGENCY)
        ? List.of(new Place(ORDER, new NavItem(EmergencyController.URL, t("emergency.title"))))
        : List.of();
  }
}
