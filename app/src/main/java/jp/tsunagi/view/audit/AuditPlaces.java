package jp.tsunagi.view.audit;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.ui.NavItem;
import jp.tsunagi.people.staff.Places;
import org.springframework.stereotype.Component;

/** 閲覧の記録 and ふだんと違う閲覧: where the auditor works. */
@Component
final class AuditPlaces implements Places {
  private static final int LAST = 90;

  @Override
  public List<Place> of(Actor.Staff actor) {
    return actor.may(Right.AUDIT)
        ? List.of(
            new Place(LAST, new NavItem("/audit", t("audit.title"))),
            new Place(LAST + 1, new NavItem("/audit/unusual", t("audit.unusual.title"))))
        : List.of();
  }
}
