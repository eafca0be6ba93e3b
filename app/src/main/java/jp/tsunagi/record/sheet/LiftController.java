package jp.tsunagi.record.sheet;

import static jp.tsunagi.base.ui.Text.t;

import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** {@code /sheets/{id}/lift}: a draft goes on on the version of the form that is in use now. */
@Controller
class LiftController {
  private final Database database;
  private final SheetReading reading;
  private final Lifting lifting;
  private final SheetView view;
  private final Trace trace;

  LiftController(
      Database database, SheetReading reading, Lifting lifting, SheetView view, Trace trace) {
    this.database = database;
    this.reading = reading;
    this.lifting = lifting;
    this.view = view;
    this.trace = trace;
  }

  @PostMapping("/sheets/{id}/lift")
  @Permitted(Permission.WRITE)
  @Traced({Action.SAVE_DRAFT, Action.VIEW_SHEET})
  ModelAndView lift(Actor.Staff actor, @PathVariable SheetId id) {
    return database.call(
        actor,
        tx -> {
          reading.opened(tx, reading.draft(tx, id));
          return switch (lifting.lift(tx, id)) {
            case SheetOutcome.Done _ -> Screen.done(writing(tx, id), "sheet.done.lift");
            case SheetOutcome.Refused(var why) -> {
              ReadSheet read = reading.inUse(tx, id);
              SheetController.viewed(tx, trace, read);
              yield Screen.of(view.page(tx, read, why.view(t("sheet.refused"))), 422);
            }
          };
        });
  }

  /** Where it is written on: a long form of a family one section after the other. */
  private String writing(Tx tx, SheetId id) {
    ReadSheet draft = reading.draft(tx, id);
    String section = draft.form().sections().getFirst().key();
    return "/sheets/" + id + "/draft" + (draft.sheet().ofFamily() ? "/" + section : "");
  }
}
