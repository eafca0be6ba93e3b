package jp.tsunagi.people.staff;

import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.PublicAddress;
import jp.tsunagi.people.staff.Throttle.Admission;
import org.springframework.stereotype.Component;

/**
 * A guardian signs in with a passkey that has asked for finger, face or PIN, and nothing else.
 * Staff begin with the password: the passkey is their second step.
 */
@Component
final class SignInPasskey {
  private static final String WAY = "sign-in/passkey ";

  private final Database database;
  private final Accounts accounts;
  private final Passkeys passkeys;
  private final PasskeyChallenge challenges;
  private final Choices choices;
  private final Arrival arrival;
  private final Devices devices;

  SignInPasskey(
      Database database,
      Accounts accounts,
      Passkeys passkeys,
      PasskeyChallenge challenges,
      Choices choices,
      Arrival arrival,
      Devices devices) {
    this.database = database;
    this.accounts = accounts;
    this.passkeys = passkeys;
    this.challenges = challenges;
    this.choices = choices;
    this.arrival = arrival;
    this.devices = devices;
  }

  /** What was shown, and where. */
  record Typed(String answer, PublicAddress.Origin here, Browser at) {
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

    /** As whom is asked for next; the values belong into cookies. */
    record Which(String cookie, String device) implements Outcome {
      @Override
      public String toString() {
        return "Which";
      }
    }

    record Refused(PasskeyRefusal why) implements Outcome {}

    /** Too many tries from this address; the remedy is to wait. */
    record Wait() implements Outcome {}
  }

  /** The question. */
  PasskeyAsk ask(PublicAddress.Origin here) {
    return database.call(
        new Actor.Login(),
        tx -> PasskeyAsk.any(challenges.make(tx, PasskeyChallenge.Purpose.alone()), here));
  }

  Outcome with(Typed typed) {
    String way = WAY + passkeys.named(typed.answer());
    var who = new Throttle.Subject(way, typed.at().address(), Optional.empty());
    return switch (database.call(new Actor.Login(), tx -> Throttle.admit(tx, who))) {
      case Admission.Wait _ -> new Outcome.Wait();
      case Admission.After admitted ->
          database.call(new Actor.Login(), tx -> enter(tx, typed, admitted));
    };
  }

  private Outcome enter(Tx tx, Typed typed, Admission.After admitted) {
    var said = new Passkeys.Said(typed.answer(), typed.here(), PasskeyChallenge.Purpose.alone());
    return switch (passkeys.alone(tx, said)) {
      case Passkeys.Shown.By(Passkey one) -> enter(tx, typed, one, admitted);
      case Passkeys.Shown.Not not -> {
        not.which()
            .ifPresent(one -> arrival.refused(tx, choices.open(tx, one.account()), not.word()));
        yield new Outcome.Refused(not.why());
      }
    };
  }

  private Outcome enter(Tx tx, Typed typed, Passkey one, Admission.After admitted) {
    List<Membership> open = choices.open(tx, one.account());
    Proof proof = Proof.alone(one);
    List<Membership> families = Choices.by(proof, open);
    if (families.isEmpty()) {
      arrival.refused(tx, open, PasskeyRefusal.PASSWORD.key());
      return new Outcome.Refused(PasskeyRefusal.PASSWORD);
    }
    Throttle.succeeded(tx, admitted);
    String device = devices.with(typed.at().device(), accounts.login(tx, one.account()));
    return switch (arrival.enter(tx, families, proof, typed.at())) {
      case Arrival.Onward.In(String cookie, Membership as) ->
          new Outcome.Welcome(cookie, device, as);
      case Arrival.Onward.Which(String cookie) -> new Outcome.Which(cookie, device);
    };
  }
}
