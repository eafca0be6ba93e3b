package jp.tsunagi.record.sheet;

import static jp.tsunagi.base.ui.Text.t;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.record.file.Uploads;
import jp.tsunagi.record.form.Section;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/**
 * {@code /sheets/{id}/draft}: the writing screen. One form carries everything: autosave, the
 * buttons beside fields, and the step to take, so that nothing typed is lost on the way.
 */
@Controller
class DraftController {
  private final Database database;
  private final SheetReading reading;
  private final SheetWriting writing;
  private final DraftView view;
  private final Drafting drafting;
  private final Trace trace;

  DraftController(
      Database database,
      SheetReading reading,
      SheetWriting writing,
      DraftView view,
      Drafting drafting,
      Trace trace) {
    this.database = database;
    this.reading = reading;
    this.writing = writing;
    this.view = view;
    this.drafting = drafting;
    this.trace = trace;
  }

  @GetMapping("/sheets/{id}/draft")
  @Permitted(Permission.WRITE)
  @Traced(Action.VIEW_SHEET)
  ModelAndView show(
      Actor.Staff actor,
      @PathVariable SheetId id,
      @RequestParam Optional<String> more,
      @RequestParam Map<String, String> asked) {
    return database.call(
        actor,
        tx -> {
          ReadSheet draft = open(tx, writing, id);
          SheetController.viewed(tx, trace, draft);
          if (draft.sheet().state() != SheetState.DRAFT) {
            return Screen.redirect("/sheets/" + id);
          }
          if (draft.sheet().ofFamily()) {
            return Screen.redirect("/sheets/" + id + "/draft/" + firstOpen(tx, draft));
          }
          var shown = new SheetWriting.Shown(Id.fresh(), List.of(), more.orElse(null));
          return Screen.of(view.whole(tx, draft, shown, asked, null));
        });
  }

  /** Its writers only, whatever else they may read of it. */
  static ReadSheet open(Tx tx, SheetWriting writing, SheetId id) {
    ReadSheet draft = writing.open(tx, id);
    boolean writes =
        Actor.of(tx) instanceof Actor.Staff staff
            && SheetSql.writes(tx, draft.sheet(), staff.staff());
    if (!writes) {
      throw new NotFound();
    }
    return draft;
  }

  private static String firstOpen(Tx tx, ReadSheet draft) {
    return SheetWriting.steps(draft, tx.today()).stream()
        .filter(step -> step.answered() == 0)
        .findFirst()
        .map(SectionStep::key)
        .orElseGet(() -> draft.form().sections().getFirst().key());
  }

  @GetMapping("/sheets/{id}/draft/{section}")
  @Permitted(Permission.WRITE)
  @Traced(Action.VIEW_SHEET)
  ModelAndView section(
      Actor.Staff actor,
      @PathVariable SheetId id,
      @PathVariable String section,
      @RequestParam Optional<String> more,
      @RequestParam Optional<String> check) {
    return database.call(
        actor,
        tx -> {
          ReadSheet draft = open(tx, writing, id);
          SheetController.viewed(tx, trace, draft);
          if (draft.sheet().state() != SheetState.DRAFT) {
            return Screen.redirect("/sheets/" + id);
          }
          Section asked = draft.form().section(section).orElseThrow(NotFound::new);
          var shown =
              new SheetWriting.Shown(
                  Id.fresh(), List.of(), more.orElse(null), check.isPresent(), null, Map.of());
          return Screen.of(
              view.section(tx, draft, asked, shown, drafting.said(tx, draft, Map.of()), null));
        });
  }

  @PostMapping("/sheets/{id}/draft")
  @Permitted(Permission.WRITE)
  @Traced({Action.SAVE_DRAFT, Action.FINISH_SHEET, Action.CONFIRM_SHEET, Action.VIEW_SHEET})
  ModelAndView save(
      Actor.Staff actor,
      @PathVariable SheetId id,
      @RequestParam MultiValueMap<String, String> parameters,
      @RequestParam MultiValueMap<String, MultipartFile> files,
      HttpServletResponse response) {
    Uploads uploads = writing.files(actor, id, files);
    return database.call(
        actor, tx -> save(tx, id, null, new Typing(parameters), uploads, response));
  }

