package jp.tsunagi.people.staff;

import java.util.List;
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
  private final Choices choices;
  private final Provider provider;
  private final Arrival arrival;
  private final Devices devices;

  SignInCode(
      Database database,
      Accounts accounts,
      SecondStep step,
      Choices choices,
      Provider provider,
      Arrival arrival,
      Devices devices) {
    this.database = database;
    this.accounts = accounts;
    this.step = step;
    this.choices = choices;
    this.provider = provider;
    this.arrival = arrival;
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

    /** All was shown, as whom is asked for next; the values belong into cookies. */
    record Which(String cookie, String device) implements Outcome {
      @Override
      public String toString() {
        return "Which";
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
            HalfSignIn.find(tx, HalfSignIn.Awaits.FACTOR, half)
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
    return HalfSignIn.find(tx, HalfSignIn.Awaits.FACTOR, typed.half())
        .map(half -> {
          String login = accounts.login(tx, half.account());
          var who =
              new Throttle.Subject(
                  WAY + login, typed.at().address(), devices.known(typed.at().device(), login));
          return new Begun(half, login, Throttle.admitCode(tx, who));
        });
  }

  private Outcome enter(Tx tx, Typed typed, Begun begun, Admission.After admitted) {
    List<Membership> open = open(tx, begun.half());
    return switch (step.look(tx, begun.account(), typed.half(), typed.given())) {
      case SecondStep.Seen.Not(String word, var why) -> {
        arrival.refused(tx, open, word);
        yield new Outcome.Refused(why);
      }
      case SecondStep.Seen.Right(Proof proof) -> {
        if (!HalfSignIn.end(tx, HalfSignIn.Awaits.FACTOR, typed.half())
            || open.isEmpty()
            || isAnother(tx, begun.half())) {
          yield new Outcome.Over();
        }
        Throttle.codeSucceeded(tx, admitted);
        String device = devices.with(typed.at().device(), begun.login());
        yield switch (arrival.enter(
            tx, open, proof.after(begun.half().proof().provider()), typed.at())) {
          case Arrival.Onward.In(String cookie, Membership as) ->
              new Outcome.Welcome(cookie, device, as);
          case Arrival.Onward.Which(String cookie) -> new Outcome.Which(cookie, device);
        };
      }
    };
  }

  /** Whether the provider meant somebody else than whose the account has become meanwhile. */
  private static boolean isAnother(Tx tx, HalfSignIn.Begun half) {
    return half.who().filter(who -> !ProviderSubjectSql.keep(tx, half.account(), who)).isPresent();
  }

  /** Whoever came from an identity provider goes where it speaks, and nowhere else. */
  private List<Membership> open(Tx tx, HalfSignIn.Begun half) {
    List<Membership> open = choices.open(tx, half.account());
    return half.proof().provider() ? provider.vouched(tx, open) : open;
  }
}
