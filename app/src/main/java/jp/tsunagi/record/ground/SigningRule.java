package jp.tsunagi.record.ground;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import jp.tsunagi.base.calendar.Period;

/** When a guardian's signature under a request makes it a consent. One reason each, in order. */
final class SigningRule {
  private static final int OF_AGE = 18;

  private SigningRule() {}

  /**
   * All that is looked at.
   *
   * @param authority when the signing guardian decides for the child; empty: never
   * @param closed the request was given, declined or dropped
   */
  record Facts(
      ConsentRequest request,
      boolean closed,
      LocalDate signedOn,
      LocalDate today,
      LocalDate birthDate,
      Optional<Period> authority) {}

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
    return !facts.signedOn().isBefore(ofAge(facts.birthDate()));
  }

  /** The 18th birthday. */
  static LocalDate ofAge(LocalDate birthDate) {
    return birthDate.plusYears(OF_AGE);
  }

  /** On the day of signing and today: an authority that ended meanwhile opens nothing any more. */
  private static boolean decides(Facts facts) {
    return facts
        .authority()
        .filter(it -> it.contains(facts.signedOn()) && it.contains(facts.today()))
        .isPresent();
  }
}
