package jp.tsunagi.record.ground;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.people.child.AuthorityRule;

/** When a guardian's signature under a request makes it a consent. One reason each, in order. */
final class SigningRule {
  private SigningRule() {}

  /**
   * All that is looked at.
   *
   * @param deciding the days on which whoever signs decides for the child
   * @param person the person or a 成年後見人 signs, who decide from the 18th birthday on
   * @param closed the request was given, declined or dropped
   */
  record Facts(
      ConsentRequest request,
      boolean closed,
      LocalDate signedOn,
      LocalDate today,
      LocalDate birthDate,
      List<Period> deciding,
      boolean person) {}

  private record Check(ConsentRefusal refusal, Predicate<Facts> fails) {}

  private static final List<Check> CHECKS =
      List.of(
          new Check(ConsentRefusal.CLOSED, Facts::closed),
          new Check(ConsentRefusal.IN_FUTURE, facts -> facts.signedOn().isAfter(facts.today())),
          new Check(ConsentRefusal.OF_AGE, SigningRule::ofAge),
          new Check(ConsentRefusal.NO_AUTHORITY, facts -> !decides(facts)),
          new Check(ConsentRefusal.OVER, facts -> !facts.request().canBeGiven(facts.today())));

  static Optional<ConsentRefusal> refusal(Facts facts) {
    return CHECKS.stream().filter(it -> it.fails().test(facts)).map(Check::refusal).findFirst();
  }

  /** From 00:00 of the 18th birthday the person decides. */
  private static boolean ofAge(Facts facts) {
    return !facts.person() && !facts.signedOn().isBefore(ofAge(facts.birthDate()));
  }

  /** The 18th birthday. */
  static LocalDate ofAge(LocalDate birthDate) {
    return AuthorityRule.ofAge(birthDate);
  }

  /** On the day of signing and today: an authority that ended meanwhile opens nothing any more. */
  private static boolean decides(Facts facts) {
    return on(facts.deciding(), facts.signedOn()) && on(facts.deciding(), facts.today());
  }

  private static boolean on(List<Period> deciding, LocalDate day) {
    return deciding.stream().anyMatch(period -> period.contains(day));
  }
}
