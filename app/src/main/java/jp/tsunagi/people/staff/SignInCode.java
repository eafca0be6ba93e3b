package jp.tsunagi.people.staff;

import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.PublicAddress;
import jp.tsunagi.people.staff.Throttle.Admission;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The second step of signing in: a code of the app, one from paper, or a passkey. Until it is right
 * there is no session; what is not right leaves a row in the name of whose account it is.
 */
@Component
final class SignInCode {
  private static final String WAY = "sign-in/code ";

  private final Database database;
  private final Accounts accounts;
  private final SecondStep step;
  private final SignIn signIn;
  private final Devices devices;

  SignInCode(
      Database database, Accounts accounts, SecondStep step, SignIn signIn, Devices devices) {
    this.database = database;
    this.accounts = accounts;
    this.step = step;
    this.signIn = signIn;
    this.devices = devices;
  }

  /**
   * What was shown, and where.
   *
   * @param half the cookie of {@link HalfSignIn}, empty when the browser has none
   */
  record Typed(String half, SecondStep.Given given, Browser at) {
    @Override
    public String toString() {
      return "Typed";
    }
  }

  /** How it ended. */
  sealed interface Outcome {
    /** Signed in; the values belong into the cookies of session and device. */
    record Welcome(String cookie, String device, Membership as) implements Outcome {
      @Override
      public String toString() {
        return "Welcome";
      }
    }

    /** The code is wrong, or was good once already; or why the passkey is not taken. */
    record Refused(Optional<PasskeyRefusal> why) implements Outcome {}

    /** Too many wrong tries; the remedy is to wait. */
    record Wait() implements Outcome {}

    /** Nobody has begun to sign in here in the last minutes. */
    record Over() implements Outcome {}
  }

  /**
   * What is waited for.
   *
   * @param app whether the account has an app
   * @param key the question for its passkeys; null when it has none
   */
  record Awaited(boolean app, @Nullable PasskeyAsk key) {}

  /** What is waited for at the browser with this cookie; empty when nothing is. */
  Optional<Awaited> awaited(String half, PublicAddress.Origin here) {
    return database.call(
        new Actor.Login(),
        tx ->
            HalfSignIn.find(tx, half)
                .map(HalfSignIn.Begun::account)
                .map(account ->
                    new Awaited(
                        FactorSql.isOn(tx, account),
                        step.ask(tx, account, half, here).orElse(null))));
  }

  private record Begun(HalfSignIn.Begun half, String login, Admission admission) {
    AccountId account() {
      return half.account();
    }
  }

  Outcome with(Typed typed) {
    Optional<Begun> begun = database.call(new Actor.Login(), tx -> begin(tx, typed));
    if (begun.isEmpty()) {
      return new Outcome.Over();
    }
    return switch (begun.get().admission()) {
      case Admission.Wait _ -> new Outcome.Wait();
      case Admission.After admitted -> {
        SignIn.pause(admitted.pause());
        yield database.call(new Actor.Login(), tx -> enter(tx, typed, begun.get(), admitted));
      }
    };
  }

  private Optional<Begun> begin(Tx tx, Typed typed) {
    return HalfSignIn.find(tx, typed.half())
        .map(half -> {
          String login = accounts.login(tx, half.account());
          var who =
              new Throttle.Subject(
                  WAY + login, typed.at().address(), devices.known(typed.at().device(), login));
          return new Begun(half, login, Throttle.admitCode(tx, who));
        });
  }

  private Outcome enter(Tx tx, Typed typed, Begun begun, Admission.After admitted) {
    Optional<Membership> membership = signIn.usable(tx, begun.account());
    return switch (step.look(tx, begun.account(), typed.half(), typed.given())) {
      case SecondStep.Seen.Not(String word, var why) -> {
        membership.ifPresent(as -> signIn.refused(tx, as, word));
        yield new Outcome.Refused(why);
      }
      case SecondStep.Seen.Right(Proof proof) -> {
        if (!HalfSignIn.end(tx, typed.half()) || membership.isEmpty()) {
          yield new Outcome.Over();
        }
        Throttle.codeSucceeded(tx, admitted);
        yield new Outcome.Welcome(
            signIn.begin(tx, membership.get(), proof.after(begun.half().provider()), typed.at()),
            devices.with(typed.at().device(), begun.login()),
            membership.get());
      }
    };
  }
}
