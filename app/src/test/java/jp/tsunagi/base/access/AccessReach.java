package jp.tsunagi.base.access;

import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagi.base.database.ChildId;

/**
 * Whom a worker reaches on a day, after docs/access.md ("running reach", "reach after the end").
 */
final class AccessReach {
  private final AccessFacts facts;

  AccessReach(AccessFacts facts) {
    this.facts = facts;
  }

  /** The child is or was in reach, so that own records are read. */
  boolean reaches(AccessFacts.Worker who, ChildId child, LocalDate today) {
    return running(who, child, today)
        || (who.wide() ? lately(who, child, today) : handingOn(who, child, today));
  }

  boolean running(AccessFacts.Worker who, ChildId child, LocalDate today) {
    boolean involvedToday =
        facts.involved.stream()
            .anyMatch(one -> of(one, who, child) && one.period().contains(today));
    boolean inClassToday =
        facts.placed.stream()
            .anyMatch(one ->
                one.child().equals(child)
                    && who.schoolClass().equals(Optional.of(one.schoolClass()))
                    && one.period().contains(today));
    return involvedToday && (who.wide() || inClassToday);
  }

  /** Own records until the end of the fiscal year after the one of the last day. */
  private boolean lately(AccessFacts.Worker who, ChildId child, LocalDate today) {
    for (AccessFacts.Involved one : facts.involved) {
      LocalDate end = one.period().to();
      if (of(one, who, child) && end != null && !today.isBefore(end)) {
        LocalDate last = end.minusDays(1);
        int year = last.getMonthValue() >= 4 ? last.getYear() : last.getYear() - 1;
        if (today.isBefore(LocalDate.of(year + 2, 4, 1))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Thirty days after the child has left the class (or the place). */
  private boolean handingOn(AccessFacts.Worker who, ChildId child, LocalDate today) {
    for (int back = 1; back <= 30; back++) {
      if (running(who, child, today.minusDays(back))) {
        return true;
      }
    }
    return false;
  }

  private static boolean of(AccessFacts.Involved one, AccessFacts.Worker who, ChildId child) {
    return one.child().equals(child) && one.organisation().equals(who.organisation());
  }
}
