package jp.tsunagi.people.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.ui.PublicAddress;
import jp.tsunagi.people.staff.Throttle.Admission;
import org.springframework.stereotype.Component;

/**
 * Whoever is signed in shows once more who it is, before what an open screen must not do: by the
 * password, by a passkey that asks for finger, face or PIN, or at the identity provider, which must
 * have asked just now.
 */
@Component
final class ShownAgain {
  private static final String WAY = "account/again ";
  private static final Duration SKEW = Duration.ofMinutes(1);

  private final Database database;
  private final Passkeys passkeys;
  private final Accounts accounts;
  private final PasswordAgain again;
  private final Trace trace;

  ShownAgain(
      Database database, Passkeys passkeys, Accounts accounts, PasswordAgain again, Trace trace) {
    this.database = database;
    this.passkeys = passkeys;
    this.accounts = accounts;
    this.again = again;
    this.trace = trace;
  }

  /** Where it is shown: the address, and the cookie of the session. */
  record At(String address, String cookie) {
    static At of(ClientAddress addresses, HttpServletRequest request) {
      return new At(addresses.of(request), Door.cookie(request).orElse(""));
    }

    @Override
    public String toString() {
      return "At";
    }
  }

  /**
   * What came of it.
   *
   * @param <W> how it is said why not
   */
  sealed interface Answer<W> {
    /** It was shown; the value, if any, belongs into the cookie of the session. */
    record Shown<W>(Optional<String> cookie) implements Answer<W> {
      @Override
      public String toString() {
        return "Shown";
      }
    }

    record Not<W>(W why) implements Answer<W> {}
  }

  /** By the password. Why not, as a key of words. */
  Answer<String> by(Actor actor, String password, At at) {
    return switch (again.shown(ChangeOwnPassword.account(actor), password, at.address())) {
      case PasswordAgain.Answer.Doubt(String key) -> new Answer.Not<>(key);
      case PasswordAgain.Answer.Right right ->
          database.call(
              actor,
              tx ->
                  PasswordAgain.stands(tx, right)
                      ? new Answer.Shown<>(shown(tx, at.cookie(), Proof.PASSWORD))
                      : new Answer.Not<>(PasswordAgain.WRONG));
    };
  }

  /** By a passkey. */
  Answer<PasskeyRefusal> by(Actor actor, String answer, PublicAddress.Origin here, At at) {
    AccountId account = ChangeOwnPassword.account(actor);
    Admission admission =
        database.call(
            new Actor.Login(),
            tx ->
                Throttle.admit(
                    tx,
                    new Throttle.Subject(
                        WAY + accounts.login(tx, account), at.address(), Optional.empty())));
    return switch (admission) {
      case Admission.Wait _ -> new Answer.Not<>(PasskeyRefusal.WAIT);
      case Admission.After admitted ->
          database.call(
              actor,
              tx -> {
                var said =
                    new Passkeys.Said(answer, here, PasskeyChallenge.Purpose.again(at.cookie()));
                return switch (passkeys.again(tx, said, account)) {
                  case Passkeys.Shown.Not not -> {
                    trace.write(tx, Entry.of(Action.SIGN_IN_REFUSED).about(not.word()));
                    yield new Answer.Not<>(not.why());
                  }
                  case Passkeys.Shown.By(Passkey one) -> {
                    Throttle.succeeded(tx, admitted);
                    yield new Answer.Shown<>(shown(tx, at.cookie(), Proof.of(one)));
                  }
                };
              });
    };
  }

  /** Why what the identity provider says does not count; empty when it does. */
  static Optional<ProviderRefusal> whyNot(
      Tx tx, Actor.Staff staff, Provider.Said said, ProviderJourney journey) {
    boolean same =
        said.login()
            .flatMap(login -> Accounts.named(tx, login))
            .filter(staff.account()::equals)
            .filter(account -> ProviderSubjectSql.fits(tx, account, said.who()))
            .isPresent();
    if (!same) {
      return Optional.of(ProviderRefusal.OTHER);
    }
    if (Accounts.isShared(tx, staff.account())) {
      return Optional.of(ProviderRefusal.SHARED);
    }
    return said.at().filter(at -> !at.isBefore(journey.begun().minus(SKEW))).isPresent()
        ? Optional.empty()
        : Optional.of(ProviderRefusal.UNASKED);
  }

  /** Whether somebody is signed in, who was refused at the provider: that is traced then. */
  boolean refused(Actor actor, ProviderRefusal why) {
    if (!(actor instanceof Actor.Staff)) {
      return false;
    }
    database.run(actor, tx -> trace.write(tx, Entry.of(Action.SIGN_IN_REFUSED).about(why.key())));
    return true;
  }

  /**
   * Keeps that it was shown now, in the session of that cookie, and by what.
   *
   * @return the value of the cookie from now on; empty, and nothing is kept, when the session has
   *     another already: the same form was sent twice, and the first answer bears it
   */
  Optional<String> shown(Tx tx, String cookie, Proof proof) {
    Optional<String> fresh = Sessions.passwordShown(tx, cookie);
    if (fresh.isPresent()) {
      Entry entry = Entry.of(Action.PASSWORD_SHOWN);
      trace.write(tx, proof.word().map(entry::about).orElse(entry));
    }
    return fresh;
  }
}
