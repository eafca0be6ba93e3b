package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.ui.NavItem;
import org.springframework.stereotype.Component;

/** 機関 and 職員: where the system administrator works. */
@Component
final class AdministratorPlaces implements Places {
  private static final int BEHIND_CHILDREN = 80;

  @Override
  public List<Place> of(Actor.Staff actor) {
    return actor.may(Right.ADMINISTER)
        ? List.of(
            new Place(BEHIND_CHILDREN, new NavItem("/organisations", t("organisation.list.title"))),
            new Place(BEHIND_CHILDREN + 1, new NavItem("/staff", t("staff.list.title"))),
            new Place(
                BEHIND_CHILDREN + 2, new NavItem(SettingsController.URL, t("staff.setting.title"))))
        : List.of();
  }
}
