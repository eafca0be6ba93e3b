package jp.tsunagi.people.staff;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.ui.FieldRefusal;
import org.springframework.stereotype.Component;

/**
 * The owner renews the recovery codes, or takes the app off; by the password again. Where a second
 * factor is required the app goes only while a passkey stays. Sessions elsewhere end with it.
 */
@Component
final class ChangeSecondFactor {
  private final Database database;
  private final SecondFactors factors;
  private final PasswordAgain again;
  private final Sessions sessions;
  private final Trace trace;

  ChangeSecondFactor(
      Database database,
      SecondFactors factors,
      PasswordAgain again,
      Sessions sessions,
      Trace trace) {
    this.sessions = sessions;
    this.database = database;
    this.factors = factors;
    this.again = again;
    this.trace = trace;
  }

  /** What came of it. */
  sealed interface Outcome {
    /** It was done; new codes are shown now and never again. */
    record Done(List<RecoveryCode> codes) implements Outcome {
      public Done {
        codes = List.copyOf(codes);
      }
    }

    /** Something is wrong. */
    record Refused(FieldRefusal why) implements Outcome {}
  }

  /** Makes new recovery codes; the earlier ones open nothing any more. */
  Outcome renew(Actor.Staff actor, String password, ShownAgain.At at) {
    return byPassword(
        actor,
        password,
        at,
        tx -> refusal(Factors.isOn(tx, actor.account())),
        tx -> {
          trace.write(tx, Entry.of(Action.SECOND_FACTOR).about("staff.factor.renewed"));
          return factors.renew(tx, actor.account());
        });
  }

  /** Takes the app off, where the municipality does not require it. */
  Outcome end(Actor.Staff actor, String password, ShownAgain.At at) {
    return byPassword(
        actor,
        password,
        at,
        tx ->
            FactorPolicy.isRequired(tx, actor.account()) && !PasskeySql.any(tx, actor.account())
                ? Optional.of("staff.factor.refused.required")
                : refusal(FactorSql.isOn(tx, actor.account())),
        tx -> {
          trace.write(tx, Entry.of(Action.SECOND_FACTOR).about("staff.factor.ended"));
          Factors.endApp(tx, actor.account());
          return List.of();
        });
  }

  private static Optional<String> refusal(boolean on) {
    return on ? Optional.empty() : Optional.of("staff.factor.refused.off");
  }

  private Outcome byPassword(
      Actor.Staff actor,
      String password,
      ShownAgain.At at,
      Function<Tx, Optional<String>> obstacle,
      Function<Tx, List<RecoveryCode>> work) {
    return switch (again.shown(actor.account(), password, at.address())) {
      case PasswordAgain.Answer.Doubt(String key) -> refused(key);
      case PasswordAgain.Answer.Right right ->
          database.call(
              actor,
              tx -> {
                Factors.hold(tx, actor.account());
                Optional<String> refusal = obstacle.apply(tx);
                if (refusal.isPresent()) {
                  return refused(refusal.get());
                }
                if (!PasswordAgain.stands(tx, right)) {
                  return refused(PasswordAgain.WRONG);
                }
                sessions.endOthers(tx, actor.account(), at.cookie());
                return new Outcome.Done(work.apply(tx));
              });
    };
  }

  private static Outcome refused(String key) {
    return new Outcome.Refused(FieldRefusal.of("password", key));
  }
}
