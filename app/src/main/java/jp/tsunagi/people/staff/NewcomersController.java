package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.people.staff.NewcomerSql.Outcome;
import jp.tsunagi.people.staff.NewcomersPage.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /newcomers}: those who lead at a place say whether they know who is put there (ADR 9). */
@Controller
class NewcomersController {
  static final String URL = "/newcomers";
  private static final int LONGEST = 400;

  private final Database database;
  private final Newcomers newcomers;
  private final Trace trace;

  NewcomersController(Database database, Newcomers newcomers, Trace trace) {
    this.database = database;
    this.newcomers = newcomers;
    this.trace = trace;
  }

  /** What the page says beside its rows. */
  private record Said(
      @Nullable RefusalView over,
      Optional<AssignmentId> refusing,
      String typed,
      @Nullable String problem) {
    static final Said NOTHING = new Said(null, Optional.empty(), "", null);

    static Said of(String key, long people) {
      RefusalView why =
          new RefusalView(t("staff.newcomer.refused.what"), t(key, people), t(key + ".remedy"));
      return new Said(why, Optional.empty(), "", null);
    }
  }

  @GetMapping("/newcomers")
  @Permitted(Permission.STAFF)
  @Traced(Action.NONE)
  ModelAndView show(Actor.Staff actor) {
    return Screen.of(database.call(asked(actor), tx -> page(tx, actor, Said.NOTHING)));
  }

  /** Whoever leads nowhere and keeps no register is never asked. */
  private static Actor.Staff asked(Actor.Staff actor) {
    if (actor.seats().stream().noneMatch(Newcomers::mayBeAsked)) {
      throw new NotFound();
    }
    return actor;
  }

  @PostMapping("/newcomers")
  @Permitted(Permission.STAFF)
  @Traced(Action.ADMINISTER)
  ModelAndView confirm(
      Actor.Staff actor, @RequestParam(defaultValue = "") List<AssignmentId> assignment) {
    return database.call(asked(actor), tx -> confirm(tx, actor, assignment));
  }

  private ModelAndView confirm(Tx tx, Actor.Staff actor, List<AssignmentId> ticked) {
    if (ticked.isEmpty()) {
      return Screen.of(page(tx, actor, Said.of("staff.newcomer.refused.pick", 0)), 422);
    }
    long over =
        ticked.stream()
            .distinct()
            .filter(one ->
                !newcomers.confirm(tx, actor, one) && !repeated(tx, actor, one, Outcome.CONFIRMED))
            .count();
    return over == 0
        ? Screen.done(URL, "staff.newcomer.done.confirmed")
        : Screen.of(page(tx, actor, Said.of("staff.newcomer.refused.over", over)), 422);
  }

  private boolean repeated(Tx tx, Actor.Staff actor, AssignmentId one, Outcome outcome) {
    if (!NewcomerSql.ended(tx, one, outcome, actor.staff())) {
      return false;
    }
    trace.write(tx, Entry.of(Action.ADMINISTER).about("staff.newcomer.repeated", one));
    return true;
  }

  @PostMapping("/newcomers/{assignment}/refusal")
  @Permitted(Permission.STAFF)
  @Traced(Action.ADMINISTER)
  ModelAndView refuse(
      Actor.Staff actor,
      @PathVariable AssignmentId assignment,
      @RequestParam Map<String, String> typed) {
    String why = typed.getOrDefault(reason(assignment), "").strip();
    return database.call(asked(actor), tx -> refuse(tx, actor, assignment, why));
  }

  /** The page has a field for each who waits. */
  private static String reason(AssignmentId assignment) {
    return "reason." + assignment;
  }

  private ModelAndView refuse(Tx tx, Actor.Staff actor, AssignmentId assignment, String why) {
    boolean sound = !why.isEmpty() && why.codePointCount(0, why.length()) <= LONGEST;
    if (!sound) {
      String problem =
          t(why.isEmpty() ? "staff.newcomer.refused.reason" : "staff.refused.long", LONGEST);
      var said = new Said(null, Optional.of(assignment), why, problem);
      return Screen.of(page(tx, actor, said), 422);
    }
    return newcomers.refuse(tx, actor, assignment, why)
            || repeated(tx, actor, assignment, Outcome.REFUSED)
        ? Screen.done(URL, "staff.newcomer.done.refused")
        : Screen.of(page(tx, actor, Said.of("staff.newcomer.refused.over", 1)), 422);
  }

  private static NewcomersPage page(Tx tx, Actor.Staff actor, Said said) {
    var parts =
        Newcomers.of(tx, actor).stream()
            .collect(Collectors.partitioningBy(one -> one.confirmers().allow(actor.staff())));
    return new NewcomersPage(
        rows(tx, parts.getOrDefault(true, List.of()), said),
        rows(tx, parts.getOrDefault(false, List.of()), said),
        said.over());
  }

  private static List<Row> rows(Tx tx, List<Newcomers.Case> cases, Said said) {
    return cases.stream().map(one -> row(tx, one, said)).toList();
  }

  private static Row row(Tx tx, Newcomers.Case one, Said said) {
    var id = one.waits().assignment();
    HeldPost held = StaffRegisterSql.post(tx, id).orElseThrow(NotFound::new);
    StaffMember person = StaffController.there(tx, held.staff());
    boolean refusing = said.refusing().filter(id::equals).isPresent();
    return new Row(
        id.toString(),
        person.name(),
        person.kana(),
        held.organisationName(),
        StaffListController.post(held),
        StaffWords.period(held.period()),
        t(
            "staff.newcomer.asked",
            StaffWords.moment(one.waits().madeAt()),
            one.waits().madeByName()),
        NewcomerWords.by(one.confirmers()),
        URL + "/" + id + "/refusal",
        FieldView.of(reason(id), t("staff.newcomer.field.reason"))
            .must()
            .hint(t("staff.newcomer.hint.reason"))
            .most(LONGEST)
            .value(refusing ? said.typed() : "")
            .error(refusing ? said.problem() : null));
  }
}
