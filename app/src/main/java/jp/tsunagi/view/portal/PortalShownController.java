package jp.tsunagi.view.portal;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Grant;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.record.ground.Showings;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** {@code /portal/children/{id}/shown}: what a person of age lets a guardian read. */
@Controller
class PortalShownController {
  private final Database database;
  private final Showings showings;
  private final PortalSheets sheets;
  private final Trace trace;

  PortalShownController(Database database, Showings showings, PortalSheets sheets, Trace trace) {
    this.database = database;
    this.showings = showings;
    this.sheets = sheets;
    this.trace = trace;
  }

  @GetMapping("/portal/children/{id}/shown")
  @Permitted(Permission.GUARDIAN)
  @Traced(Action.VIEW_CHILD)
  ModelAndView list(Actor.Guardian actor, @PathVariable ChildId id) {
    return Screen.of(
        database.call(
            actor,
            tx -> {
              Showings.ToGuardian shown = showings.to(tx, actor, id);
              trace.write(
                  tx,
                  Entry.of(Action.VIEW_CHILD)
                      .child(id)
                      .ground(Grant.GroundKind.PERSON.name())
                      .purpose("SHEETS"));
              var rows = sheets.readable(tx, id).stream().map(PortalSheetsController::row).toList();
              return new PortalShownPage(shown.child().view(), ground(shown), rows);
            }));
  }

  /** 本人が見せています（令和9年3月31日まで）. */
  static String ground(Showings.ToGuardian shown) {
    return t("portal.shown.by." + shown.by(), DateWords.plain(shown.lastDay()).in(language()));
  }
}
