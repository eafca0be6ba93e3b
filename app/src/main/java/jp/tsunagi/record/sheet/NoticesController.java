package jp.tsunagi.record.sheet;

import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.record.idea.FromBank;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** {@code /sheets/{id}/draft-notices}: what a writer may want to look at before it goes out. */
@Controller
class NoticesController {
  private final Database database;
  private final SheetReading reading;
  private final SheetWriting writing;
  private final Trace trace;

  NoticesController(Database database, SheetReading reading, SheetWriting writing, Trace trace) {
    this.database = database;
    this.reading = reading;
    this.writing = writing;
    this.trace = trace;
  }

  /** For its writers, as the draft itself is; asked again while one writes, traced once. */
  @GetMapping("/sheets/{id}/draft-notices")
  @Permitted(Permission.WRITE)
  @Traced(Action.VIEW_SHEET)
  ModelAndView show(Actor.Staff actor, @PathVariable SheetId id) {
    return database.call(
        actor,
        tx -> {
          ReadSheet draft = writing.open(tx, id);
          Sheet sheet = draft.sheet();
          if (!SheetSql.writes(tx, sheet, actor.staff())) {
            throw new NotFound();
          }
          if (sheet.state() != SheetState.DRAFT || sheet.ofFamily()) {
            return Screen.redirect("/sheets/" + id);
          }
          trace.writeOnceIn(
              tx,
              PartWriting.ONE_SITTING,
              Entry.of(Action.VIEW_SHEET).child(sheet.child()).about("sheet", sheet.id()));
          return Screen.of(
              new NoticesPage(
                  SheetHead.of(tx, sheet, draft.form()),
                  "/sheets/" + id + "/draft-notices",
                  "/sheets/" + id + "/draft",
                  Noticing.of(
                      draft,
                      reading.before(tx, sheet),
                      SameWords.others(tx, sheet),
                      FromBank.known(tx)::holds)));
        });
  }
}
