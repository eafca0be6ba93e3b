package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.has;
import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.access.Reach;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.people.organisation.Organisation;
import jp.tsunagi.people.organisation.Organisations;
import jp.tsunagi.people.organisation.SchoolClass;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /staff/{id}/assignments}: a post is given, also in advance. */
@Controller
class AssignmentController {
  private final Database database;
  private final Organisations organisations;
  private final AssignPost assign;

  AssignmentController(Database database, Organisations organisations, AssignPost assign) {
    this.database = database;
    this.organisations = organisations;
    this.assign = assign;
  }

  @GetMapping("/staff/{id}/assignments")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.NONE)
  ModelAndView show(
      Actor.Staff actor,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String organisation) {
    StaffId staff = StaffController.id(id);
    return Screen.of(
        database.call(
            actor,
            tx -> {
              String today = DateWords.brief(tx.today());
              AssignmentDraft draft = new AssignmentDraft(AssignmentId.create(), "", "", today, "");
              return page(tx, staff, organisation, draft, List.of());
            }));
  }

  @PostMapping("/staff/{id}/assignments")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.ADMINISTER)
  ModelAndView submit(
      Actor.Staff actor, @PathVariable String id, @RequestParam Map<String, String> typed) {
    StaffId staff = StaffController.id(id);
    String place = typed.getOrDefault("organisation", "");
    AssignmentDraft draft =
        AssignmentDraft.of(assignment(typed.getOrDefault("assignment", "")), typed);
    List<AssignmentRefusal> refusals =
        assign.with(actor, staff, organisation(place).orElseThrow(NotFound::new), draft);
    return refusals.isEmpty()
        ? Screen.done(StaffController.url(staff), "staff.done.assigned")
        : Screen.of(database.call(actor, tx -> page(tx, staff, place, draft, refusals)), 422);
  }

  static AssignmentId assignment(String text) {
    try {
      return AssignmentId.of(text);
    } catch (IllegalArgumentException _) {
      throw new NotFound();
    }
  }

  private static Optional<OrganisationId> organisation(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(OrganisationId.of(text));
    } catch (IllegalArgumentException _) {
      throw new NotFound();
    }
  }

  private AssignmentPage page(
      Tx tx, StaffId id, String place, AssignmentDraft draft, List<AssignmentRefusal> refusals) {
    StaffMember there = StaffController.there(tx, id);
    String url = StaffController.url(id);
    List<Organisation> all = organisations.all(tx);
    return new AssignmentPage(
        url + "/assignments",
        url,
        there.name(),
        FieldView.of("organisation", t("staff.field.organisation")),
        all.stream()
            .filter(one -> !posts(one, "").isEmpty())
            .map(one ->
                new Option(one.id().toString(), one.name(), one.id().toString().equals(place)))
            .toList(),
        organisation(place).map(chosen -> post(tx, chosen, draft, refusals)).orElse(null));
  }

  private AssignmentPage.Post post(
      Tx tx, OrganisationId id, AssignmentDraft draft, List<AssignmentRefusal> refusals) {
    Organisation place = organisations.find(tx, id).orElseThrow(NotFound::new);
    List<SchoolClass> classes = assign.classes(tx, id);
    return new AssignmentPage.Post(
        draft.id().toString(),
        id.toString(),
        place.name(),
        field("post", draft.post(), refusals).must(),
        posts(place, draft.post()),
        field("schoolClass", draft.schoolClass(), refusals),
        classes.stream().map(one -> option(one, draft.schoolClass())).toList(),
        classes.isEmpty() && hasCaseload(place)
            ? new Link("/organisations/" + id + "/classes", t("organisation.classes.add"))
            : null,
        field("from", draft.from(), refusals).must(),
        field("lastDay", draft.lastDay(), refusals));
  }

  private static FieldView field(String name, String value, List<AssignmentRefusal> refusals) {
    String hint = "staff.assignment.hint." + name;
    String error =
        refusals.stream()
            .filter(refusal -> refusal.field().equals(name))
            .map(AssignmentRefusal::words)
            .findFirst()
            .orElse(null);
    return FieldView.of(name, t("staff.assignment.field." + name))
        .value(value)
        .hint(has(hint) ? t(hint) : null)
        .error(error);
  }

  private static boolean hasCaseload(Organisation place) {
    return Arrays.stream(PostKind.values())
        .anyMatch(kind -> kind.existsAt(place.kind()) && kind.reach() == Reach.CASELOAD);
  }

  private static List<Option> posts(Organisation place, String chosen) {
    return Arrays.stream(PostKind.values())
        .filter(kind -> kind.existsAt(place.kind()))
        .map(kind ->
            new Option(
                kind.name(),
                StaffWords.post(kind),
                kind.name().equals(chosen),
                t("staff.post.note." + kind)))
        .toList();
  }

  private static Option option(SchoolClass one, String chosen) {
    String year = new FiscalYear(one.fiscalYear()).words().in(language());
    String text = t("staff.assignment.class", year, one.name());
    return new Option(one.id().toString(), text, one.id().toString().equals(chosen));
  }
}
