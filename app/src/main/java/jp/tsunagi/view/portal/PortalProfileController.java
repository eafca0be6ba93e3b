package jp.tsunagi.view.portal;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.record.sheet.NewSheet;
import jp.tsunagi.record.sheet.SheetOutcome;
import jp.tsunagi.record.sheet.SheetWriting;
import jp.tsunagi.record.sheet.Sheets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** {@code /portal/children/{id}/profile}: the family writes its 個人票, bit by bit (A4). */
@Controller
class PortalProfileController {
  private final Database database;
  private final Identities identities;
  private final PortalSheets found;
  private final Sheets sheets;
  private final SheetWriting writing;
  private final Trace trace;

  PortalProfileController(
      Database database,
      Identities identities,
      PortalSheets found,
      Sheets sheets,
      SheetWriting writing,
      Trace trace) {
    this.database = database;
    this.identities = identities;
    this.found = found;
    this.sheets = sheets;
    this.writing = writing;
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
              return page(tx, id, null);
            }));
  }

  @PostMapping("/portal/children/{id}/profile")
  @Permitted(Permission.GUARDIAN)
  @Traced(Action.SAVE_DRAFT)
  ModelAndView begin(Actor.Guardian actor, @PathVariable ChildId id) {
    return database.call(
        actor,
        tx -> {
          int year = FiscalYear.of(tx.today()).year();
          return switch (sheets.start(tx, NewSheet.ofChild(id, PortalSheets.PROFILE, year))) {
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
        tx -> {
          SheetId sheet = found.openProfile(tx, id).orElseThrow(NotFound::new);
          return switch (sheets.finish(tx, sheet)) {
            case SheetOutcome.Done _ -> Screen.done("/portal", "portal.done.profile");
            case SheetOutcome.Refused(var why) ->
                again(tx, id, why.view(t("portal.profile.unfinished")));
          };
        });
  }

  private ModelAndView again(Tx tx, ChildId id, RefusalView why) {
    trace.write(tx, Entry.of(Action.VIEW_SHEET).child(id));
    return Screen.of(page(tx, id, why), 422);
  }

  private PortalProfilePage page(Tx tx, ChildId id, @Nullable RefusalView refusal) {
    var child = identities.get(tx, id);
    String url = "/portal/children/" + id + "/profile";
    Optional<SheetId> sheet = found.openProfile(tx, id);
    List<PortalProfilePage.Step> steps =
        sheet
            .map(open ->
                writing.steps(tx, open).stream()
                    .map(step ->
                        new PortalProfilePage.Step(
                            "/portal/sheets/" + open + "/sections/" + step.key(),
                            step.title(),
                            t("portal.profile.done", step.answered(), step.of())))
                    .toList())
            .orElse(List.of());
    return new PortalProfilePage(
        child.view(),
        steps,
        sheet.isPresent() ? null : url,
        sheet.isPresent() ? url + "/end" : null,
        refusal);
  }
}
