package jp.tsunagi.record.sheet;

import static jp.tsunagi.base.ui.Text.t;

import java.util.Optional;
import java.util.function.Function;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /sheets/{id}/approval}: what the posts of a sheet's route decide about it. */
@Controller
class ApprovalController {
  private final Database database;
  private final Approving approving;
  private final SheetReading reading;
  private final SheetView view;
  private final Trace trace;

  ApprovalController(
      Database database, Approving approving, SheetReading reading, SheetView view, Trace trace) {
    this.database = database;
    this.approving = approving;
    this.reading = reading;
    this.view = view;
    this.trace = trace;
  }

  /**
   * Approves, decides in place of another, or gives back.
   *
   * @param then approve, deputise or return
   * @param moment of the round that the page showed
   * @param to the earlier post it goes back to, by its number; empty for the writers
   */
  @PostMapping("/sheets/{id}/approval")
  @Permitted(Permission.STAFF)
  @Traced({Action.APPROVE_SHEET, Action.VIEW_SHEET})
  ModelAndView decide(
      Actor.Staff actor,
      @PathVariable SheetId id,
      @RequestParam(defaultValue = "") String then,
      @RequestParam(defaultValue = "") String note,
      @RequestParam Optional<String> moment,
      @RequestParam(defaultValue = "") String to) {
    Optional<String> words =
        Optional.of(note.strip()).filter(text -> !text.isEmpty()).map(ApprovalController::few);
    Optional<Integer> back =
        Optional.of(to).filter(number -> number.matches("\\d{1,3}")).map(Integer::valueOf);
    return act(
        actor,
        id,
        "sheet.done." + then,
        tx ->
            switch (then) {
              case "approve" -> approving.approve(tx, id, false, words, moment);
              case "deputise" -> approving.approve(tx, id, true, words, moment);
              case "return" -> approving.giveBack(tx, id, back, words, moment);
              default -> throw new NotFound();
            });
  }

  private static String few(String words) {
    return words.codePointCount(0, words.length()) <= MoveController.LONGEST
        ? words
        : words.substring(0, words.offsetByCodePoints(0, MoveController.LONGEST));
  }

  /** 後閲. */
  @PostMapping("/sheets/{id}/sight")
  @Permitted(Permission.STAFF)
  @Traced({Action.APPROVE_SHEET, Action.VIEW_SHEET})
  ModelAndView see(Actor.Staff actor, @PathVariable SheetId id) {
    return act(actor, id, "sheet.done.see", tx -> approving.see(tx, id));
  }

  /** Whoever has a say in it and comes too late is told so, not that there is no such sheet. */
  private ModelAndView act(
      Actor.Staff actor, SheetId id, String done, Function<Tx, SheetOutcome> act) {
    try {
      return acted(actor, id, done, act);
    } catch (NotFound e) {
      if (database.call(actor, tx -> isNear(tx, id))) {
        return Screen.done("/approvals", "sheet.done.gone");
      }
      throw e;
    }
  }

  private boolean isNear(Tx tx, SheetId id) {
    Sheet sheet = SheetSql.find(tx, id);
    boolean near = approving.isNear(tx, sheet);
    if (near) {
      trace.write(tx, Entry.of(Action.VIEW_SHEET).child(sheet.child()).ground("OWN"));
    }
    return near;
  }

  private ModelAndView acted(
      Actor.Staff actor, SheetId id, String done, Function<Tx, SheetOutcome> act) {
    return database.call(
        actor,
        tx -> {
          ReadSheet read = reading.inUse(tx, id);
          reading.opened(tx, read);
          return switch (act.apply(tx)) {
            case SheetOutcome.Done(_, var state) ->
                state == SheetState.DRAFT && !SheetSql.writes(tx, read.sheet(), actor.staff())
                    ? Screen.done("/approvals", done)
                    : Screen.done("/sheets/" + id, done);
            case SheetOutcome.Refused(var why) when why == SheetRefusal.Plain.NOT_OPENED -> {
              // the page itself notes that it was looked at
              SheetController.viewed(tx, trace, read);
              yield Screen.done("/sheets/" + id, "sheet.done.not-opened");
            }
            case SheetOutcome.Refused(var why) -> {
              SheetController.viewed(tx, trace, read);
              yield Screen.of(view.page(tx, read, why.view(t("sheet.refused.approval"))), 422);
            }
          };
        });
  }
}
