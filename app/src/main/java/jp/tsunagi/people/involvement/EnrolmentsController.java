package jp.tsunagi.people.involvement;

import static jp.tsunagi.base.ui.Text.t;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Compartments;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.calendar.JapaneseDate;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.child.ChildHead;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.people.child.Identity;
import jp.tsunagi.people.child.Standing;
import jp.tsunagi.people.organisation.Organisation;
import jp.tsunagi.people.organisation.Organisations;
import jp.tsunagi.people.organisation.Place;
import jp.tsunagi.people.organisation.SchoolClass;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /children/{child}/enrolments}: who deals with a child; and enrols it. */
@Controller
class EnrolmentsController {
  private final Database database;
  private final Identities identities;
  private final Organisations organisations;
  private final Enrolling enrolling;
  private final Trace trace;

  EnrolmentsController(
      Database database,
      Identities identities,
      Organisations organisations,
      Enrolling enrolling,
      Trace trace) {
    this.database = database;
    this.identities = identities;
    this.organisations = organisations;
    this.enrolling = enrolling;
    this.trace = trace;
  }

  @GetMapping("/children/{child}/enrolments")
  @Permitted(Permission.STAFF)
  @Traced(Action.VIEW_CHILD)
  ModelAndView show(
      Actor.Staff actor,
      @PathVariable ChildId child,
      @RequestParam(defaultValue = "") String organisation) {
    return Screen.of(
        database.call(
            actor,
            tx -> {
              Typed usual = usual(tx).with("organisation", organisation);
              EnrolmentsPage page = page(tx, actor, known(tx, actor, child), usual, Map.of());
              trace.write(tx, viewed(child));
              return page;
            }));
  }

  private static Entry viewed(ChildId child) {
    return Entry.of(Action.VIEW_CHILD).child(child).purpose(Category.INVOLVEMENT.name());
  }

  private static Typed usual(Tx tx) {
    return Typed.NOTHING.with("from", JapaneseDate.of(tx.today()).brief());
  }

  /** The child, for those who may know who deals with it. */
  private Identity known(Tx tx, Actor.Staff actor, ChildId child) {
    if (actor.reading().noneMatch(seat -> seat.ceiling().contains(Category.INVOLVEMENT))) {
      throw new NotFound();
    }
    return identities.get(tx, child);
  }

  @PostMapping("/children/{child}/enrolments")
  @Permitted(Permission.ENROL)
  @Traced(Action.CHANGE_INVOLVEMENT)
  ModelAndView enrol(
      Actor.Staff actor,
      @PathVariable ChildId child,
      @RequestParam MultiValueMap<String, String> sent) {
    return database.call(actor, tx -> enrol(tx, actor, child, new Typed(sent)));
  }

  private ModelAndView enrol(Tx tx, Actor.Staff actor, ChildId child, Typed typed) {
    Identity identity = known(tx, actor, child);
    EnrolmentForm form = new EnrolmentForm(typed, tx.today());
    var from = form.day("from");
    var number = form.number();
    Optional<OrganisationId> at =
        offered(tx, actor, identity).stream()
            .map(Organisation::id)
            .filter(id -> id.toString().equals(typed.text("organisation")))
            .findFirst();
    if (at.isEmpty()) {
      form.missing("organisation");
    }
    if (form.sound()) {
      Optional<SchoolClass> schoolClass =
          Enrolling.chosen(classes(tx, at.stream().toList()), typed.text("class"));
      enrolling
          .enrol(tx, actor, identity, at.orElseThrow(), from.orElseThrow(), schoolClass, number)
          .ifPresent(form::refused);
    }
    if (form.sound()) {
      return Screen.done("/children/" + child + "/enrolments", "involvement.enrolled");
    }
    trace.write(tx, viewed(child));
    return Screen.of(page(tx, actor, identity, typed, form.problems()), 422);
  }

  private EnrolmentsPage page(
      Tx tx, Actor.Staff actor, Identity child, Typed typed, Map<String, String> problems) {
    List<EnrolmentSql.Line> lines = EnrolmentSql.lines(tx, actor, child.id());
    Place called = Place.beside(tx, child.id());
    return new EnrolmentsPage(
        ChildHead.of(tx, actor, child, "enrolments"),
        lines.stream()
            .filter(line -> !past(tx, line))
            .map(line -> line(actor, line, called))
            .toList(),
        lines.stream()
            .filter(line -> past(tx, line))
            .map(line -> line(actor, line, called))
            .toList(),
        reaching(EnrolmentSql.reaching(tx, actor, child.id())),
        caseload(tx, actor, child.id(), lines),
        actor.may(Right.INTAKE) && child.standing() != Standing.SHARED
            ? t("involvement.refusal.NotShared")
            : null,
        form(tx, actor, child, typed, problems));
  }

