package jp.tsunagi.people.involvement;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.calendar.JapaneseDate;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.InvolvementId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.child.ChildHead;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.people.involvement.Involvements.Involvement;
import jp.tsunagi.people.organisation.Organisations;
import jp.tsunagi.people.organisation.SchoolClass;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /children/{child}/enrolments/{id}}: another class, or the end. */
@Controller
class EnrolmentController {
  private final Database database;
  private final Identities identities;
  private final Organisations organisations;
  private final Enrolling enrolling;
  private final Trace trace;

  EnrolmentController(
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

  @GetMapping("/children/{child}/enrolments/{id}")
  @Permitted(Permission.ENROL)
  @Traced(Action.VIEW_CHILD)
  ModelAndView show(
      Actor.Staff actor, @PathVariable ChildId child, @PathVariable InvolvementId id) {
    return database.call(
        actor,
        tx -> {
          Involvement enrolment = enrolling.mine(tx, actor, child, id);
          trace.write(tx, viewed(child));
          String today = JapaneseDate.of(tx.today()).brief();
          Typed usual = Typed.NOTHING.with("from", today).with("last", today);
          return Screen.of(page(tx, actor, enrolment, usual, Map.of()));
        });
  }

  private static Entry viewed(ChildId child) {
    return Entry.of(Action.VIEW_CHILD).child(child).purpose(Category.INVOLVEMENT.name());
  }

  @PostMapping("/children/{child}/enrolments/{id}/place")
  @Permitted(Permission.ENROL)
  @Traced(Action.CHANGE_INVOLVEMENT)
  ModelAndView place(
      Actor.Staff actor,
      @PathVariable ChildId child,
      @PathVariable InvolvementId id,
      @RequestParam MultiValueMap<String, String> sent) {
    Typed typed = new Typed(sent);
    return database.call(
        actor,
        tx -> {
          Involvement enrolment = enrolling.mine(tx, actor, child, id);
          EnrolmentForm form = new EnrolmentForm(typed, tx.today());
          var from = form.day("from");
          var number = form.number();
          var to = Enrolling.chosen(classes(tx, enrolment), typed.text("class"));
          if (to.isEmpty()) {
            form.missing("class");
          }
          if (form.sound()) {
            enrolling
                .place(tx, actor, enrolment, to.orElseThrow(), number, from.orElseThrow())
                .ifPresent(form::refused);
          }
          return answer(tx, actor, enrolment, typed, form, "involvement.placed");
        });
  }

  @PostMapping("/children/{child}/enrolments/{id}/end")
  @Permitted(Permission.ENROL)
  @Traced(Action.CHANGE_INVOLVEMENT)
  ModelAndView end(
      Actor.Staff actor,
      @PathVariable ChildId child,
      @PathVariable InvolvementId id,
      @RequestParam MultiValueMap<String, String> sent) {
    Typed typed = new Typed(sent);
    return database.call(
        actor,
        tx -> {
          Involvement enrolment = enrolling.mine(tx, actor, child, id);
          EnrolmentForm form = new EnrolmentForm(typed, tx.today());
          var last = form.day("last");
          var reason = form.reason();
          if (form.sound()) {
            enrolling
                .end(
                    tx,
                    actor,
                    enrolment,
                    last.orElseThrow(),
                    reason.orElseThrow(),
                    typed.given("note"))
                .ifPresent(form::refused);
          }
          return answer(tx, actor, enrolment, typed, form, "involvement.ended");
        });
  }

  private ModelAndView answer(
      Tx tx,
      Actor.Staff actor,
      Involvement enrolment,
      Typed typed,
      EnrolmentForm form,
      String done) {
    if (form.sound()) {
      return Screen.done("/children/" + enrolment.child() + "/enrolments", done);
    }
    trace.write(tx, viewed(enrolment.child()));
    return Screen.of(page(tx, actor, enrolment, typed, form.problems()), 422);
  }

  private List<SchoolClass> classes(Tx tx, Involvement enrolment) {
    int year = FiscalYear.of(tx.today()).year();
    return Stream.of(year, year + 1)
        .flatMap(each -> organisations.openClasses(tx, enrolment.organisation(), each).stream())
        .toList();
  }

  private EnrolmentPage page(
      Tx tx, Actor.Staff actor, Involvement enrolment, Typed typed, Map<String, String> problems) {
    EnrolmentFields fields = new EnrolmentFields(typed, problems, tx.today());
    EnrolmentSql.Line line =
        EnrolmentSql.lines(tx, actor, enrolment.child()).stream()
            .filter(one -> one.involvement().id().equals(enrolment.id()))
            .findFirst()
            .orElseThrow();
    String url = "/children/" + enrolment.child() + "/enrolments/" + enrolment.id();
    return new EnrolmentPage(
        ChildHead.of(tx, actor, identities.get(tx, enrolment.child()), "enrolments"),
        line.organisation(),
        EnrolmentFields.day(enrolment.period().from()),
        EnrolmentFields.place(line),
        fields.place(url + "/place", classes(tx, enrolment)),
        fields.ending(url + "/end"));
  }
}
