package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.FieldRefusal;
import jp.tsunagi.base.ui.Fields;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.organisation.TypedDay;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /assignments/{assignment}/substitutes}: who stands in for somebody with a caseload. */
@Controller
class SubstitutesController {
  private final Database database;
  private final Substitutes substitutes;

  SubstitutesController(Database database, Substitutes substitutes) {
    this.database = database;
    this.substitutes = substitutes;
  }

  private static String url(AssignmentId absent) {
    return "/assignments/" + absent + "/substitutes";
  }

  @GetMapping("/assignments/{assignment}/substitutes")
  @Permitted(Permission.ENROL)
  @Traced(Action.NONE)
  ModelAndView show(Actor.Staff actor, @PathVariable AssignmentId assignment) {
    return Screen.of(
        database.call(
            actor,
            tx -> {
              Typed usual = Typed.NOTHING.with("from", DateWords.brief(tx.today()));
              HeldPost absent = Substitutes.absent(tx, actor, assignment);
              return page(tx, actor, absent, AssignmentId.create(), usual, List.of());
            }));
  }

  @PostMapping("/assignments/{assignment}/substitutes")
  @Permitted(Permission.ENROL)
  @Traced(Action.ADMINISTER)
  ModelAndView begin(
      Actor.Staff actor,
      @PathVariable AssignmentId assignment,
      @RequestParam AssignmentId id,
      @RequestParam Map<String, String> sent) {
    Typed typed = Typed.NOTHING;
    for (String field : List.of("staff", "from", "lastDay")) {
      typed = typed.with(field, sent.getOrDefault(field, ""));
    }
    Typed all = typed;
    return database.call(actor, tx -> begin(tx, actor, assignment, id, all));
  }

  private ModelAndView begin(
      Tx tx, Actor.Staff actor, AssignmentId assignment, AssignmentId id, Typed typed) {
    HeldPost absent = Substitutes.absent(tx, actor, assignment);
    List<FieldRefusal> refusals = new ArrayList<>();
    Optional<StaffId> by =
        Substitutes.colleagues(tx, actor, absent).stream()
            .map(SubstituteSql.Colleague::staff)
            .filter(one -> one.toString().equals(typed.text("staff")))
            .findFirst();
    FieldRefusal.when(by.isEmpty(), "staff", "staff.substitute.refused.who")
        .ifPresent(refusals::add);
    Optional<Period> days = days(tx, absent, typed, refusals);
    if (refusals.isEmpty()) {
      Substitutes.already(tx, absent, by.orElseThrow(), days.orElseThrow())
          .filter(one -> !one.id().equals(id))
          .ifPresent(one ->
              refusals.add(
                  FieldRefusal.of(
                      "staff",
                      "staff.substitute.refused.already",
                      StaffWords.period(one.period()))));
    }
    if (!refusals.isEmpty()) {
      return Screen.of(page(tx, actor, absent, id, typed, refusals), 422);
    }
    substitutes.begin(tx, absent, id, by.orElseThrow(), days.orElseThrow());
    return Screen.done(url(assignment), "staff.substitute.done.begun");
  }

  private static Optional<Period> days(
      Tx tx, HeldPost absent, Typed typed, List<FieldRefusal> refusals) {
    Optional<LocalDate> from = day(tx, typed, "from", refusals);
    Optional<LocalDate> last = day(tx, typed, "lastDay", refusals);
    if (from.isEmpty() || last.isEmpty()) {
      return Optional.empty();
    }
    if (from.get().isBefore(tx.today())) {
      refusals.add(FieldRefusal.of("from", "staff.substitute.refused.past"));
    } else if (last.get().isBefore(from.get())) {
      refusals.add(FieldRefusal.of("lastDay", "staff.assignment.refused.order"));
    } else if (!absent.period().contains(Period.through(from.get(), last.get()))) {
      refusals.add(
          FieldRefusal.of(
              "lastDay", "staff.substitute.refused.outside", StaffWords.period(absent.period())));
    }
    return refusals.isEmpty()
        ? Optional.of(Period.through(from.get(), last.get()))
        : Optional.empty();
  }

  private static Optional<LocalDate> day(
      Tx tx, Typed typed, String field, List<FieldRefusal> refusals) {
    TypedDay day = TypedDay.of(typed.text(field), tx.today());
    FieldRefusal.when(day.reading().isEmpty(), field, "staff.assignment.refused.missing." + field)
        .or(() -> day.refusal(field))
        .ifPresent(refusals::add);
    return day.day();
  }

  @PostMapping("/assignments/{assignment}/substitutes/{id}/end")
  @Permitted(Permission.ENROL)
  @Traced(Action.ADMINISTER)
  ModelAndView end(
      Actor.Staff actor, @PathVariable AssignmentId assignment, @PathVariable AssignmentId id) {
    database.run(actor, tx -> substitutes.end(tx, Substitutes.absent(tx, actor, assignment), id));
    return Screen.done(url(assignment), "staff.substitute.done.ended");
  }

  private static SubstitutesPage page(
      Tx tx,
      Actor.Staff actor,
      HeldPost absent,
      AssignmentId id,
      Typed typed,
      List<FieldRefusal> refusals) {
    Fields fields =
        new Fields(
            "staff.substitute.field.",
            "staff.substitute.hint.",
            typed,
            FieldRefusal.problems(refusals));
    return new SubstitutesPage(
        url(absent.id()),
        new Link("/caseloads?at=" + absent.organisation(), t("staff.substitute.back")),
        StaffController.there(tx, absent.staff()).name(),
        StaffListController.post(absent),
        StaffWords.period(absent.period()),
        SubstituteSql.of(tx, absent.id()).stream().map(one -> row(tx, absent, one)).toList(),
        id.toString(),
        fields.must("staff"),
        Substitutes.colleagues(tx, actor, absent).stream()
            .map(one ->
                new Option(
                    one.staff().toString(),
                    one.name(),
                    one.staff().toString().equals(typed.text("staff"))))
            .toList(),
        fields.must("from"),
        fields.must("lastDay"));
  }

  private static SubstitutesPage.Row row(Tx tx, HeldPost absent, HeldPost one) {
    return new SubstitutesPage.Row(
        StaffController.there(tx, one.staff()).name(),
        StaffWords.period(one.period()),
        url(absent.id()) + "/" + one.id() + "/end",
        one.begins(tx.today()));
  }
}
