package jp.tsunagi.people.involvement;

import static jp.tsunagi.base.ui.Text.t;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.involvement.CaseloadSql.Given;
import jp.tsunagi.people.staff.Staffing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * {@code /caseloads}: who holds which child at one's own place, and 担当児 for several at once: looked
 * at first, then decided.
 */
@Controller
class CaseloadsController {
  static final String URL = "/caseloads";

  private final Database database;
  private final CaseloadList list;
  private final Staffing staffing;
  private final Trace trace;

  CaseloadsController(Database database, CaseloadList list, Staffing staffing, Trace trace) {
    this.database = database;
    this.list = list;
    this.staffing = staffing;
    this.trace = trace;
  }

  @GetMapping("/caseloads")
  @Permitted(Permission.ENROL)
  @Traced(Action.LIST)
  ModelAndView show(
      Actor.Staff actor,
      @RequestParam(required = false) @Nullable OrganisationId at,
      @RequestParam(defaultValue = "") String show,
      @RequestParam(required = false) @Nullable ChildId child) {
    Typed typed = child == null ? Typed.NOTHING : Typed.NOTHING.with("child", child.toString());
    return database.call(
        actor,
        tx -> {
          CaseloadList.Facts facts = facts(tx, actor, at);
          return Screen.of(list.page(tx, actor, facts, show, list.usual(tx, typed), Map.of()));
        });
  }

  private CaseloadList.Facts facts(Tx tx, Actor.Staff actor, @Nullable OrganisationId at) {
    Seat seat =
        actor.with(Right.ENROL).stream()
            .filter(one -> at == null || one.organisation().equals(at))
            .filter(ClassPlaces::hasCaseloads)
            .findFirst()
            .orElseThrow(NotFound::new);
    return CaseloadList.Facts.of(tx, seat);
  }

  /** Shows what it comes to; what was shown is decided by a second press. */
  @PostMapping("/caseloads")
  @Permitted(Permission.ENROL)
  @Traced({Action.CHANGE_INVOLVEMENT, Action.LIST})
  ModelAndView change(
      Actor.Staff actor,
      @RequestParam OrganisationId at,
      @RequestParam MultiValueMap<String, String> sent) {
    return database.call(actor, tx -> change(tx, actor, facts(tx, actor, at), new Typed(sent)));
  }

  private ModelAndView change(Tx tx, Actor.Staff actor, CaseloadList.Facts facts, Typed typed) {
    String show = typed.text("show");
    if (typed.text("step").equals("edit")) {
      return Screen.of(list.page(tx, actor, facts, show, typed, Map.of()));
    }
    CaseloadForm form = new CaseloadForm(typed, tx.today());
    Optional<CaseloadPlan> plan =
        form.plan(facts.holders(), facts.holder(show), facts.children(), facts.given());
    if (form.isSoAlready() && typed.text("step").equals("decide")) {
      trace.write(tx, row(facts.seat(), List.of(), "CASELOAD_REPEATED"));
      return done(facts, show);
    }
    if (plan.isEmpty()) {
      return Screen.of(list.page(tx, actor, facts, show, typed, form.problems()), 422);
    }
    String seen = typed.text("seen");
    if (typed.text("step").equals("decide") && seen.equals(plan.get().seen())) {
      decide(tx, facts.seat(), plan.get());
      return done(facts, show);
    }
    String changed = seen.isEmpty() ? null : t("involvement.caseload.changed");
    return Screen.of(list.plan(tx, facts, plan.get(), typed, changed));
  }

  private static ModelAndView done(CaseloadList.Facts facts, String show) {
    String url = URL + "?at=" + facts.seat().organisation();
    return Screen.done(show.isEmpty() ? url : url + "&show=" + show, "involvement.caseload.done");
  }

  private void decide(Tx tx, Seat seat, CaseloadPlan plan) {
    Map<AssignmentId, List<ChildId>> ends =
        plan.end().stream()
            .collect(
                Collectors.groupingBy(
                    Given::assignment,
                    LinkedHashMap::new,
                    Collectors.mapping(Given::child, Collectors.toList())));
    ends.forEach((assignment, children) -> {
      staffing.endChildren(tx, assignment, children, plan.endsOn().orElseThrow());
      trace.write(tx, row(seat, children, "CASELOAD_ENDED").about("caseload", assignment));
    });
    plan.holder()
        .filter(_ -> !plan.give().isEmpty())
        .ifPresent(holder -> {
          var period = plan.period().orElseThrow();
          staffing.giveChildren(
              tx,
              holder.assignment(),
              plan.give(),
              period.from(),
              Optional.ofNullable(period.to()));
          trace.write(
              tx, row(seat, plan.give(), "CASELOAD_GIVEN").about("caseload", holder.assignment()));
        });
  }

  private static Entry row(Seat seat, Collection<ChildId> children, String purpose) {
    return Entry.of(Action.CHANGE_INVOLVEMENT)
        .children(children)
        .seat(seat)
        .ground("OWN")
        .purpose(purpose);
  }
}