  /** Whoever enrols at a place that deals with the child decides who holds it there. */
  private static @Nullable Link caseload(
      Tx tx, Actor.Staff actor, ChildId child, List<EnrolmentSql.Line> lines) {
    return lines.stream()
        .filter(line -> line.involvement().period().contains(tx.today()))
        .map(line -> line.involvement().organisation())
        .filter(at ->
            actor.at(at, it -> it.may(Right.ENROL) && ClassPlaces.hasCaseloads(it)).isPresent())
        .findFirst()
        .map(at ->
            new Link(
                CaseloadsController.URL + "?at=" + at + "&child=" + child,
                t("involvement.caseload.way")))
        .orElse(null);
  }

  private static boolean past(Tx tx, EnrolmentSql.Line line) {
    return line.involvement().period().lastDay().filter(tx.today()::isAfter).isPresent();
  }

  private static EnrolmentsPage.Line line(Actor.Staff actor, EnrolmentSql.Line line, Place called) {
    var one = line.involvement();
    boolean change =
        one.kind() == InvolvementKind.ENROLMENT
            && Enrolling.mayChange(actor, one.organisation())
            && !called.conceals(one.organisation());
    return new EnrolmentsPage.Line(
        line.organisation(),
        t("involvement.kind." + one.kind()),
        EnrolmentFields.place(line),
        EnrolmentFields.day(one.period().from()),
        EnrolmentFields.day(one.period().lastDay().orElse(null)),
        line.end().map(end -> t("involvement.end." + end)).orElse(""),
        change ? "/children/" + one.child() + "/enrolments/" + one.id() : null);
  }

  /** One line a person and place, with all posts by which the child is reached. */
  private static List<EnrolmentsPage.Reaching> reaching(List<EnrolmentSql.Reaching> all) {
    Map<List<String>, List<EnrolmentSql.Reaching>> people = new LinkedHashMap<>();
    all.forEach(one ->
        people
            .computeIfAbsent(
                List.of(one.organisation(), one.staff().toString()), _ -> new ArrayList<>())
            .add(one));
    return people.values().stream().map(EnrolmentsController::person).toList();
  }

  private static EnrolmentsPage.Reaching person(List<EnrolmentSql.Reaching> posts) {
    EnrolmentSql.Reaching first = posts.getFirst();
    boolean running = posts.stream().anyMatch(EnrolmentSql.Reaching::running);
    return new EnrolmentsPage.Reaching(
        first.organisation(),
        posts.stream()
            .map(one -> t("staff.post." + one.post()))
            .distinct()
            .collect(Collectors.joining(t("involvement.reach.posts"))),
        posts.stream()
            .flatMap(one -> one.insteadOf().stream())
            .findFirst()
            .map(absent -> first.name() + t("involvement.caseload.instead", absent))
            .orElse(first.name()),
        t(running ? "involvement.reach.running" : "involvement.reach.own"));
  }

  private EnrolmentsPage.@Nullable Form form(
      Tx tx, Actor.Staff actor, Identity child, Typed typed, Map<String, String> problems) {
    List<Organisation> offered = offered(tx, actor, child);
    if (!actor.may(Right.ENROL) || (offered.isEmpty() && problems.isEmpty())) {
      return null;
    }
    return new EnrolmentFields(typed, problems, tx.today())
        .enrol(
            "/children/" + child.id() + "/enrolments",
            offered,
            chosen(offered, typed),
            one -> classes(tx, List.of(one.id())));
  }

  /** The only one, or the one that was chosen. */
  private static Optional<Organisation> chosen(List<Organisation> offered, Typed typed) {
    return offered.stream()
        .filter(
            one -> offered.size() == 1 || one.id().toString().equals(typed.text("organisation")))
        .findFirst();
  }

  /** Own organisations; for a hub every place a child can be enrolled at, once it is SHARED. */
  private List<Organisation> offered(Tx tx, Actor.Staff actor, Identity child) {
    // beside a child whose address is hidden every answer would tell whether it is the right place
    boolean everywhere =
        actor.may(Right.INTAKE)
            && child.standing() == Standing.SHARED
            && !Compartments.concealed(tx, child.id());
    return organisations.open(tx).stream()
        .filter(one ->
            everywhere
                ? one.kind().isPreschool() || one.kind().isSchool()
                : !one.kind().isHub()
                    && actor.at(one.id(), seat -> seat.may(Right.ENROL)).isPresent())
        .toList();
  }

  private List<SchoolClass> classes(Tx tx, List<OrganisationId> at) {
    int year = FiscalYear.of(tx.today()).year();
    return at.stream()
        .flatMap(one ->
            Stream.of(year, year + 1)
                .flatMap(each -> organisations.openClasses(tx, one, each).stream()))
        .toList();
  }
}
