package jp.tsunagi.people.involvement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.people.involvement.CaseloadSql.Given;
import jp.tsunagi.people.involvement.CaseloadSql.Holder;

/**
 * 担当児: what a change of caseloads comes to, worked out from what is on record: who gets which
 * children, and whose naming ends.
 *
 * @param give children that are given by name
 * @param end what ends, the day before {@code endsOn}
 * @param endsOn first day on which it no longer holds
 */
record CaseloadPlan(
    Optional<Holder> holder,
    List<ChildId> give,
    Optional<Period> period,
    List<Given> end,
    Optional<LocalDate> endsOn) {
  CaseloadPlan {
    give = List.copyOf(give);
    end = List.copyOf(end);
  }

  /** What is to be done with the children that are ticked. */
  enum Act {
    /** Somebody holds them beside those who do. */
    GIVE,
    /** Somebody holds them instead of those to whom they are given by name. */
    MOVE,
    /** They are given to nobody by name any more. */
    END
  }

  /** Gives those that the holder has not by name yet. */
  static CaseloadPlan give(
      Holder holder, List<ChildId> children, List<Given> all, Period period, boolean instead) {
    List<ChildId> fresh =
        children.stream()
            .filter(child -> all.stream().noneMatch(one -> holds(one, holder, child, period)))
            .toList();
    List<Given> others =
        instead
            ? all.stream()
                .filter(one -> children.contains(one.child()))
                .filter(one -> !one.assignment().equals(holder.assignment()))
                .filter(one -> lasts(one, period.from()))
                .toList()
            : List.of();
    return new CaseloadPlan(
        Optional.of(holder), fresh, Optional.of(period), others, Optional.of(period.from()));
  }

  private static boolean holds(Given one, Holder holder, ChildId child, Period period) {
    return one.assignment().equals(holder.assignment())
        && one.child().equals(child)
        && one.period().overlaps(period);
  }

  private static boolean lasts(Given one, LocalDate on) {
    return one.period().lastDay().filter(last -> last.isBefore(on)).isEmpty();
  }

  /** Ends what is given by name, to one holder or to all. */
  static CaseloadPlan end(
      Optional<Holder> of, List<ChildId> children, List<Given> all, LocalDate endsOn) {
    List<Given> ending = new ArrayList<>();
    for (Given one : all) {
      boolean his = of.map(holder -> holder.assignment().equals(one.assignment())).orElse(true);
      if (his && children.contains(one.child()) && lasts(one, endsOn)) {
        ending.add(one);
      }
    }
    return new CaseloadPlan(
        Optional.empty(), List.of(), Optional.empty(), ending, Optional.of(endsOn));
  }

  boolean isNothing() {
    return give.isEmpty() && end.isEmpty();
  }

  /** Tells whether what is decided is what was shown. */
  String seen() {
    return Integer.toHexString(hashCode());
  }
}
