package jp.tsunagi.work.programme;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.ui.NavItem;
import jp.tsunagi.people.staff.Places;
import jp.tsunagi.people.staff.PostKind;
import org.springframework.stereotype.Component;

/** 支援事業 in the header of those who run programmes: the staff of the hubs. */
@Component
class ProgrammePlaces implements Places {
  private static final List<String> POSTS =
      List.of(
          PostKind.COUNSELLOR.name(),
          PostKind.PROGRAMME_WORKER.name(),
          PostKind.CENTRE_HEAD.name(),
          PostKind.HUB_TEACHER.name());

  @Override
  public List<Place> of(Actor.Staff actor) {
    boolean runs = actor.reading().anyMatch(seat -> POSTS.contains(seat.post()));
    return runs
        ? List.of(new Place(30, new NavItem("/programmes", t("programme.title"))))
        : List.of();
  }
}
