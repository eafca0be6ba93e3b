package jp.tsunagi.run.scenario;

import java.time.LocalDate;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;

/** What is said of one child beside the story: names, addresses, guardians. */
final class SoundChild {
  private static final String KANA = "[\\p{IsHiragana}\\u30FC\\u30FB \\u3000]+";

  private final Scenario scenario;
  private final Child child;
  private final Problems problems;

  SoundChild(Scenario scenario, Child child, Problems problems) {
    this.scenario = scenario;
    this.child = child;
    this.problems = problems;
  }

  void check() {
    name(child.name().name(), child.name().kana(), child.name().place());
    child.formerNames().forEach(name -> name(name.name(), name.kana(), name.place()));
    if (child.commonName() != null) {
      name(child.commonName().name(), child.commonName().kana(), child.commonName().place());
    }
    if (child.birth().isAfter(scenario.municipality().end())) {
      add(child.place(), "is born after the story ends", "correct 'birth'");
    }
    addresses();
    guardians();
  }

  private void add(Place place, String what, String todo) {
    problems.add(place, "child '" + child.key() + "' " + what, todo);
  }

  private void name(String name, String kana, Place place) {
    if (name.split("[ \\u3000]+").length < 2 || kana.split("[ \\u3000]+").length < 2) {
      add(place, "has '" + name + "' in one piece", "put a space between family and given name");
    }
    if (!kana.matches(KANA)) {
      add(place, "has '" + kana + "' for kana", "write hiragana and the long mark only");
    }
  }

  private void addresses() {
    @Nullable LocalDate last = null;
    for (var address : child.addresses()) {
      if (address.period().backwards()) {
        add(address.place(), "leaves an address before arriving", "swap 'from' and 'to'");
      }
      if (last != null && !address.period().from().isAfter(last)) {
        add(address.place(), "lives at two addresses at once", "end the earlier one before");
      }
      last = address.period().to() == null ? LocalDate.MAX : address.period().to();
    }
  }

  private void guardians() {
    if (child.guardians().isEmpty()) {
      add(child.place(), "has no guardian", "add one under 'guardians'");
    }
    var orders = new HashSet<Integer>();
    for (var guardian : child.guardians()) {
      name(guardian.name(), guardian.kana(), guardian.place());
      if (!orders.add(guardian.order())) {
        add(guardian.place(), "has two guardians to call as " + guardian.order(), "number them");
      }
      sameAs(guardian);
    }
  }

  private void sameAs(Guardian guardian) {
    var other = guardian.sameAs();
    if (other == null) {
      return;
    }
    var found = Guardians.find(scenario, other);
    if (found.isEmpty()) {
      add(guardian.place(), "names the unknown guardian '" + other + "'", "write child/guardian");
    } else if (!found.get().name().equals(guardian.name())) {
      add(
          guardian.place(),
          "has '" + guardian.name() + "' who is the same as '" + found.get().name() + "'",
          "write the same name in both places");
    }
  }
}
