package jp.tsunagi.base.access;

import java.time.LocalDate;
import java.util.Set;
import jp.tsunagi.base.database.GuardianId;

/** The rule of docs/access.md for guardians and the person, written a second time. */
record AccessFamily(AccessFacts facts) {

  boolean reads(GuardianId who, AccessFacts.Thing what, LocalDate today) {
    if (facts.compartments.stream()
        .anyMatch(one -> one.items().contains(what.id()) && !one.named().contains(who.value()))) {
      return false;
    }
    if (!what.byOrganisation() && what.author().equals(who.value())) {
      return !what.state().equals("CORRECTED");
    }
    boolean decidesToday =
        facts.decides.stream()
            .anyMatch(one ->
                one.guardian().equals(who)
                    && one.child().equals(what.child())
                    && one.authority().filter(period -> period.contains(today)).isPresent()
                    && one.restricted().filter(period -> period.contains(today)).isEmpty()
                    && one.person() != today.isBefore(facts.ofAge(what.child())));
    return !facts.closed(who.value(), what)
        && what.forGuardian()
        && what.latest()
        && (decidesToday && Set.of("WITH_GUARDIAN", "FINAL").contains(what.state())
            || what.state().equals("FINAL") && shownTo(who, what, today));
  }

  /** From the 18th birthday on, and on no day on which a restriction holds. */
  boolean shownTo(GuardianId who, AccessFacts.Thing what, LocalDate today) {
    boolean mayBe =
        !today.isBefore(facts.ofAge(what.child()))
            && facts.decides.stream()
                .filter(one -> one.guardian().equals(who) && one.child().equals(what.child()))
                .anyMatch(one ->
                    !one.person()
                        && one.restricted().filter(period -> period.contains(today)).isEmpty());
    return mayBe
        && facts.showed.stream()
            .filter(one -> one.to().equals(who) && one.child().equals(what.child()))
            .filter(one -> !one.ended() && one.period().contains(today))
            .anyMatch(one -> one.scope().map(lines -> names(lines, what)).orElse(true));
  }

  private static boolean names(Set<String> lines, AccessFacts.Thing what) {
    String section = what.category().name() + " " + what.section();
    return lines.contains(what.category().name())
        || lines.contains(section)
        || lines.contains(section + " " + what.sheet());
  }
}
