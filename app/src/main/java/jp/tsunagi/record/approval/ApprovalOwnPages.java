package jp.tsunagi.record.approval;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.people.staff.OwnPages;
import org.springframework.stereotype.Component;

/** 決裁の順, in the menu of whoever answers for a place. */
@Component
class ApprovalOwnPages implements OwnPages {
  @Override
  public List<Link> of(Actor.Staff actor) {
    return Permission.HEAD.allows(actor)
        ? List.of(new Link(ApprovalRouteController.URL, t("approval.route.title")))
        : List.of();
  }
}
