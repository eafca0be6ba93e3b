package jp.tsunagi.people.involvement;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.calendar.JapaneseDate;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.ui.Fields;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.people.child.Identity;
import jp.tsunagi.people.involvement.CaseloadSql.Carried;
import jp.tsunagi.people.involvement.CaseloadSql.Given;
import jp.tsunagi.people.involvement.CaseloadSql.Holder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays out who holds which child at a place, and leaves a row with the children shown. */
@Component
final class CaseloadList {
  /** The filter: children whom nobody holds. */
  static final String NOBODY = "none";

  private final Identities identities;
  private final Trace trace;

  CaseloadList(Identities identities, Trace trace) {
    this.identities = identities;
    this.trace = trace;
  }

  /** What is on record at the place today. */
  record Facts(
      Seat seat,
      List<Holder> holders,
      List<ChildId> children,
      Set<Carried> carried,
      List<Given> given) {
    static Facts of(Tx tx, Seat seat) {
      List<Holder> holders = CaseloadSql.holders(tx, seat);
      List<ChildId> children = List.copyOf(CaseloadSql.children(tx, seat));
      List<AssignmentId> assignments = holders.stream().map(Holder::assignment).toList();
      return new Facts(
          seat,
          holders,
          children,
          Set.copyOf(CaseloadSql.carried(tx, assignments, children)),
          CaseloadSql.given(tx, assignments, children));
    }

    Optional<Holder> holder(String assignment) {
      return holders.stream()
          .filter(one -> one.assignment().toString().equals(assignment))
          .findFirst();
    }

    boolean holds(Holder holder, ChildId child) {
      return carried.contains(new Carried(holder.assignment(), child));
    }

    boolean isNobodys(ChildId child) {
      return carried.stream().noneMatch(one -> one.child().equals(child));
    }

    Predicate<ChildId> shown(String show) {
      if (show.equals(NOBODY)) {
        return this::isNobodys;
      }
      return holder(show)
          .<Predicate<ChildId>>map(one -> child -> holds(one, child) || names(one, child))
          .orElse(_ -> true);
    }

    private boolean names(Holder holder, ChildId child) {
      return given.stream()
          .anyMatch(
              one -> one.assignment().equals(holder.assignment()) && one.child().equals(child));
    }
  }

  /** From today on, unless something else was typed. */
  Typed usual(Tx tx, Typed typed) {
    return typed.with("from", JapaneseDate.of(tx.today()).brief());
  }

  CaseloadsPage page(
      Tx tx,
      Actor.Staff actor,
      Facts facts,
      String show,
      Typed typed,
      Map<String, String> problems) {
    List<ChildId> shown = facts.children().stream().filter(facts.shown(show)).toList();
    List<Identity> known = known(tx, shown);
    trace(tx, facts.seat(), known);
    return new CaseloadsPage(
        facts.seat().organisationName(),
        facts.seat().organisation().toString(),
        show,
        places(actor, facts.seat()),
        filters(tx, facts, show),
        known.stream().map(child -> row(tx, facts, child, typed)).toList(),
        known.isEmpty()
            ? t(show.equals(NOBODY) ? "involvement.caseload.nobodys" : "involvement.caseload.none")
            : null,
        facts.holder(show).map(CaseloadList::substitutes).orElse(null),
        facts.holders().isEmpty() ? null : form(tx, facts, typed, problems));
  }

  private static Link substitutes(Holder holder) {
    return new Link(
        "/assignments/" + holder.assignment() + "/substitutes",
        t("staff.substitute.of", holder.name()));
  }

  private List<Identity> known(Tx tx, List<ChildId> children) {
    return identities.find(tx, children).stream()
        .sorted(Comparator.comparing(child -> child.name().sortKey()))
        .toList();
  }

  private void trace(Tx tx, Seat seat, List<Identity> known) {
    trace.write(
        tx,
        Entry.of(Action.LIST)
            .children(known.stream().map(Identity::id).toList())
            .seat(seat)
            .ground("OWN"));
  }

  private static List<Link> places(Actor.Staff actor, Seat seat) {
    List<Link> ways =
        actor.with(Right.ENROL).stream()
            .filter(ClassPlaces::hasCaseloads)
            .map(one ->
                new Link(
                    url(one, ""),
                    one.organisationName(),
                    one.organisation().equals(seat.organisation())))
            .distinct()
            .toList();
    return ways.size() > 1 ? ways : List.of();
  }

  private static String url(Seat seat, String show) {
    String url = CaseloadsController.URL + "?at=" + seat.organisation();
    return show.isEmpty() ? url : url + "&show=" + show;
  }