  @PostMapping("/sheets/{id}/draft/{section}")
  @Permitted(Permission.WRITE)
  @Traced({Action.SAVE_DRAFT, Action.FINISH_SHEET, Action.CONFIRM_SHEET, Action.VIEW_SHEET})
  ModelAndView save(
      Actor.Staff actor,
      @PathVariable SheetId id,
      @PathVariable String section,
      @RequestParam MultiValueMap<String, String> parameters,
      @RequestParam MultiValueMap<String, MultipartFile> files,
      HttpServletResponse response) {
    Uploads uploads = writing.files(actor, id, files);
    return database.call(
        actor, tx -> save(tx, id, section, new Typing(parameters), uploads, response));
  }

  private ModelAndView save(
      Tx tx,
      SheetId id,
      @Nullable String only,
      Typing typing,
      Uploads files,
      HttpServletResponse response) {
    ReadSheet draft = open(tx, writing, id);
    if (draft.form().sections().stream().noneMatch(typing::touches)) {
      trace.writeOnceIn(
          tx, PartWriting.ONE_SITTING, Entry.of(Action.SAVE_DRAFT).child(draft.sheet().child()));
    }
    Drafting.Result result = drafting.save(tx, draft, only, typing, files);
    if (typing.byAutosave()) {
      return autosaved(tx, id, typing, result, response);
    }
    if (result.both().isEmpty() && result.refusal().isEmpty()) {
      return result.done().isEmpty()
          ? Screen.redirect(result.next())
          : Screen.done(result.next(), result.done());
    }
    return again(tx, id, only, typing, result);
  }

  private ModelAndView autosaved(
      Tx tx, SheetId id, Typing typing, Drafting.Result result, HttpServletResponse response) {
    ReadSheet draft = reading.draft(tx, id);
    if (result.refusal().isPresent()) {
      SheetController.viewed(tx, trace, draft);
    }
    return Autosave.answer(
        tx,
        new Autosave.Saved(draft, draft.form().sections(), typing),
        result.both(),
        typing.bare().isPresent() ? null : view.before(tx, draft, null),
        result.refusal().isPresent(),
        response);
  }

  /** What stands in the way; where answers are missing or wrong, with the way into each field. */
  private static RefusalView refusal(
      ReadSheet draft, @Nullable String here, Drafting.Result result) {
    SheetRefusal why = result.refusal().orElseThrow();
    RefusalView shown =
        why.view(t("sheet.refused"), fault -> DraftView.way(draft.sheet(), here, fault));
    return why instanceof SheetRefusal.Wrong && !result.next().isEmpty()
        ? shown.ways(List.of(new Link(result.next(), t("sheet.wrong.onward"))))
        : shown;
  }

  /** Shows the page once more, with what stands in the way. */
  private ModelAndView again(
      Tx tx, SheetId id, @Nullable String only, Typing typing, Drafting.Result result) {
    ReadSheet draft = reading.draft(tx, id);
    SheetController.viewed(tx, trace, draft);
    var refusal = result.refusal().map(_ -> refusal(draft, only, result)).orElse(null);
    boolean strict = result.refusal().filter(SheetRefusal.Incomplete.class::isInstance).isPresent();
    var shown =
        new SheetWriting.Shown(
            Id.fresh(), result.both(), null, strict, result.noting(), result.either());
    int status = refusal == null ? 409 : 422;
    if (only == null) {
      Map<String, String> asked = Map.of("side", typing.one("side").orElse(""));
      return Screen.of(view.whole(tx, draft, shown, asked, refusal), status);
    }
    Section section = draft.form().section(only).orElseThrow(NotFound::new);
    var said = drafting.said(tx, draft, typing.parameters());
    return Screen.of(view.section(tx, draft, section, shown, said, refusal), status);
  }
}
