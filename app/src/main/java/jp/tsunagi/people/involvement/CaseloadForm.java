package jp.tsunagi.people.involvement;

import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.involvement.CaseloadPlan.Act;
import jp.tsunagi.people.involvement.CaseloadSql.Given;
import jp.tsunagi.people.involvement.CaseloadSql.Holder;
import jp.tsunagi.people.organisation.TypedDay;

/** Reads the form of the caseloads and gathers what is wrong with it. */
final class CaseloadForm {
  private final Typed typed;
  private final LocalDate today;
  private final Map<String, String> problems = new HashMap<>();
  private boolean nothing;

  CaseloadForm(Typed typed, LocalDate today) {
    this.typed = typed;
    this.today = today;
  }

  Map<String, String> problems() {
    return Map.copyOf(problems);
  }

  /** Nothing is wrong but that it is so already: the same form once more, it may be. */
  boolean isSoAlready() {
    return nothing;
  }

  /**
   * What it comes to; empty when something is wrong.
   *
   * @param shown to whom the page was narrowed: ending means that one's
   */
  Optional<CaseloadPlan> plan(
      List<Holder> holders, Optional<Holder> shown, List<ChildId> reached, List<Given> given) {
    List<ChildId> picked =
        reached.stream().filter(child -> typed.all("child").contains(child.toString())).toList();
    check("child", picked.isEmpty(), "involvement.problem.pick");
    Optional<Act> act =
        Arrays.stream(Act.values()).filter(one -> one.name().equals(typed.text("act"))).findFirst();
    check("act", act.isEmpty(), "involvement.problem.choose");
    Optional<CaseloadPlan> plan =
        act.flatMap(chosen ->
            chosen == Act.END
                ? ending().map(day -> CaseloadPlan.end(shown, picked, given, day))
                : giving(holders, picked, given, chosen));
    plan.filter(CaseloadPlan::isNothing)
        .filter(_ -> problems.isEmpty())
        .ifPresent(_ -> {
          nothing = true;
          problems.put("child", t("involvement.caseload.problem." + act.orElseThrow()));
        });
    return plan.filter(_ -> problems.isEmpty());
  }

  private Optional<CaseloadPlan> giving(
      List<Holder> holders, List<ChildId> picked, List<Given> given, Act act) {
    Optional<Holder> holder =
        holders.stream()
            .filter(one -> one.assignment().toString().equals(typed.text("holder")))
            .findFirst();
    check("holder", holder.isEmpty(), "involvement.problem.choose");
    Optional<LocalDate> from = day("from", true);
    Optional<LocalDate> last = day("last", false);
    check("from", from.filter(today::isAfter).isPresent(), "involvement.caseload.problem.past");
    check(
        "last",
        from.isPresent() && last.filter(from.get()::isAfter).isPresent(),
        "involvement.caseload.problem.order");
    holder.ifPresent(one -> {
      boolean early = from.filter(day -> !one.period().contains(day)).isPresent();
      boolean late = last.filter(day -> !one.period().contains(day)).isPresent();
      check(
          early ? "from" : "last",
          early || late,
          "involvement.caseload.problem.outside",
          CaseloadWords.period(one.period()));
    });
    return problems.isEmpty() && holder.isPresent() && from.isPresent()
        ? Optional.of(
            CaseloadPlan.give(
                holder.get(),
                picked,
                given,
                new Period(from.get(), last.map(day -> day.plusDays(1)).orElse(null)),
                act == Act.MOVE))
        : Optional.empty();
  }

  /** The day after the last; yesterday means at once. */
  private Optional<LocalDate> ending() {
    Optional<LocalDate> last = day("last", true);
    check(
        "last",
        last.filter(today.minusDays(1)::isAfter).isPresent(),
        "involvement.caseload.problem.ended");
    return last.map(day -> day.plusDays(1));
  }

  private Optional<LocalDate> day(String field, boolean must) {
    TypedDay read = TypedDay.of(typed.text(field), today);
    check(field, must && read.reading().isEmpty(), "involvement.caseload.problem.day");
    read.refusal(field).ifPresent(refusal -> problems.put(field, refusal.words()));
    return read.day();
  }

  private void check(String field, boolean wrong, String key, Object... about) {
    if (wrong) {
      problems.putIfAbsent(field, t(key, about));
    }
  }
}
