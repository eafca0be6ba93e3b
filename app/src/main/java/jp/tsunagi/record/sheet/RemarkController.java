package jp.tsunagi.record.sheet;

import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /sheets/{id}/remarks}: about one field, between writers and those who decide. */
@Controller
class RemarkController {
  private final Database database;
  private final Remarks remarks;
  private final SheetReading reading;
  private final SheetView view;
  private final Trace trace;

  RemarkController(
      Database database, Remarks remarks, SheetReading reading, SheetView view, Trace trace) {
    this.database = database;
    this.remarks = remarks;
    this.reading = reading;
    this.view = view;
    this.trace = trace;
  }

  @PostMapping("/sheets/{id}/remarks")
  @Permitted(Permission.STAFF)
  @Traced({Action.SAVE_DRAFT, Action.VIEW_SHEET})
  ModelAndView say(
      Actor.Staff actor,
      @PathVariable SheetId id,
      @RequestParam(defaultValue = "") String field,
      @RequestParam(defaultValue = "") String words) {
    String said = words.strip();
    return database.call(
        actor,
        tx -> {
          ReadSheet read = reading.inUse(tx, id);
          reading.opened(tx, read);
          int length = said.codePointCount(0, said.length());
          if (said.isEmpty() || length > Remarks.LONGEST) {
            SheetController.viewed(tx, trace, read);
            var why =
                said.isEmpty() ? SheetRefusal.Plain.NO_WORDS : SheetRefusal.Plain.TOO_MANY_WORDS;
            return Screen.of(
                view.page(tx, read, why.view(jp.tsunagi.base.ui.Text.t("sheet.refused.remark"))),
                422);
          }
          remarks.say(tx, id, field, said);
          return Screen.redirect("/sheets/" + id + "#said-" + field);
        });
  }

  @PostMapping("/sheets/{id}/remarks/{remark}/settlement")
  @Permitted(Permission.STAFF)
  @Traced(Action.SAVE_DRAFT)
  ModelAndView settle(Actor.Staff actor, @PathVariable SheetId id, @PathVariable UUID remark) {
    database.run(
        actor,
        tx -> {
          reading.opened(tx, reading.inUse(tx, id));
          remarks.settle(tx, id, remark);
        });
    return Screen.done("/sheets/" + id, "sheet.done.settle");
  }
}
