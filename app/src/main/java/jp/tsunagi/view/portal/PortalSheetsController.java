package jp.tsunagi.view.portal;

import static jp.tsunagi.base.ui.Text.t;

import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.people.child.Identities;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** {@code /portal/children/{id}/sheets}: what was written about my child. */
@Controller
class PortalSheetsController {
  private final Database database;
  private final Identities children;
  private final PortalSheets sheets;
  private final Trace trace;

  PortalSheetsController(Database database, Identities children, PortalSheets sheets, Trace trace) {
    this.database = database;
    this.children = children;
    this.sheets = sheets;
    this.trace = trace;
  }

  @GetMapping("/portal/children/{id}/sheets")
  @Permitted(Permission.GUARDIAN)
  @Traced(Action.VIEW_CHILD)
  ModelAndView show(Actor.Guardian actor, @PathVariable ChildId id) {
    return Screen.of(
        database.call(
            actor,
            tx -> {
              var child = children.get(tx, id);
              trace.write(tx, Entry.of(Action.VIEW_CHILD).child(id).purpose("SHEETS"));
              var rows = sheets.readable(tx, id).stream().map(PortalSheetsController::row).toList();
              return new PortalSheetsPage(child.view(), rows, "/portal");
            }));
  }

  static PortalSheetsPage.Row row(PortalSheets.Line line) {
    return new PortalSheetsPage.Row(
        "/portal/sheets/" + line.id(),
        line.title(),
        line.organisation(),
        line.year(),
        line.answer() == PortalSheets.Answer.NONE ? null : t("portal.sheets." + line.answer()));
  }
}
