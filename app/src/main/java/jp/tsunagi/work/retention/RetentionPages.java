package jp.tsunagi.work.retention;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.people.staff.OwnPages;
import org.springframework.stereotype.Component;

/** 保存期限が来た記録: for whoever answers for a place. */
@Component
final class RetentionPages implements OwnPages {
  @Override
  public List<Link> of(Actor.Staff actor) {
    return actor.seats().stream().anyMatch(Seat::answers)
        ? List.of(new Link(RetentionController.URL, t("retention.title")))
        : List.of();
  }
}
