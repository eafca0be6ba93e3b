package jp.tsunagi.run.scenario;

import jp.tsunagi.record.ground.ConsentMeans;
import jp.tsunagi.run.scenario.Act.Hand;
import org.jspecify.annotations.Nullable;

/** The people and places an act names: whether they are known, and there on that day. */
final class Cast {
  private final Scenario scenario;
  private final Child child;
  private final Problems problems;

  Cast(Scenario scenario, Child child, Problems problems) {
    this.scenario = scenario;
    this.child = child;
    this.problems = problems;
  }

  private void add(Act act, String what, String todo) {
    problems.add(act.place(), "child '" + child.key() + "' " + what, todo);
  }

  void giver(Act act, String guardian) {
    if (child.guardian(guardian).isEmpty()) {
      add(act, "names the unknown guardian '" + guardian + "'", "add them under 'guardians'");
    }
  }

  void byOnPaper(Act act, ConsentMeans via, @Nullable Hand by) {
    if (by != null) {
      hand(act, by);
    } else if (via != ConsentMeans.PORTAL) {
      add(act, "has a consent nobody took in", "say 'by' whom, or 'via: PORTAL'");
    }
  }

  @Nullable Establishment organisation(Act act, String key) {
    var found = scenario.organisation(key);
    if (found.isEmpty()) {
      add(act, "names the unknown organisation '" + key + "'", "correct the key");
    }
    return found.orElse(null);
  }

  /** Where the hand serves on that day; none after a problem. */
  @Nullable String hand(Act act, Hand hand) {
    var staff = scenario.staff(hand.staff());
    if (staff.isEmpty()) {
      add(act, "names the unknown staff '" + hand.staff() + "'", "correct the key");
      return null;
    }
    var places =
        staff.get().on(act.date(), hand.organisation()).stream()
            .map(StaffMember.Assignment::organisation)
            .distinct()
            .toList();
    if (places.isEmpty()) {
      add(act, "meets '" + hand.staff() + "', who has no post then", "correct day or assignment");
    } else if (places.size() > 1) {
      add(
          act,
          "meets '" + hand.staff() + "', who serves at two places",
          "write staff@organisation");
    }
    return places.isEmpty() ? null : places.getFirst();
  }

  /** Where somebody serves who confirms to have read; the place must be connected. */
  @Nullable String reader(Act act, Hand hand) {
    var at = hand(act, hand);
    if (at != null && scenario.organisation(at).filter(o -> o.connection().reads()).isEmpty()) {
      add(act, "is read about at '" + at + "', which is on paper", "print a support sheet instead");
    }
    return at;
  }

  /** Somebody who writes for an organisation: serves there, and it is connected for writing. */
  void writer(Act act, Hand hand, @Nullable String keeper) {
    var at = hand(act, hand);
    if (at != null && keeper != null && !at.equals(keeper)) {
      add(act, "has a sheet of '" + keeper + "' written at '" + at + "'", "correct the author");
    }
    if (at != null && scenario.organisation(at).filter(o -> o.connection().writes()).isEmpty()) {
      add(act, "has a sheet of '" + at + "', which cannot write", "write 'connection: READ_WRITE'");
    }
  }
}
