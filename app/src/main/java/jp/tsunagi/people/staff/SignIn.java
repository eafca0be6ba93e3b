package jp.tsunagi.people.staff;

import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import org.springframework.stereotype.Component;

/** Signing in: one generic refusal, the same work whether the login exists or not. */
@Component
final class SignIn {
  private final Database database;
  private final Accounts accounts;
  private final Sessions sessions;
  private final Trace trace;

  SignIn(Database database, Accounts accounts, Sessions sessions, Trace trace) {
    this.database = database;
    this.accounts = accounts;
    this.sessions = sessions;
    this.trace = trace;
  }

  /** How it ended. */
  sealed interface Outcome {
    /** Signed in; the value belongs into the cookie. */
    record Welcome(String cookie) implements Outcome {}

    /** Login or password is wrong, or nothing may be done with it today. */
    record Refused() implements Outcome {}

    /** Too many wrong tries from this address; the remedy is to wait. */
    record Wait() implements Outcome {}
  }

  Outcome with(String login, String password, String address) {
    return database.call(new Actor.Login(), tx -> attempt(tx, login.strip(), password, address));
  }

  private Outcome attempt(Tx tx, String login, String password, String address) {
    if (Throttle.mustWait(tx, login, address)) {
      return new Outcome.Wait();
    }
    Optional<AccountId> account = accounts.check(tx, login, password);
    Optional<Membership> membership = account.flatMap(id -> usable(tx, id));
    if (membership.isEmpty()) {
      Throttle.failed(tx, login, address);
      return new Outcome.Refused();
    }
    Throttle.succeeded(tx, login, address);
    return new Outcome.Welcome(begin(tx, membership.get()));
  }

  /** The first membership that stands for somebody who may act today. */
  private Optional<Membership> usable(Tx tx, AccountId account) {
    List<Membership> memberships = accounts.memberships(tx, account);
    return memberships.stream().filter(one -> sessions.load(tx, one).isPresent()).findFirst();
  }

  /** Begins the session of somebody who has shown who it is, and traces it. */
  String begin(Tx tx, Membership membership) {
    Actor actor = sessions.load(tx, membership).orElseThrow();
    String cookie = sessions.begin(tx, membership);
    tx.as(
        actor,
        () -> {
          trace.write(tx, Entry.of(Action.SIGN_IN));
          return true;
        });
    return cookie;
  }

  /** Ends the session. */
  void out(Actor actor, String cookie) {
    database.run(
        actor,
        tx -> {
          sessions.end(tx, cookie);
          trace.write(tx, Entry.of(Action.SIGN_OUT));
        });
  }
}
