package jp.tsunagi.people.child;

import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.calendar.GradeOverride;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.name.NameInput;
import jp.tsunagi.base.name.PersonName;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.child.IdentityView.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /children/{child}/identity}: who a child is, how that came about, and changes of it. */
@Controller
class IdentityController {
  private final Database database;
  private final Children children;
  private final IdentityView view;
  private final Trace trace;

  IdentityController(Database database, Children children, IdentityView view, Trace trace) {
    this.database = database;
    this.children = children;
    this.view = view;
    this.trace = trace;
  }

  @GetMapping("/children/{child}/identity")
  @Permitted(Permission.STAFF)
  @Traced(Action.VIEW_CHILD)
  ModelAndView show(Actor.Staff actor, @PathVariable ChildId child) {
    return database.call(
        actor,
        tx -> {
          Identity identity = IdentitySql.get(tx, child);
          Seat seat = Sight.reads(tx, actor, identity, Category.IDENTITY);
          trace.write(tx, entry(Action.VIEW_CHILD, child, seat));
          return Screen.of(view.page(tx, actor, identity, Refused.NOTHING));
        });
  }

  private static Entry entry(Action action, ChildId child, Seat seat) {
    return Entry.of(action).child(child).seat(seat).purpose(Category.IDENTITY.name());
  }

  /** A change, once it is read: empty where something was wrong. */
  private interface Form {
    Optional<Runnable> read(Tx tx, Identity child, Typed typed, Map<String, String> problems);
  }

  /** At which field of a form it is said that somebody else was faster. */
  private static final Map<String, String> FIRST =
      Map.of("name", "how", "about", "birth", "grade", "level");

  private ModelAndView change(Actor.Staff actor, ChildId id, String name, Typed typed, Form form) {
    return database.call(
        actor,
        tx -> {
          Identity child = IdentitySql.held(tx, id);
          Seat seat = Sight.mustChange(tx, actor, child, Category.IDENTITY);
          Map<String, String> problems = new HashMap<>();
          Optional<Runnable> change = form.read(tx, child, typed, problems);
          Seen.check(
              typed, IdentityView.seen(tx, child), problems, FIRST.getOrDefault(name, "how"));
          if (change.isEmpty() || !problems.isEmpty()) {
            trace.write(tx, entry(Action.VIEW_CHILD, id, seat));
            return Screen.of(view.page(tx, actor, child, new Refused(name, typed, problems)), 422);
          }
          change.get().run();
          trace.write(tx, entry(Action.CHANGE_CHILD, id, seat));
          return Screen.done("/children/" + id + "/identity", "child.changed");
        });
  }

  @PostMapping("/children/{child}/identity/name")
  @Permitted(Permission.WRITE)
  @Traced(Action.CHANGE_CHILD)
  ModelAndView name(
      Actor.Staff actor,
      @PathVariable ChildId child,
      @RequestParam MultiValueMap<String, String> sent) {
    return change(actor, child, "name", new Typed(sent), this::readName);
  }

  private Optional<Runnable> readName(
      Tx tx, Identity child, Typed typed, Map<String, String> problems) {
    String how = typed.text("how");
    if (!IdentityFields.HOWS.contains(how)) {
      problems.put("how", t("child.problem.choose"));
    }
    return switch (NameForm.read(typed)) {
      case NameInput.Result.Refused(var faults) -> {
        problems.putAll(NameForm.problems(faults));
        yield Optional.empty();
      }
      case NameInput.Result.Accepted(var name) when how.equals("CHANGED") ->
          changedFrom(tx, child, typed, problems)
              .map(from -> () -> children.rename(tx, child.id(), name, from));
      case NameInput.Result.Accepted(PersonName name) ->
          Optional.of(() -> children.correctName(tx, child.id(), name));
    };
  }

  private static Optional<LocalDate> changedFrom(
      Tx tx, Identity child, Typed typed, Map<String, String> problems) {
    DayInput input = DayInput.read(typed, "from", DayInput.facts(tx.today()));
    if (!(input instanceof DayInput.Day(var from))) {
      problems.put("from", input.problem());
      return Optional.empty();
    }
    Optional<LocalDate> current =
        HistorySql.names(tx, child.id()).stream().map(one -> one.period().from()).findFirst();
    ChangeRule.refusal(from, child.birthDate(), current, tx.today())
        .ifPresent(refusal -> problems.put("from", t(refusal.key())));
    return Optional.of(from);
  }

  @PostMapping("/children/{child}/identity/about")
  @Permitted(Permission.WRITE)
  @Traced(Action.CHANGE_CHILD)
  ModelAndView about(
      Actor.Staff actor,
      @PathVariable ChildId child,
      @RequestParam MultiValueMap<String, String> sent) {
    return change(actor, child, "about", new Typed(sent), this::readAbout);
  }

  private Optional<Runnable> readAbout(
      Tx tx, Identity child, Typed typed, Map<String, String> problems) {
    Optional<Sex> sex =
        Arrays.stream(Sex.values()).filter(one -> one.name().equals(typed.text("sex"))).findFirst();
    if (sex.isEmpty()) {
      problems.put("sex", t("child.problem.choose"));
    }
    Optional<String> language = Languages.read(typed, problems);
    DayInput birth = DayInput.read(typed, "birth", DayInput.births(tx.today()));
    if (!(birth instanceof DayInput.Day(var day))) {
      problems.put("birth", birth.problem());
      return Optional.empty();
    }
    return sex.map(one ->
        () -> children.correct(tx, child.id(), day, one, language, typed.ticked("interpreter")));
  }

  @PostMapping("/children/{child}/identity/grade")
  @Permitted(Permission.WRITE)
  @Traced(Action.CHANGE_CHILD)
  ModelAndView grade(
      Actor.Staff actor,
      @PathVariable ChildId child,
      @RequestParam MultiValueMap<String, String> sent) {
    return change(actor, child, "grade", new Typed(sent), this::readGrade);
  }

  private Optional<Runnable> readGrade(
      Tx tx, Identity child, Typed typed, Map<String, String> problems) {
    Optional<GradeOverride.Reason> reason =
        Arrays.stream(GradeOverride.Reason.values())
            .filter(one -> one.name().equals(typed.text("gradereason")))
            .findFirst();
    if (reason.isEmpty()) {
      problems.put("gradereason", t("child.problem.choose"));
    }
    if (!IdentityFields.levels().contains(typed.text("level"))) {
      problems.put("level", t("child.problem.choose"));
    }
    int now = FiscalYear.of(tx.today()).year();
    int year = typed.text("year").equals(String.valueOf(now + 1)) ? now + 1 : now;
    return problems.isEmpty()
        ? reason.map(why ->
            () ->
                children.overrideGrade(
                    tx,
                    child.id(),
                    new FiscalYear(year),
                    Integer.parseInt(typed.text("level")),
                    new GradeReason(why, typed.text("gradenote")).written()))
        : Optional.empty();
  }
}
