package jp.tsunagi.record.sheet;

import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.Arrays;
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
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.record.file.Uploads;
import jp.tsunagi.record.form.Occasion;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** What staff do with a sheet that is not being written: each a noun under {@code /sheets/{id}}. */
@Controller
class MoveController {
  /** Characters of a reason or a note. */
  static final int LONGEST = 1000;

  private final Database database;
  private final Sheets sheets;
  private final SheetReading reading;
  private final SheetView view;
  private final Receiving receiving;
  private final Trace trace;

  MoveController(
      Database database,
      Sheets sheets,
      SheetReading reading,
      SheetView view,
      Receiving receiving,
      Trace trace) {
    this.database = database;
    this.sheets = sheets;
    this.reading = reading;
    this.view = view;
    this.receiving = receiving;
    this.trace = trace;
  }

  @PostMapping("/sheets/{id}/recall")
  @Permitted(Permission.WRITE)
  @Traced(Action.SAVE_DRAFT)
  ModelAndView recall(Actor.Staff actor, @PathVariable SheetId id) {
    return move(
        actor, id, "/draft", "sheet.done.recall", tx -> Sheets.joined(tx, sheets.pullBack(tx, id)));
  }

  /**
   * What the guardian answered on paper or in a talk: confirmed, something differs, to be talked
   * over.
   */
  @PostMapping("/sheets/{id}/confirmation")
  @Permitted(Permission.WRITE)
  @Traced({Action.CONFIRM_SHEET, Action.VIEW_SHEET})
  ModelAndView confirmation(
      Actor.Staff actor,
      @PathVariable SheetId id,
      @RequestParam MultiValueMap<String, String> parameters,
      @RequestParam MultiValueMap<String, MultipartFile> files) {
    Uploads uploads = receiving.files(actor, id, files);
    return database.call(
        actor,
        tx -> {
          ReadSheet read = reading.inUse(tx, id);
          reading.opened(tx, read);
          Noting noting = Noting.read(tx, new Typing(parameters), uploads);
          return switch (sheets.note(tx, id, noting)) {
            case SheetOutcome.Done _ -> Screen.done("/sheets/" + id, noting.done());
            case SheetOutcome.Refused(var why) -> {
              SheetController.viewed(tx, trace, read);
              yield Screen.of(view.page(tx, read, why.view(t("sheet.refused")), noting), 422);
            }
          };
        });
  }

  /** What took place on the form's way: 担当者会議, 説明, 交付, with its day and who took part. */
  @PostMapping("/sheets/{id}/occasions")
  @Permitted(Permission.WRITE)
  @Traced({Action.SAVE_DRAFT, Action.VIEW_SHEET})
  ModelAndView occasion(
      Actor.Staff actor,
      @PathVariable SheetId id,
      @RequestParam MultiValueMap<String, String> parameters) {
    Typed typed = new Typed(parameters);
    Optional<Occasion> occasion =
        Arrays.stream(Occasion.values())
            .filter(one -> one.name().equals(typed.text("occasion")))
            .findFirst();
    return move(
        actor,
        id,
        "",
        "sheet.done.occasion",
        tx -> {
          Occasion what = occasion.orElseThrow(NotFound::new);
          Optional<LocalDate> on = Drafting.day(tx, typed.text("on." + what));
          String people = typed.text("people." + what);
          int length = people.codePointCount(0, people.length());
          return on.isEmpty() || people.isEmpty() || length > LONGEST
              ? new SheetOutcome.Refused(SheetRefusal.Plain.NOT_DATED)
              : sheets.note(tx, id, what, on.get(), people);
        });
  }

  /** The family has not answered: the place goes on with the sheet inside. */
  @PostMapping("/sheets/{id}/inside-use")
  @Permitted(Permission.WRITE)
  @Traced({Action.SAVE_DRAFT, Action.VIEW_SHEET})
  ModelAndView useInside(Actor.Staff actor, @PathVariable SheetId id) {
    return move(actor, id, "", "sheet.done.inside", tx -> sheets.useInside(tx, id));
  }

  @PostMapping("/sheets/{id}/correction")
  @Permitted(Permission.WRITE)
  @Traced(Action.SAVE_DRAFT)
  ModelAndView correction(Actor.Staff actor, @PathVariable SheetId id) {
    return move(
        actor, id, "/draft", "sheet.done.correct", tx -> Sheets.joined(tx, sheets.correct(tx, id)));
  }

  @PostMapping("/sheets/{id}/amendment")
  @Permitted(Permission.WRITE)
  @Traced(Action.SAVE_DRAFT)
  ModelAndView amendment(Actor.Staff actor, @PathVariable SheetId id) {
    return move(actor, id, "/draft", "sheet.done.amend", tx -> sheets.amendAndJoin(tx, id));
  }

  @PostMapping("/sheets/{id}/restoration")
  @Permitted(Permission.WRITE)
  @Traced(Action.SAVE_DRAFT)
  ModelAndView restoration(Actor.Staff actor, @PathVariable SheetId id) {
    return move(
        actor, id, "/draft", "sheet.done.restore", tx -> Sheets.joined(tx, sheets.restore(tx, id)));
  }

  private ModelAndView move(
      Actor.Staff actor, SheetId id, String next, String done, Function<Tx, SheetOutcome> act) {
    return database.call(
        actor,
        tx -> {
          ReadSheet read = reading.inUse(tx, id);
          reading.opened(tx, read);
          return switch (act.apply(tx)) {
            case SheetOutcome.Done _ -> Screen.done("/sheets/" + id + next, done);
            case SheetOutcome.Refused(var why) -> {
              SheetController.viewed(tx, trace, read);
              yield Screen.of(view.page(tx, read, why.view(t("sheet.refused"))), 422);
            }
          };
        });
  }
}
