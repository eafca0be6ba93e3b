package jp.tsunagi.people.involvement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.calendar.JapaneseDate;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.organisation.Organisations;
import jp.tsunagi.people.organisation.SchoolClass;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /classes}: the class lists of one's own organisation; moves several at once. */
@Controller
class ClassesController {
  private final Database database;
  private final Organisations organisations;
  private final Enrolling enrolling;
  private final ClassList list;

  ClassesController(
      Database database, Organisations organisations, Enrolling enrolling, ClassList list) {
    this.database = database;
    this.organisations = organisations;
    this.enrolling = enrolling;
    this.list = list;
  }

  @GetMapping("/classes")
  @Permitted(Permission.ENROL)
  @Traced(Action.LIST)
  ModelAndView show(
      Actor.Staff actor,
      @RequestParam(required = false) @Nullable OrganisationId at,
      @RequestParam(required = false) @Nullable Integer year) {
    return database.call(
        actor,
        tx -> {
          int chosen = year(tx, year);
          String from = JapaneseDate.of(day(tx, chosen)).brief();
          return Screen.of(
              list.page(
                  tx, actor, seat(actor, at), chosen, Typed.NOTHING.with("from", from), Map.of()));
        });
  }

  /** This year, unless it is one of the last three or the next. */
  private static int year(Tx tx, @Nullable Integer asked) {
    int now = FiscalYear.of(tx.today()).year();
    return asked != null && ClassList.YEARS.stream().anyMatch(each -> now + each == asked)
        ? asked
        : now;
  }

  /** Today, or the day on which that year is looked at. */
  static LocalDate day(Tx tx, int year) {
    FiscalYear fiscal = new FiscalYear(year);
    if (fiscal.contains(tx.today())) {
      return tx.today();
    }
    return fiscal.start().isAfter(tx.today()) ? fiscal.start() : fiscal.end().minusDays(1);
  }

  private static Seat seat(Actor.Staff actor, @Nullable OrganisationId at) {
    return actor.with(Right.ENROL).stream()
        .filter(seat -> at == null || seat.organisation().equals(at))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  @PostMapping("/classes")
  @Permitted(Permission.ENROL)
  @Traced(Action.CHANGE_INVOLVEMENT)
  ModelAndView move(
      Actor.Staff actor,
      @RequestParam OrganisationId at,
      @RequestParam Integer year,
      @RequestParam MultiValueMap<String, String> sent) {
    return database.call(
        actor, tx -> move(tx, actor, seat(actor, at), year(tx, year), new Typed(sent)));
  }

  private ModelAndView move(Tx tx, Actor.Staff actor, Seat seat, int year, Typed typed) {
    EnrolmentForm form = new EnrolmentForm(typed, tx.today());
    Optional<LocalDate> from = form.day("from");
    Optional<SchoolClass> to =
        Enrolling.chosen(
            organisations.openClasses(tx, seat.organisation(), year), typed.text("class"));
    if (to.isEmpty()) {
      form.missing("class");
    }
    List<ClassesSql.Row> picked =
        from
            .map(day -> ClassesSql.rows(tx, seat.organisation(), year, day))
            .orElse(List.of())
            .stream()
            .filter(row -> typed.all("child").contains(row.enrolment().id().toString()))
            .toList();
    if (picked.isEmpty()) {
      form.nobody();
    }
    if (form.sound()) {
      // all of them or nobody
      picked.stream()
          .flatMap(row ->
              enrolling.placing(row.enrolment(), to.orElseThrow(), from.orElseThrow()).stream())
          .forEach(form::refused);
    }
    if (form.sound()) {
      for (ClassesSql.Row row : picked) {
        enrolling
            .place(
                tx, actor, row.enrolment(), to.orElseThrow(), Optional.empty(), from.orElseThrow())
            .ifPresent(form::refused);
      }
    }
    return form.sound()
        ? Screen.done(
            "/classes?at=" + seat.organisation() + "&year=" + year, "involvement.classes.moved")
        : Screen.of(list.page(tx, actor, seat, year, typed, form.problems()), 422);
  }
}
