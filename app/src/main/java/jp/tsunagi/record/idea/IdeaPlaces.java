package jp.tsunagi.record.idea;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.ui.NavItem;
import jp.tsunagi.people.staff.Places;
import org.springframework.stereotype.Component;

/** 文例集 in the header of the administrator; writers come from the writing screen. */
@Component
final class IdeaPlaces implements Places {
  private static final int BEHIND_STAFF = 82;

  @Override
  public List<Place> of(Actor.Staff actor) {
    return IdeaRule.keeps(actor, Optional.empty())
        ? List.of(
            new Place(BEHIND_STAFF, new NavItem(IdeaListController.URL, t("idea.list.title"))))
        : List.of();
  }
}
