package jp.tsunagi.record.sheet;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.ProgrammeId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.record.form.FormVersions;
import jp.tsunagi.record.form.Term;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /children/{id}/sheets}: what there is of a child, and the start of a new one. */
@Controller
class SheetsController {
  private final Database database;
  private final Sheets sheets;
  private final SheetReading reading;
  private final Startable startable;
  private final FormVersions forms;
  private final Trace trace;

  SheetsController(
      Database database,
      Sheets sheets,
      SheetReading reading,
      Startable startable,
      FormVersions forms,
      Trace trace) {
    this.database = database;
    this.sheets = sheets;
    this.reading = reading;
    this.startable = startable;
    this.forms = forms;
    this.trace = trace;
  }

  @GetMapping("/children/{id}/sheets")
  @Permitted(Permission.STAFF)
  @Traced(Action.LIST)
  ModelAndView show(Actor.Staff actor, @PathVariable ChildId id) {
    return Screen.of(
        database.call(
            actor,
            tx -> {
              WriteRule.seen(tx, id);
              trace.write(tx, Entry.of(Action.LIST).child(id));
              return page(tx, id, null);
            }));
  }

  @PostMapping("/children/{id}/sheets")
  @Permitted(Permission.WRITE)
  @Traced(Action.SAVE_DRAFT)
  ModelAndView start(
      Actor.Staff actor,
      @PathVariable ChildId id,
      @RequestParam String form,
      @RequestParam Optional<ProgrammeId> programme,
      @RequestParam Optional<Integer> year,
      @RequestParam Optional<Integer> term) {
    return database.call(
        actor,
        tx -> {
          WriteRule.seen(tx, id);
          int fiscalYear = year.orElse(FiscalYear.of(tx.today()).year());
          NewSheet wanted = startable.place(tx, id, form, fiscalYear, term(term), programme);
          return switch (begun(tx, wanted)) {
            case SheetOutcome.Done(var sheet, var state) ->
                Screen.redirect("/sheets/" + sheet + (state == SheetState.DRAFT ? "/draft" : ""));
            case SheetOutcome.Refused(var why) -> {
              trace.write(tx, Entry.of(Action.LIST).child(id));
              yield Screen.of(page(tx, id, why.view(t("sheet.refused.start"))), 422);
            }
          };
        });
  }

  /** Of a number that no form has nothing can be started: it is refused below. */
  private static Term term(Optional<Integer> asked) {
    return asked
        .filter(number -> number > 0)
        .map(number -> new Term(Math.min(number, Term.MOST)))
        .orElse(Term.NONE);
  }

  /** A year that stands on no button is not used. */
  private SheetOutcome begun(Tx tx, NewSheet wanted) {
    return Startable.offered(tx, wanted)
        ? sheets.start(tx, wanted)
        : new SheetOutcome.Refused(SheetRefusal.Plain.NOT_USED);
  }

  /** Other places read what was final, and learn of nothing that is under way since. */
  private static SheetState told(Tx tx, Sheet sheet) {
    boolean outside =
        sheet.organisation().filter(at -> !tx.scope().organisations().contains(at)).isPresent();
    return outside ? SheetState.FINAL : sheet.state();
  }

  private SheetsPage page(Tx tx, ChildId child, @Nullable RefusalView refusal) {
    int year = FiscalYear.of(tx.today()).year();
    var head = ChildFacts.head(tx, child, year);
    List<SheetsPage.Line> lines =
        reading.of(tx, child).stream()
            .map(sheet ->
                new SheetsPage.Line(
                    "/sheets/" + sheet.id(),
                    SheetWords.title(tx, sheet, forms.of(tx, sheet.form(), sheet.formVersion())),
                    sheet
                        .organisation()
                        .map(at -> ReaderSql.name(tx, sheet.child(), at))
                        .orElse(""),
                    t("sheet.state." + told(tx, sheet))))
            .toList();
    List<SheetsPage.Begin> begin =
        startable.of(tx, child, year).stream()
            .map(form ->
                new SheetsPage.Begin(
                    form.sheet().form(),
                    form.sheet().fiscalYear(),
                    form.sheet().term().number(),
                    form.title()))
            .toList();
    String url = "/children/" + child;
    return new SheetsPage(head.name(), head.plain(), url, url + "/sheets", lines, begin, refusal);
  }
}
