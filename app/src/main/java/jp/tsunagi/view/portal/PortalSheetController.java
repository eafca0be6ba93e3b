package jp.tsunagi.view.portal;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Grant;
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
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.record.sheet.ReadSheet;
import jp.tsunagi.record.sheet.SheetOutcome;
import jp.tsunagi.record.sheet.SheetReading;
import jp.tsunagi.record.sheet.Sheets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /portal/sheets/{sheet}}: a guardian reads what was written, and answers (A6, A7). */
@Controller
class PortalSheetController {
  private static final int LONGEST_NOTE = 1000;

  private final Database database;
  private final SheetReading reading;
  private final Sheets sheets;
  private final PortalSheetView view;
  private final Trace trace;

  PortalSheetController(
      Database database, SheetReading reading, Sheets sheets, PortalSheetView view, Trace trace) {
    this.database = database;
    this.reading = reading;
    this.sheets = sheets;
    this.view = view;
    this.trace = trace;
  }

  @GetMapping("/portal/sheets/{sheet}")
  @Permitted(Permission.GUARDIAN)
  @Traced(Action.VIEW_SHEET)
  ModelAndView show(
      Actor.Guardian actor, @PathVariable SheetId sheet, @RequestParam Optional<Integer> version) {
    return Screen.of(
        database.call(
            actor,
            tx -> {
              ReadSheet read =
                  version.map(of -> earlier(tx, sheet, of)).orElseGet(() -> read(tx, sheet));
              trace.write(tx, viewed(tx, read));
              return page(tx, read, "", null);
            }));
  }

  @PostMapping("/portal/sheets/{sheet}/answer")
  @Permitted(Permission.GUARDIAN)
  @Traced(Action.CONFIRM_SHEET)
  ModelAndView answer(
      Actor.Guardian actor,
      @PathVariable SheetId sheet,
      @RequestParam String answer,
      @RequestParam(required = false, defaultValue = "") String note) {
    return database.call(
        actor,
        tx -> {
          ReadSheet read = decided(tx, sheet);
          String words = note.strip();
          if (answer.equals("disagree") && words.isEmpty()) {
            return again(tx, read, note, note("missing"));
          }
          if (words.codePointCount(0, words.length()) > LONGEST_NOTE) {
            return again(tx, read, note, note("long"));
          }
          return switch (answered(tx, actor, sheet, answer, words)) {
            case SheetOutcome.Done _ -> Screen.done("/portal", "portal.done." + answer);
            case SheetOutcome.Refused(var why) ->
                again(tx, read, note, why.view(t("portal.sheet.refused")));
          };
        });
  }

  private Entry viewed(Tx tx, ReadSheet read) {
    Entry row =
        Entry.of(Action.VIEW_SHEET).child(read.sheet().child()).about("sheet", read.sheet().id());
    return view.shown(tx, read.sheet()).isPresent()
        ? row.ground(Grant.GroundKind.PERSON.name())
        : row;
  }

  private ModelAndView again(Tx tx, ReadSheet read, String note, RefusalView why) {
    trace.write(tx, viewed(tx, read));
    return Screen.of(page(tx, read, note, why), 422);
  }

  private SheetOutcome answered(
      Tx tx, Actor.Guardian actor, SheetId sheet, String answer, String words) {
    Optional<String> note = Optional.of(words).filter(it -> !it.isEmpty());
    var given = Sheets.inPortal(tx, actor.guardian(), note);
    return switch (answer) {
      case "confirm" -> sheets.confirm(tx, sheet, given);
      case "disagree" -> sheets.disagree(tx, sheet, given);
      case "talk" -> sheets.askToTalk(tx, sheet, given);
      default -> throw new NotFound();
    };
  }

  private static RefusalView note(String problem) {
    String key = "portal.sheet.note." + problem;
    return new RefusalView(t(key + ".what"), List.of(), t(key + ".remedy"), List.of());
  }

  private ReadSheet read(Tx tx, SheetId sheet) {
    return said(reading.inUse(tx, sheet));
  }

  /** 404 where it is only shown: there is nothing to answer. */
  private ReadSheet decided(Tx tx, SheetId sheet) {
    ReadSheet read = read(tx, sheet);
    if (view.shown(tx, read.sheet()).isPresent()) {
      throw new NotFound();
    }
    return read;
  }

  private ReadSheet earlier(Tx tx, SheetId sheet, int version) {
    return said(reading.revision(tx, sheet, version));
  }

  private static ReadSheet said(ReadSheet read) {
    if (read.parts().isEmpty()) {
      throw new NotFound();
    }
    return read;
  }

  private PortalSheetPage page(Tx tx, ReadSheet read, String note, @Nullable RefusalView refusal) {
    FieldView asked =
        FieldView.of("note", t("portal.sheet.note"))
            .hint(t("portal.sheet.note.hint"))
            .value(note)
            .most(LONGEST_NOTE);
    return view.page(tx, read, asked, refusal);
  }
}
