package jp.tsunagi.record.ground;

import java.time.LocalDate;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.people.child.AuthorityRule;

/**
 * 18歳: from 00:00 of the birthday the person decides. What guardians consented to before stays in
 * force until the person says otherwise, at most until the 31 March that follows (ACCESS: the
 * change of power at 18).
 */
final class ComingOfAge {
  private ComingOfAge() {}

  /** The days on which a consent that begins on that day really holds. Never empty. */
  static Period held(Period said, LocalDate birth) {
    LocalDate ofAge = AuthorityRule.ofAge(birth);
    return said.from().isBefore(ofAge)
        ? said.endedAt(AuthorityRule.guardiansUntil(ofAge)).orElse(said)
        : said;
  }
}
