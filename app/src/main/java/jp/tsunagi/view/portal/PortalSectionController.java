package jp.tsunagi.view.portal;

import static jp.tsunagi.base.ui.Text.t;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
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
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.record.file.Uploads;
import jp.tsunagi.record.sheet.Autosave;
import jp.tsunagi.record.sheet.Missing;
import jp.tsunagi.record.sheet.PartForm;
import jp.tsunagi.record.sheet.SaveOutcome;
import jp.tsunagi.record.sheet.SectionStep;
import jp.tsunagi.record.sheet.SheetReading;
import jp.tsunagi.record.sheet.SheetRefusal;
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
  /** Buttons of single fields: one stays where one was. */
  private static final List<String> HERE =
      List.of("remove", "restore", "settle", "attach", "without");

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
      Actor.Guardian actor,
      @PathVariable SheetId sheet,
      @PathVariable String section,
      @RequestParam Optional<String> more,
      @RequestParam Optional<String> check) {
    return Screen.of(
        database.call(
            actor,
            tx -> {
              trace.write(tx, Entry.of(Action.VIEW_SHEET).child(child(tx, sheet)));
              PartForm form =
                  check.isPresent()
                      ? writing.checked(tx, sheet, section)
                      : writing.form(tx, sheet, section, more);
              return page(tx, sheet, form, null);
            }));
  }

  /** A pause in typing, or a press on a button: both save what the page shows. */
  @PostMapping("/portal/sheets/{sheet}/sections/{section}")
  @Permitted(Permission.GUARDIAN)
  @Traced({Action.SAVE_DRAFT, Action.VIEW_SHEET})
  ModelAndView save(
      Actor.Guardian actor,
      @PathVariable SheetId sheet,
      @PathVariable String section,
      @RequestParam MultiValueMap<String, String> values,
      @RequestParam MultiValueMap<String, MultipartFile> files,
      HttpServletResponse response) {
    Uploads uploads = writing.files(actor, sheet, files);
    return database.call(
        actor,
        tx -> {
          SaveOutcome outcome = writing.save(tx, sheet, section, values, uploads, Optional.empty());
          if (outcome instanceof SaveOutcome.Refused && Autosave.sent(values)) {
            trace.write(tx, Entry.of(Action.VIEW_SHEET).child(child(tx, sheet)));
          }
          return Autosave.sent(values)
              ? Autosave.answer(tx, reading.draft(tx, sheet), section, values, outcome, response)
              : pressed(tx, sheet, section, values, outcome);
        });
  }

  private ModelAndView pressed(
      Tx tx,
      SheetId sheet,
      String section,
      MultiValueMap<String, String> values,
      SaveOutcome outcome) {
    return switch (outcome) {
      case SaveOutcome.Saved saved when saved.isClear() -> onward(tx, sheet, section, values);
      case SaveOutcome.Saved saved -> {
        PartForm form = writing.form(tx, sheet, section, saved);
        yield again(tx, sheet, form, undecided(tx, sheet, section, saved));
      }
      case SaveOutcome.Refused(var why) ->
          again(
              tx,
              sheet,
              writing.form(tx, sheet, section, Optional.empty()),
              why.view(t("portal.profile.unsaved")));
    };
  }

  private @Nullable RefusalView undecided(
      Tx tx, SheetId sheet, String section, SaveOutcome.Saved saved) {
    return saved.either().isEmpty()
        ? null
        : writing
            .undecided(tx, sheet, section, saved.either())
            .view("", fault -> "#" + fault.field());
  }

  /** Onward, unless something here cannot be taken as an answer: then it is said before. */
  private ModelAndView onward(
      Tx tx, SheetId sheet, String section, MultiValueMap<String, String> values) {
    String next = next(tx, sheet, section, values);
    List<Missing> wrong =
        "next".equals(values.getFirst("then")) ? writing.wrong(tx, sheet, section) : List.of();
    if (wrong.isEmpty()) {
      return Screen.redirect(next);
    }
    RefusalView refusal =
        new SheetRefusal.Wrong(wrong)
            .view("", fault -> "#" + fault.field())
            .ways(List.of(new Link(next, t("portal.profile.onward"))));
    return again(tx, sheet, writing.form(tx, sheet, section, Optional.empty()), refusal);
  }

  private ModelAndView again(Tx tx, SheetId sheet, PartForm form, @Nullable RefusalView refusal) {
    trace.write(tx, Entry.of(Action.VIEW_SHEET).child(child(tx, sheet)));
    return Screen.of(page(tx, sheet, form, refusal), refusal == null ? 409 : 422);
  }

  /** The next section; back to all of them after the last, here again for one more row. */
  private String next(Tx tx, SheetId sheet, String section, MultiValueMap<String, String> values) {
    String here = "/portal/sheets/" + sheet + "/sections/";
    String field = values.getFirst("add");
    if (field != null && field.matches("[a-z0-9-]{1,40}")) {
      return here + section + "?more=" + field + "#f-answer-" + field;
    }
    if (HERE.stream().anyMatch(values::containsKey)) {
      return here + section + "?done=portal.done.saved";
    }
    List<String> keys = writing.steps(tx, sheet).stream().map(SectionStep::key).toList();
    int at = keys.indexOf(section) + 1;
    boolean onward = at < keys.size() && !"later".equals(values.getFirst("then"));
    return onward
        ? here + keys.get(at) + "?done=portal.done.saved"
        : "/portal/children/" + child(tx, sheet) + "/profile?done=portal.done.saved";
  }

  private ChildId child(Tx tx, SheetId sheet) {
    return reading.draft(tx, sheet).sheet().child();
  }

  private PortalSectionPage page(
      Tx tx, SheetId sheet, PartForm form, @Nullable RefusalView refusal) {
    ChildId child = child(tx, sheet);
    List<SectionStep> steps = writing.steps(tx, sheet);
    int here = steps.stream().map(SectionStep::key).toList().indexOf(form.key());
    return new PortalSectionPage(
        identities.get(tx, child).view(),
        "/portal/sheets/" + sheet + "/sections/" + form.key(),
        form,
        t("portal.section.where", here + 1, steps.size()),
        here + 1 == steps.size(),
        here == 0 ? null : "/portal/sheets/" + sheet + "/sections/" + steps.get(here - 1).key(),
        "/portal/children/" + child + "/profile",
        refusal);
  }
}