  private static List<Link> filters(Tx tx, Facts facts, String show) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("", t("involvement.caseload.all", facts.children().size()));
    words.put(NOBODY, t("involvement.caseload.nobody", count(facts, NOBODY)));
    facts
        .holders()
        .forEach(one -> {
          String key = one.assignment().toString();
          words.put(
              key,
              t(
                  "involvement.caseload.filter",
                  CaseloadWords.holder(one, facts.holders(), tx.today()),
                  count(facts, key)));
        });
    return words.entrySet().stream()
        .map(one ->
            new Link(url(facts.seat(), one.getKey()), one.getValue(), one.getKey().equals(show)))
        .toList();
  }

  private static long count(Facts facts, String show) {
    return facts.children().stream().filter(facts.shown(show)).count();
  }

  private static CaseloadsPage.Row row(Tx tx, Facts facts, Identity child, Typed typed) {
    String pick = child.id().toString();
    return new CaseloadsPage.Row(
        "/children/" + child.id(),
        child.view(),
        child.facts(tx.today(), language()),
        holders(tx, facts, child.id()),
        pick,
        typed.all("child").contains(pick));
  }

  /** By class first, then by name; what is to come by name too. */
  private static List<String> holders(Tx tx, Facts facts, ChildId child) {
    List<Given> given = facts.given().stream().filter(one -> one.child().equals(child)).toList();
    Stream<String> byClass =
        facts.holders().stream()
            .filter(one -> facts.holds(one, child))
            .filter(one ->
                given.stream()
                    .noneMatch(it ->
                        it.assignment().equals(one.assignment())
                            && it.period().contains(tx.today())))
            .map(one -> CaseloadWords.holder(one, facts.holders(), tx.today()));
    Stream<String> byName =
        given.stream()
            .flatMap(one ->
                facts.holder(one.assignment().toString()).stream()
                    .map(holder -> CaseloadWords.given(one, holder)));
    return Stream.concat(byClass, byName).toList();
  }

  private static CaseloadsPage.Form form(
      Tx tx, Facts facts, Typed typed, Map<String, String> problems) {
    Fields fields =
        new Fields("involvement.caseload.field.", "involvement.caseload.hint.", typed, problems);
    return new CaseloadsPage.Form(
        fields.must("child"),
        fields.must("act"),
        fields.options("act", CaseloadPlan.Act.values(), "involvement.caseload.act."),
        fields.of("holder"),
        facts.holders().stream()
            .map(one ->
                new Option(
                    one.assignment().toString(),
                    CaseloadWords.holder(one, facts.holders(), tx.today()),
                    one.assignment().toString().equals(typed.text("holder"))))
            .toList(),
        fields.of("from"),
        fields.of("last"));
  }

  /** What a change comes to. */
  CaseloadPlanPage plan(
      Tx tx, Facts facts, CaseloadPlan plan, Typed typed, @Nullable String changed) {
    List<ChildId> all =
        Stream.concat(plan.give().stream(), plan.end().stream().map(Given::child))
            .distinct()
            .toList();
    List<Identity> known = known(tx, all);
    trace(tx, facts.seat(), known);
    Map<ChildId, Identity> names =
        known.stream().collect(Collectors.toMap(Identity::id, one -> one));
    return new CaseloadPlanPage(
        typed.values(),
        plan.seen(),
        changed,
        plan.give().isEmpty()
            ? null
            : t(
                "involvement.caseload.plan.give",
                CaseloadWords.holder(plan.holder().orElseThrow(), facts.holders(), tx.today()),
                CaseloadWords.period(plan.period().orElseThrow())),
        known.stream()
            .filter(child -> plan.give().contains(child.id()))
            .map(Identity::view)
            .toList(),
        plan.end().stream()
            .filter(one -> names.containsKey(one.child()))
            .map(one -> end(facts, plan, one, Objects.requireNonNull(names.get(one.child()))))
            .toList());
  }

  private static CaseloadPlanPage.End end(
      Facts facts, CaseloadPlan plan, Given one, Identity child) {
    String name = facts.holder(one.assignment().toString()).map(Holder::name).orElseThrow();
    var on = plan.endsOn().orElseThrow();
    return new CaseloadPlanPage.End(
        child.view(),
        one.period().from().isBefore(on)
            ? t("involvement.caseload.plan.end", name, EnrolmentFields.day(on.minusDays(1)))
            : t("involvement.caseload.plan.never", name));
  }
}
