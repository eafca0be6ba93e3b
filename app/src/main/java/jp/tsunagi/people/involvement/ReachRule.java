package jp.tsunagi.people.involvement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagi.base.access.Reach;
import jp.tsunagi.base.access.Reaches.Kind;
import jp.tsunagi.base.access.Reaches.Stretch;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ClassId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.StaffId;

/**
 * Which stretch of time an assignment reaches a child, from facts alone (ACCESS: own, consent).
 *
 * <p>An organisation-wide post reaches every child its organisation is involved with; a caseload
 * post the children of its class and those assigned by name. What is left after the end is for
 * reading own records only. On the days of a block nothing is reached.
 */
final class ReachRule {
  /** 引継ぎの日数: how long a caseload is still read after the child has left it. */
  static final int HAND_ON_DAYS = 30;

  private static final LocalDate FAR = LocalDate.of(9999, 1, 1);

  private ReachRule() {}

  /** A staff member at a post. */
  record Assigned(
      AssignmentId assignment,
      StaffId staff,
      OrganisationId organisation,
      Reach reach,
      Optional<ClassId> schoolClass,
      Period period,
      Optional<AssignmentId> standsInFor) {

    /** The children given to whom it stands in for are its own while it does. */
    boolean bears(Named named) {
      return named.assignment().equals(assignment)
          || standsInFor.filter(named.assignment()::equals).isPresent();
    }
  }

  /** An involvement of the child. */
  record Involved(ChildId child, OrganisationId organisation, Period period) {}

  /** The child's place in a class. */
  record Placed(ChildId child, OrganisationId organisation, ClassId schoolClass, Period period) {}

  /** The child given to an assignment by name. */
  record Named(ChildId child, AssignmentId assignment, Period period) {}

  /** 閲覧の制限: the staff member, or everybody of the organisation, must not see the child. */
  record Blocked(
      ChildId child,
      Optional<StaffId> staff,
      Optional<OrganisationId> organisation,
      Period period) {
    boolean meets(Assigned assigned, ChildId whom) {
      return child.equals(whom)
          && (staff.filter(assigned.staff()::equals).isPresent()
              || organisation.filter(assigned.organisation()::equals).isPresent());
    }
  }

  /** All that is on record about one child, or about one organisation. */
  record Facts(
      List<Assigned> assignments,
      List<Involved> involvements,
      List<Placed> places,
      List<Named> named,
      List<Blocked> blocks,
      List<BeyondReach.Sight> beyond) {
    List<Period> blocked(Assigned assigned, ChildId child) {
      return blocks.stream()
          .filter(block -> block.meets(assigned, child))
          .map(Blocked::period)
          .toList();
    }
  }

  static List<Stretch> stretches(Facts facts) {
    List<Stretch> stretches = new ArrayList<>();
    for (Assigned assigned : facts.assignments()) {
      if (assigned.reach() == Reach.ORGANISATION) {
        stretches.addAll(organisationWide(facts, assigned));
      } else {
        stretches.addAll(caseload(facts, assigned));
      }
      facts.beyond().stream()
          .filter(one -> one.names(assigned.organisation(), assigned.assignment()))
          .forEach(one ->
              add(stretches, facts, assigned, one.child(), one.kind(), Optional.of(one.period())));
    }
    return longest(stretches);
  }

  /** Of stretches that begin on the same day (two programmes of one place) the longest stands. */
  private static List<Stretch> longest(List<Stretch> stretches) {
    Map<List<Object>, Stretch> kept = new LinkedHashMap<>();
    for (Stretch one : stretches) {
      kept.merge(
          List.of(one.assignment(), one.child(), one.kind(), one.from()),
          one,
          (a, b) -> a.to().isAfter(b.to()) ? a : b);
    }
    return List.copyOf(kept.values());
  }

  private static List<Stretch> organisationWide(Facts facts, Assigned assigned) {
    List<Stretch> stretches = new ArrayList<>();
    for (Involved involved : facts.involvements()) {
      if (involved.organisation().equals(assigned.organisation())) {
        add(
            stretches,
            facts,
            assigned,
            involved.child(),
            Kind.RUNNING,
            Optional.of(involved.period()));
        add(stretches, facts, assigned, involved.child(), Kind.AFTER, ownAfter(involved.period()));
      }
    }
    return stretches;
  }

  private static List<Stretch> caseload(Facts facts, Assigned assigned) {
    List<Stretch> stretches = new ArrayList<>();
    for (Placed placed : facts.places()) {
      if (assigned.schoolClass().filter(placed.schoolClass()::equals).isPresent()) {
        caseload(stretches, facts, assigned, placed.child(), placed.period());
      }
    }
    for (Named named : facts.named()) {
      if (assigned.bears(named)) {
        caseload(stretches, facts, assigned, named.child(), named.period());
      }
    }
    return stretches;
  }

  /** Running only while an involvement of the organisation runs as well. */
  private static void caseload(
      List<Stretch> stretches, Facts facts, Assigned assigned, ChildId child, Period held) {
    for (Involved involved : facts.involvements()) {
      boolean same =
          involved.child().equals(child) && involved.organisation().equals(assigned.organisation());
      if (same) {
        Optional<Period> running = held.intersect(involved.period());
        add(stretches, facts, assigned, child, Kind.RUNNING, running);
        running
            .map(Period::to)
            .ifPresent(end ->
                add(
                    stretches,
                    facts,
                    assigned,
                    child,
                    Kind.AFTER,
                    Optional.of(new Period(end, end.plusDays(HAND_ON_DAYS)))));
      }
    }
  }

  /** Own records stay readable until the end of the fiscal year after the one of the last day. */
  private static Optional<Period> ownAfter(Period involvement) {
    return involvement
        .lastDay()
        .map(last -> new Period(last.plusDays(1), FiscalYear.of(last).next().period().to()));
  }

  private static void add(
      List<Stretch> stretches,
      Facts facts,
      Assigned assigned,
      ChildId child,
      Kind kind,
      Optional<Period> held) {
    held.flatMap(assigned.period()::intersect).stream()
        .flatMap(period -> period.without(facts.blocked(assigned, child)).stream())
        .forEach(period ->
            stretches.add(
                new Stretch(
                    assigned.assignment(),
                    child,
                    kind,
                    period.from(),
                    Optional.ofNullable(period.to()).orElse(FAR))));
  }
}
