package jp.tsunagi.work.plan;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.ui.NavItem;
import jp.tsunagi.people.staff.Places;
import org.springframework.stereotype.Component;

/** 評価 in the header, for whoever writes plans of a class. */
@Component
final class PlanPlaces implements Places {
  private static final int ORDER = 42;

  @Override
  public List<Place> of(Actor.Staff actor) {
    boolean writes = actor.with(Right.WRITE).stream().anyMatch(seat -> seat.classId().isPresent());
    return writes
        ? List.of(
            new Place(ORDER, new NavItem(EvaluationsController.URL, t("plan.evaluations.place"))))
        : List.of();
  }
}
