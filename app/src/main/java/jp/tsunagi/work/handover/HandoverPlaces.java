package jp.tsunagi.work.handover;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.ui.NavItem;
import jp.tsunagi.people.staff.Places;
import jp.tsunagi.people.staff.PostKind;
import org.springframework.stereotype.Component;

/** 引継ぎ in the header of those who receive for a 園 or a school. */
@Component
class HandoverPlaces implements Places {
  private static final List<String> POSTS =
      List.of(PostKind.NURSERY_HEAD.name(), PostKind.COORDINATOR.name());

  @Override
  public List<Place> of(Actor.Staff actor) {
    boolean receives = actor.receiving().stream().anyMatch(s -> POSTS.contains(s.post()));
    return receives
        ? List.of(new Place(20, new NavItem("/handovers", t("handover.title"))))
        : List.of();
  }
}
