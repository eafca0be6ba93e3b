package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
import jp.tsunagi.base.ui.FieldRefusal;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Fields;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.base.ui.Typed;
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
      @PathVariable StaffId id,
      @RequestParam(defaultValue = "") String organisation) {
    return Screen.of(
        database.call(
            actor,
            tx -> {
              String today = DateWords.brief(tx.today());
              AssignmentDraft draft = new AssignmentDraft(AssignmentId.create(), "", "", today, "");
              return page(tx, id, organisation, draft, List.of());
            }));
  }

  @PostMapping("/staff/{id}/assignments")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.ADMINISTER)
  ModelAndView submit(
      Actor.Staff actor,
      @PathVariable StaffId id,
      @RequestParam AssignmentId assignment,
      @RequestParam Map<String, String> typed) {
    String place = typed.getOrDefault("organisation", "");
    AssignmentDraft draft = AssignmentDraft.of(assignment, typed);
    List<FieldRefusal> refusals =
        assign.with(actor, id, organisation(place).orElseThrow(NotFound::new), draft);
    return refusals.isEmpty()
        ? Screen.done(StaffController.url(id), database.call(actor, tx -> done(tx, draft.id())))
        : Screen.of(database.call(actor, tx -> page(tx, id, place, draft, refusals)), 422);
  }

  private static String done(Tx tx, AssignmentId id) {
    boolean holds =
        StaffRegisterSql.post(tx, id)
            .filter(held -> held.standing() == HeldPost.Standing.HOLDS)
            .isPresent();
    return holds ? "staff.done.assigned" : "staff.done.asked";
  }

  private static Optional<OrganisationId> organisation(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(OrganisationId.of(text));
    } catch (IllegalArgumentException _) {
      throw new NotFound();
    }
  }

  private AssignmentPage page(
      Tx tx, StaffId id, String place, AssignmentDraft draft, List<FieldRefusal> refusals) {
    StaffMember there = StaffController.there(tx, id);
    String url = StaffController.url(id);
    List<Organisation> all = organisations.open(tx);
    return new AssignmentPage(
        url + "/assignments",
        url,
        there.name(),
        FieldView.of("organisation", t("staff.field.organisation")),
        all.stream()
            .map(one ->
                new Option(
                    one.id().toString(),
                    one.connection().reads() ? one.name() : t("staff.assignment.paper", one.name()),
                    one.id().toString().equals(place)))
            .toList(),
        organisation(place).map(chosen -> post(tx, chosen, draft, refusals)).orElse(null));
  }

  private AssignmentPage.Post post(
      Tx tx, OrganisationId id, AssignmentDraft draft, List<FieldRefusal> refusals) {
    Organisation place = organisations.find(tx, id).orElseThrow(NotFound::new);
    List<SchoolClass> classes = assign.classes(tx, id);
    Fields fields =
        new Fields(
            "staff.assignment.field.",
            "staff.assignment.hint.",
            Typed.NOTHING,
            FieldRefusal.problems(refusals));
    return new AssignmentPage.Post(
        draft.id().toString(),
        id.toString(),
        place.name(),
        fields.must("post").value(draft.post()),
        posts(place, draft.post()),
        fields.of("schoolClass").value(draft.schoolClass()),
        options(classes, draft.schoolClass()),
        classes.isEmpty() && hasCaseload(place)
            ? new Link("/organisations/" + id + "/classes", t("organisation.classes.add"))
            : null,
        place.connection().reads()
            ? null
            : new Link("/organisations/" + id + "/connection", t("organisation.connection.change")),
        fields.must("from").value(draft.from()),
        fields.of("lastDay").value(draft.lastDay()));
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

  /** The classes, and none of them for who holds children by name alone. */
  private static List<Option> options(List<SchoolClass> classes, String chosen) {
    Option none =
        new Option(
            AssignmentRules.NO_CLASS,
            t("staff.assignment.class.named"),
            AssignmentRules.NO_CLASS.equals(chosen));
    return classes.isEmpty()
        ? List.of()
        : Stream.concat(classes.stream().map(one -> option(one, chosen)), Stream.of(none)).toList();
  }

  private static Option option(SchoolClass one, String chosen) {
    String year = new FiscalYear(one.fiscalYear()).words().in(language());
    String text = t("staff.assignment.class", year, one.name());
    return new Option(one.id().toString(), text, one.id().toString().equals(chosen));
  }
}
