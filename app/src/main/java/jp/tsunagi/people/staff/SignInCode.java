package jp.tsunagi.people.staff;

import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.staff.SecondFactors.Way;
import jp.tsunagi.people.staff.Throttle.Admission;
import org.springframework.stereotype.Component;

/**
 * The second step of signing in: a code of the app, or one from paper. Until it is right there is
 * no session.
 */
@Component
final class SignInCode {
  private static final String WAY = "sign-in/code ";

  private final Database database;
  private final Accounts accounts;
  private final SecondFactors factors;
  private final SignIn signIn;
  private final Devices devices;

  SignInCode(
      Database database, Accounts accounts, SecondFactors factors, SignIn signIn, Devices devices) {
    this.database = database;
    this.accounts = accounts;
    this.factors = factors;
    this.signIn = signIn;
    this.devices = devices;
  }

  /**
   * What was typed, and where.
   *
   * @param half the cookie of {@link HalfSignIn}, empty when the browser has none
   */
  record Typed(String half, String code, Browser at) {
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

    /** The code is wrong, or was good once already. */
    record Refused() implements Outcome {}

    /** Too many wrong tries; the remedy is to wait. */
    record Wait() implements Outcome {}

    /** Nobody has shown a password here in the last minutes. */
    record Over() implements Outcome {}
  }

  /** Whether a code is waited for at the browser with this cookie. */
  boolean isAwaited(String half) {
    return database.call(new Actor.Login(), tx -> HalfSignIn.account(tx, half)).isPresent();
  }

  private record Begun(AccountId account, String login, Admission admission) {}

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
    return HalfSignIn.account(tx, typed.half())
        .map(account -> {
          String login = accounts.login(tx, account);
          var who =
              new Throttle.Subject(
                  WAY + login, typed.at().address(), devices.known(typed.at().device(), login));
          return new Begun(account, login, Throttle.admitCode(tx, who));
        });
  }

  private Outcome enter(Tx tx, Typed typed, Begun begun, Admission.After admitted) {
    Optional<Way> way = factors.shown(tx, begun.account(), typed.code());
    if (way.isEmpty()) {
      return new Outcome.Refused();
    }
    Optional<Membership> membership = signIn.usable(tx, begun.account());
    if (!HalfSignIn.end(tx, typed.half()) || membership.isEmpty()) {
      return new Outcome.Over();
    }
    Throttle.codeSucceeded(tx, admitted);
    return new Outcome.Welcome(
        signIn.begin(tx, membership.get(), way, typed.at()),
        devices.with(typed.at().device(), begun.login()),
        membership.get());
  }
}
