package jp.tsunagi.people.staff;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.staff.Throttle.Admission;
import org.springframework.stereotype.Component;

/**
 * Signing in: one generic refusal, the same work whether the login exists or not. One transaction
 * counts the try, the password is compared outside of any, another begins the session.
 */
@Component
final class SignIn {
  private final Database database;
  private final Accounts accounts;
  private final Sessions sessions;
  private final Devices devices;
  private final Terminals terminals;
  private final RefusedSignIns refusals;
  private final Choices choices;
  private final Arrival arrival;

  SignIn(
      Database database,
      Accounts accounts,
      Sessions sessions,
      Devices devices,
      Terminals terminals,
      RefusedSignIns refusals,
      Choices choices,
      Arrival arrival) {
    this.database = database;
    this.accounts = accounts;
    this.sessions = sessions;
    this.devices = devices;
    this.terminals = terminals;
    this.refusals = refusals;
    this.choices = choices;
    this.arrival = arrival;
  }

  /** What was typed, and where. */
  record Typed(String login, String password, Browser at) {
    Typed {
      login = login.strip();
    }

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

    /** The password is right, the second factor comes next; the value belongs into a cookie. */
    record Half(String cookie) implements Outcome {
      @Override
      public String toString() {
        return "Half";
      }
    }

    /** Login or password is wrong, or nothing may be done with it today. */
    record Refused() implements Outcome {}

    /** Too many wrong tries from this address; the remedy is to wait. */
    record Wait() implements Outcome {}
  }

  private record Begun(Admission admission, Accounts.Kept kept) {}

  Outcome with(Typed typed) {
    var who =
        new Throttle.Subject(
            typed.login(), typed.at().address(), devices.known(typed.at().device(), typed.login()));
    Begun begun =
        database.call(
            new Actor.Login(),
            tx -> new Begun(Throttle.admit(tx, who), accounts.kept(tx, typed.login())));
    return switch (begun.admission()) {
      case Admission.Wait _ -> {
        refusals.note(begun.kept().account(), RefusedSignIns.Why.SIGN_IN_WAIT);
        yield new Outcome.Wait();
      }
      case Admission.After admitted -> {
        pause(admitted.pause());
        if (accounts.isRight(begun.kept(), typed.password())) {
          yield database.call(new Actor.Login(), tx -> enter(tx, typed, begun.kept(), admitted));
        }
        refusals.note(begun.kept().account(), RefusedSignIns.Why.PASSWORD_WRONG);
        yield new Outcome.Refused();
      }
    };
  }

  static void pause(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Busy();
    }
  }

  private Outcome enter(Tx tx, Typed typed, Accounts.Kept kept, Admission.After admitted) {
    Optional<AccountId> account = kept.account().filter(_ -> Accounts.stands(tx, kept));
    Optional<Outcome> there = account.flatMap(id -> atTerminal(tx, id, typed));
    if (there.isPresent()) {
      Throttle.succeeded(tx, admitted);
      return there.get();
    }
    List<Membership> open = account.map(id -> choices.open(tx, id)).orElseGet(List::of);
    if (open.isEmpty()) {
      return new Outcome.Refused();
    }
    Throttle.succeeded(tx, admitted);
    AccountId owner = open.getFirst().account();
    // also of a family that is on the way to become staff: by the password alone nobody joins then
    if (choices.asksForCode(tx, owner) || typed.at().joining() && Factors.isOn(tx, owner)) {
      return new Outcome.Half(arrival.half(tx, open, typed.at(), Optional.empty()));
    }
    String device = devices.with(typed.at().device(), typed.login());
    return switch (arrival.enter(tx, open, Proof.PASSWORD, typed.at())) {
      case Arrival.Onward.In(String cookie, Membership as) ->
          new Outcome.Welcome(cookie, device, as);
      case Arrival.Onward.Which(String cookie) -> new Outcome.Which(cookie, device);
    };
  }

  /**
   * At a registered terminal of a place where the person has a post the terminal is the second
   * factor (F1); whoever has none there signs in as everywhere.
   */
  private Optional<Outcome> atTerminal(Tx tx, AccountId account, Typed typed) {
    return terminals
        .of(tx, typed.at().terminal())
        .flatMap(terminal ->
            accounts.memberships(tx, account).stream()
                .filter(one -> actsAt(tx, one, terminal))
                .findFirst()
                .map(membership ->
                    new Outcome.Welcome(
                        arrival.begin(tx, membership, terminal, Proof.PASSWORD, typed.at()),
                        devices.with(typed.at().device(), typed.login()),
                        membership)));
  }

  private boolean actsAt(Tx tx, Membership membership, Terminal terminal) {
    return membership.kind() == Membership.Kind.STAFF
        && membership.tenant().equals(terminal.tenant())
        && sessions.load(tx, membership, Optional.of(terminal.organisation())).isPresent();
  }
}
