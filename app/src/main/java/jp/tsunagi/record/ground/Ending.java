package jp.tsunagi.record.ground;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import jp.tsunagi.people.child.Identity;

/**
 * まもなく終わる同意: what must be asked for anew, and who decides for itself before long. Pure; a duty of
 * the hubs (A3, DOMAIN: the change of power at 18).
 */
final class Ending {
  /** So many days before its last a consent is on the list. */
  static final int DAYS = 60;

  /** So many months before its 18th birthday a child is. */
  static final int MONTHS = 6;

  private Ending() {}

  /** Those in force whose last day is near, and that no later one of their kind goes on with. */
  static List<Consent> soon(List<Consent> all, LocalDate today) {
    return all.stream()
        .filter(one -> one.state(today) == Consent.State.IN_FORCE)
        .filter(one -> ends(one, today.plusDays(DAYS)))
        .filter(one -> all.stream().noneMatch(other -> goesOn(other, one, today)))
        .sorted(Comparator.comparing(Ending::end).thenComparing(one -> one.id().value()))
        .toList();
  }

  private static boolean ends(Consent one, LocalDate last) {
    return one.period().lastDay().filter(day -> !day.isAfter(last)).isPresent();
  }

  static LocalDate end(Consent one) {
    return one.period().lastDay().orElse(LocalDate.MAX);
  }

  /** Of the same kind and child, to the same places and more, without a gap and for longer. */
  private static boolean goesOn(Consent other, Consent one, LocalDate today) {
    Consent.State state = other.state(today);
    return !other.id().equals(one.id())
        && other.child().equals(one.child())
        && other.kind() == one.kind()
        && (state == Consent.State.IN_FORCE || state == Consent.State.COMING)
        && other.receiving().containsAll(one.receiving())
        && !other.period().from().isAfter(end(one).plusDays(1))
        && end(other).isAfter(end(one));
  }

  /** Whether the child decides for itself before long. */
  static boolean grows(Identity child, LocalDate today) {
    LocalDate day = ofAge(child);
    return day.isAfter(today) && !day.isAfter(today.plusMonths(MONTHS));
  }

  /** Its 18th birthday. */
  static LocalDate ofAge(Identity child) {
    return jp.tsunagi.people.child.AuthorityRule.ofAge(child.birthDate());
  }
}
