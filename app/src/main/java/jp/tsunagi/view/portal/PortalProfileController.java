package jp.tsunagi.view.portal;

import static jp.tsunagi.base.ui.Text.t;

import java.util.Optional;
import java.util.function.Function;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.record.sheet.Lifting;
import jp.tsunagi.record.sheet.Missing;
import jp.tsunagi.record.sheet.NewSheet;
import jp.tsunagi.record.sheet.SheetOutcome;
import jp.tsunagi.record.sheet.Sheets;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** {@code /portal/children/{id}/profile}: the family writes its 個人票, bit by bit (A4). */
@Controller
class PortalProfileController {
  private final Database database;
  private final PortalSheets found;
  private final Sheets sheets;
  private final Lifting lifting;
  private final PortalProfileView view;
  private final Trace trace;

  PortalProfileController(
      Database database,
      PortalSheets found,
      Sheets sheets,
      Lifting lifting,
      PortalProfileView view,
      Trace trace) {
    this.database = database;
    this.found = found;
    this.sheets = sheets;
    this.lifting = lifting;
    this.view = view;
    this.trace = trace;
  }

  @GetMapping("/portal/children/{id}/profile")
  @Permitted(Permission.GUARDIAN)
  @Traced(Action.VIEW_SHEET)
  ModelAndView show(Actor.Guardian actor, @PathVariable ChildId id) {
    return Screen.of(
        database.call(
            actor,
            tx -> {
              trace.write(tx, Entry.of(Action.VIEW_SHEET).child(id));
              return view.page(tx, id, null);
            }));
  }

  /** Begins the 個人票; once it is handed in, a new version of it. */
  @PostMapping("/portal/children/{id}/profile")
  @Permitted(Permission.GUARDIAN)
  @Traced(Action.SAVE_DRAFT)
  ModelAndView begin(Actor.Guardian actor, @PathVariable ChildId id) {
    return database.call(
        actor,
        tx -> {
          Optional<PortalSheets.Profile> there = found.profile(tx, id);
          int year = FiscalYear.of(tx.today()).year();
          SheetOutcome outcome =
              there.filter(it -> !it.open()).isPresent()
                  ? sheets.amend(tx, there.get().id())
                  : sheets.start(tx, NewSheet.ofChild(id, PortalSheets.PROFILE, year));
          return switch (outcome) {
            case SheetOutcome.Done _ -> Screen.redirect("/portal/children/" + id + "/profile");
            case SheetOutcome.Refused(var why) ->
                again(tx, id, why.view(t("portal.profile.refused")));
          };
        });
  }

  @PostMapping("/portal/children/{id}/profile/end")
  @Permitted(Permission.GUARDIAN)
  @Traced(Action.FINISH_SHEET)
  ModelAndView finish(Actor.Guardian actor, @PathVariable ChildId id) {
    return database.call(
        actor,
        tx ->
            switch (sheets.finish(tx, open(tx, id).id())) {
              case SheetOutcome.Done _ -> Screen.done("/portal", "portal.done.profile");
              case SheetOutcome.Refused(var why) ->
                  again(tx, id, why.view(t("portal.profile.unfinished"), way(tx, id)));
            });
  }

  /** Goes on on the version of the form that is in use now; nothing written is lost. */
  @PostMapping("/portal/children/{id}/profile/lift")
  @Permitted(Permission.GUARDIAN)
  @Traced({Action.SAVE_DRAFT, Action.VIEW_SHEET})
  ModelAndView lift(Actor.Guardian actor, @PathVariable ChildId id) {
    return database.call(
        actor,
        tx ->
            switch (lifting.lift(tx, open(tx, id).id())) {
              case SheetOutcome.Done _ ->
                  Screen.done("/portal/children/" + id + "/profile", "portal.done.lift");
              case SheetOutcome.Refused(var why) ->
                  again(tx, id, why.view(t("portal.profile.refused")));
            });
  }

  /** Gives a new version up: what was handed in simply stays. */
  @PostMapping("/portal/children/{id}/profile/drop")
  @Permitted(Permission.GUARDIAN)
  @Traced(Action.SAVE_DRAFT)
  ModelAndView drop(Actor.Guardian actor, @PathVariable ChildId id) {
    return database.call(
        actor,
        tx -> {
          PortalSheets.Profile profile = open(tx, id);
          if (profile.revision() == 1) {
            throw new NotFound();
          }
          return switch (sheets.discard(tx, profile.id())) {
            case SheetOutcome.Done _ ->
                Screen.done("/portal/children/" + id + "/profile", "portal.done.dropped");
            case SheetOutcome.Refused(var why) ->
                again(tx, id, why.view(t("portal.profile.refused")));
          };
        });
  }

  /** Into the field, on the page of its section, where it is marked. */
  private Function<Missing, String> way(Tx tx, ChildId id) {
    String sections = "/portal/sheets/" + open(tx, id).id() + "/sections/";
    return fault -> sections + fault.section() + "?check=1#" + fault.field();
  }

  private ModelAndView again(Tx tx, ChildId id, RefusalView why) {
    trace.write(tx, Entry.of(Action.VIEW_SHEET).child(id));
    return Screen.of(view.page(tx, id, why), 422);
  }

  private PortalSheets.Profile open(Tx tx, ChildId id) {
    return found.profile(tx, id).filter(PortalSheets.Profile::open).orElseThrow(NotFound::new);
  }
}
