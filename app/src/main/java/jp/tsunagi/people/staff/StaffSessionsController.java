package jp.tsunagi.people.staff;

import java.util.List;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** {@code /staff/{id}/sessions}: an administrator sees where somebody is signed in, and ends it. */
@Controller
class StaffSessionsController {
  private final Database database;
  private final SessionList sessions;

  StaffSessionsController(Database database, SessionList sessions) {
    this.database = database;
    this.sessions = sessions;
  }

  static String url(StaffId staff) {
    return StaffController.url(staff) + "/sessions";
  }

  @GetMapping("/staff/{id}/sessions")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.NONE)
  ModelAndView show(Actor.Staff actor, @PathVariable StaffId id) {
    return Screen.of(database.call(actor, tx -> page(tx, StaffController.there(tx, id))));
  }

  private static StaffSessionsPage page(Tx tx, StaffMember there) {
    List<SessionsPage.Line> lines =
        SessionList.of(tx, there).stream()
            .map(one -> new SessionsPage.Line(one.browser(), one.since(), one.seen(), null))
            .toList();
    return new StaffSessionsPage(
        url(there.id()), StaffController.url(there.id()), there.name(), lines);
  }

  @PostMapping("/staff/{id}/sessions")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.ADMINISTER)
  ModelAndView end(Actor.Staff actor, @PathVariable StaffId id) {
    sessions.endAll(actor, id);
    return Screen.done(StaffController.url(id), "staff.session.done.all");
  }
}
