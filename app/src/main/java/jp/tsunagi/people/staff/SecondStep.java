package jp.tsunagi.people.staff;

import java.util.Optional;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.PublicAddress;
import org.springframework.stereotype.Component;

/** What is shown after the password, whichever of the ways its owner has set up. */
@Component
final class SecondStep {
  private static final String CODE = "staff.factor.refused.code";

  private final SecondFactors factors;
  private final Passkeys passkeys;
  private final PasskeyChallenge challenges;

  SecondStep(SecondFactors factors, Passkeys passkeys, PasskeyChallenge challenges) {
    this.factors = factors;
    this.passkeys = passkeys;
    this.challenges = challenges;
  }

  /** What was given. */
  sealed interface Given {
    /** A code, as it was typed. */
    record Code(String typed) implements Given {
      @Override
      public String toString() {
        return "Code";
      }
    }

    /** The answer of an authenticator, at our address. */
    record Key(String answer, PublicAddress.Origin here) implements Given {
      @Override
      public String toString() {
        return "Key";
      }
    }
  }

  /** Whether it is right. */
  sealed interface Seen {
    record Right(Proof proof) implements Seen {}

    /** It is not: the word of the trace, and why, where it was a passkey. */
    record Not(String word, Optional<PasskeyRefusal> why) implements Seen {}
  }

  /** The question for the passkeys of the account; empty when it has none. */
  Optional<PasskeyAsk> ask(Tx tx, AccountId account, String half, PublicAddress.Origin here) {
    return PasskeySql.any(tx, account)
        ? Optional.of(
            PasskeyAsk.second(
                tx, challenges.make(tx, PasskeyChallenge.Purpose.second(half)), here, account))
        : Optional.empty();
  }

  Seen look(Tx tx, AccountId account, String half, Given given) {
    return switch (given) {
      case Given.Code(String typed) ->
          factors
              .shown(tx, account, typed)
              .<Seen>map(way -> new Seen.Right(Proof.of(way)))
              .orElseGet(() -> new Seen.Not(CODE, Optional.empty()));
      case Given.Key(String answer, PublicAddress.Origin here) ->
          seen(
              passkeys.second(
                  tx,
                  new Passkeys.Said(answer, here, PasskeyChallenge.Purpose.second(half)),
                  account));
    };
  }

  private static Seen seen(Passkeys.Shown shown) {
    return switch (shown) {
      case Passkeys.Shown.By(Passkey one) -> new Seen.Right(Proof.of(one));
      case Passkeys.Shown.Not not -> new Seen.Not(not.word(), Optional.of(not.why()));
    };
  }
}
