package jp.tsunagi.people.child;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.calendar.Age;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.calendar.Period;

/**
 * On which days somebody decides for a child (ACCESS: guardians). Until the 18th birthday it is who
 * has authority, from that day on the person or a 成年後見人; a restriction beats both. Pure.
 */
public final class AuthorityRule {
  private static final int OF_AGE = 18;

  private AuthorityRule() {}

  /** The 18th birthday: from 00:00 of it the person decides. */
  public static LocalDate ofAge(LocalDate birth) {
    return Age.birthday(birth, OF_AGE);
  }

  /**
   * The days, in their order.
   *
   * @param authority as it is on record; empty: never
   * @param restricted days on which the guardian must not decide
   */
  public static List<Period> deciding(
      Relation relation, Optional<Period> authority, List<Period> restricted, LocalDate ofAge) {
    Optional<Period> held =
        relation.ofAge()
            ? authority.flatMap(period -> period.intersect(Period.since(ofAge)))
            : authority.flatMap(period -> period.endedAt(ofAge));
    return held.map(period -> period.without(restricted)).orElse(List.of());
  }

  /**
   * The days on which the person of age may show something to a guardian: from the 18th birthday
   * on, and never while the guardian is restricted.
   */
  public static List<Period> shown(List<Period> restricted, LocalDate ofAge) {
    return Period.since(ofAge).without(restricted);
  }

  /**
   * From when on what guardians consented to no longer holds: after the fiscal year in which the
   * 18th birthday lies. What the person consents to has no such end.
   */
  public static LocalDate guardiansUntil(LocalDate ofAge) {
    return FiscalYear.of(ofAge).end();
  }
}
