package jp.tsunagi.view.portal;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
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
import jp.tsunagi.record.file.Uploads;
import jp.tsunagi.record.sheet.SaveOutcome;
import jp.tsunagi.record.sheet.SectionStep;
import jp.tsunagi.record.sheet.SheetReading;
import jp.tsunagi.record.sheet.SheetWriting;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** {@code /portal/sheets/{sheet}/sections/{section}}: a handful of questions at a time (A4). */
@Controller
class PortalSectionController {
  private final Database database;
  private final Identities identities;
  private final SheetReading reading;
  private final SheetWriting writing;
  private final Trace trace;

  PortalSectionController(
      Database database,
      Identities identities,
      SheetReading reading,
      SheetWriting writing,
      Trace trace) {
    this.database = database;
    this.identities = identities;
    this.reading = reading;
    this.writing = writing;
    this.trace = trace;
  }

  @GetMapping("/portal/sheets/{sheet}/sections/{section}")
  @Permitted(Permission.GUARDIAN)
  @Traced(Action.VIEW_SHEET)
  ModelAndView show(
      Actor.Guardian actor, @PathVariable SheetId sheet, @PathVariable String section) {
    return Screen.of(
        database.call(
            actor,
            tx -> {
              trace.write(tx, Entry.of(Action.VIEW_SHEET).child(child(tx, sheet)));
              return page(tx, sheet, section, null);
            }));
  }

  @PostMapping("/portal/sheets/{sheet}/sections/{section}")
  @Permitted(Permission.GUARDIAN)
  @Traced({Action.SAVE_DRAFT, Action.VIEW_SHEET})
  ModelAndView save(
      Actor.Guardian actor,
      @PathVariable SheetId sheet,
      @PathVariable String section,
      @RequestParam MultiValueMap<String, String> values,
      @RequestParam MultiValueMap<String, MultipartFile> files) {
    Uploads uploads = Uploads.look(files);
    return database.call(
        actor,
        tx ->
            switch (writing.save(tx, sheet, section, values, uploads, Optional.empty())) {
              case SaveOutcome.Saved saved when saved.both().isEmpty() ->
                  Screen.redirect(next(tx, sheet, section, values));
              case SaveOutcome.Saved _ ->
                  Screen.redirect("/portal/sheets/" + sheet + "/sections/" + section);
              case SaveOutcome.Refused(var why) -> {
                trace.write(tx, Entry.of(Action.VIEW_SHEET).child(child(tx, sheet)));
                yield Screen.of(
                    page(tx, sheet, section, why.view(t("portal.profile.unsaved"))), 422);
              }
            });
  }

  /** The next section; back to all of them after the last, here again for one more row. */
  private String next(Tx tx, SheetId sheet, String section, MultiValueMap<String, String> values) {
    String here = "/portal/sheets/" + sheet + "/sections/";
    if (Stream.of("add", "remove", "attach", "without").anyMatch(values::containsKey)) {
      return here + section;
    }
    List<String> keys = writing.steps(tx, sheet).stream().map(SectionStep::key).toList();
    int at = keys.indexOf(section) + 1;
    return at < keys.size()
        ? here + keys.get(at) + "?done=portal.done.saved"
        : "/portal/children/" + child(tx, sheet) + "/profile?done=portal.done.saved";
  }

  private ChildId child(Tx tx, SheetId sheet) {
    return reading.draft(tx, sheet).sheet().child();
  }

  private PortalSectionPage page(
      Tx tx, SheetId sheet, String section, @Nullable RefusalView refusal) {
    ChildId child = child(tx, sheet);
    return new PortalSectionPage(
        identities.get(tx, child).view(),
        "/portal/sheets/" + sheet + "/sections/" + section,
        writing.form(tx, sheet, section),
        "/portal/children/" + child + "/profile",
        refusal);
  }
}
