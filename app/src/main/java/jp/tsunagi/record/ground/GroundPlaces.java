package jp.tsunagi.record.ground;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.ui.NavItem;
import jp.tsunagi.people.staff.Places;
import org.springframework.stereotype.Component;

/** 同意書の受付, for those who take in signed forms. */
@Component
final class GroundPlaces implements Places {
  private static final int ORDER = 60;

  @Override
  public List<Place> of(Actor.Staff actor) {
    return actor.may(Right.ENROL)
        ? List.of(new Place(ORDER, new NavItem("/consents/reference", t("ground.reference.place"))))
        : List.of();
  }
}
