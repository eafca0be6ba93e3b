package jp.tsunagi.people.staff;

import java.util.List;
import java.util.OptionalLong;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import org.springframework.stereotype.Component;

/**
 * A staff member turns the second factor on, by a code of the app that has the secret. Sessions
 * that began without it end.
 */
@Component
final class SetSecondFactor {
  private final Database database;
  private final SecondFactors factors;
  private final Sessions sessions;
  private final Trace trace;

  SetSecondFactor(Database database, SecondFactors factors, Sessions sessions, Trace trace) {
    this.database = database;
    this.factors = factors;
    this.sessions = sessions;
    this.trace = trace;
  }

  /**
   * What was sent.
   *
   * @param offer the secret, as the page sent it along
   * @param cookie of the session that stays
   */
  record Request(String offer, String code, String cookie) {
    @Override
    public String toString() {
      return "Request";
    }
  }

  /** What came of it. */
  sealed interface Outcome {
    /** It is on; the codes are shown now and never again. */
    record Done(List<RecoveryCode> codes) implements Outcome {
      public Done {
        codes = List.copyOf(codes);
      }
    }

    /** The code is not of this secret: it is offered once more. */
    record Wrong(Totp totp) implements Outcome {}

    /** The secret was shown too long ago. */
    record Stale() implements Outcome {}

    /** It was on before. */
    record Already() implements Outcome {}
  }

  Outcome with(Actor.Staff actor, Request request) {
    return database.call(
        actor,
        tx ->
            factors
                .offered(actor.account(), request.offer(), tx.now())
                .map(totp -> set(tx, actor.account(), totp, request))
                .orElseGet(Outcome.Stale::new));
  }

  private Outcome set(Tx tx, AccountId account, Totp totp, Request request) {
    OptionalLong step =
        TypedCode.of(request.code()) instanceof TypedCode.Digits(String code)
            ? totp.step(code, tx.now())
            : OptionalLong.empty();
    if (step.isEmpty()) {
      return new Outcome.Wrong(totp);
    }
    return factors
        .begin(tx, account, totp, step.getAsLong())
        .map(codes -> done(tx, account, request.cookie(), codes))
        .orElseGet(Outcome.Already::new);
  }

  private Outcome done(Tx tx, AccountId account, String cookie, List<RecoveryCode> codes) {
    sessions.endOthers(tx, account, cookie);
    sessions.factorSet(tx, cookie);
    trace.write(tx, Entry.of(Action.SECOND_FACTOR).about("staff.factor.set"));
    return new Outcome.Done(codes);
  }
}
