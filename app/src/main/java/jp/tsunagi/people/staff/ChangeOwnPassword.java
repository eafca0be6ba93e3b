package jp.tsunagi.people.staff;

import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.ui.FieldRefusal;
import jp.tsunagi.people.staff.Throttle.Admission;
import org.springframework.stereotype.Component;

/** Anybody signed in chooses a new password by showing the old one; other sessions end. */
@Component
final class ChangeOwnPassword {
  private static final String WAY = "account/password ";

  private final Database database;
  private final Accounts accounts;
  private final Sessions sessions;
  private final Trace trace;

  ChangeOwnPassword(Database database, Accounts accounts, Sessions sessions, Trace trace) {
    this.database = database;
    this.accounts = accounts;
    this.sessions = sessions;
    this.trace = trace;
  }

  /**
   * What was typed and from where.
   *
   * @param cookie of the session that stays
   */
  record Request(String old, String fresh, String again, String cookie, String address) {
    @Override
    public String toString() {
      return "Request";
    }
  }

  /** Why not; nothing when it was changed. */
  Optional<FieldRefusal> with(Actor actor, Request request) {
    AccountId account = account(actor);
    Begun begun = database.call(new Actor.Login(), tx -> begin(tx, account, request));
    Optional<FieldRefusal> refusal =
        problem(request, begun.login()).or(() -> doubt(begun, request.old()));
    if (refusal.isPresent()) {
      return refusal;
    }
    String fresh = accounts.hash(request.fresh());
    return database.call(actor, tx -> change(tx, begun, fresh, request.cookie()));
  }

  static AccountId account(Actor actor) {
    return switch (actor) {
      case Actor.Staff staff -> staff.account();
      case Actor.Guardian guardian -> guardian.account();
      case Actor.Job _, Actor.Login _ -> throw new NotFound();
    };
  }

  private record Begun(String login, Admission admission, Accounts.Kept kept) {}

  /** Whoever finds an open screen must not be able to guess the old one: the try is counted. */
  private Begun begin(Tx tx, AccountId account, Request request) {
    String login = accounts.login(tx, account);
    Admission admission =
        problem(request, login).isPresent()
            ? new Admission.Wait()
            : Throttle.admit(
                tx, new Throttle.Subject(WAY + login, request.address(), Optional.empty()));
    return new Begun(login, admission, accounts.kept(tx, account));
  }

  private Optional<FieldRefusal> doubt(Begun begun, String old) {
    if (begun.admission() instanceof Admission.Wait) {
      return Optional.of(FieldRefusal.of("old", "staff.password.old.wait"));
    }
    return accounts.isRight(begun.kept(), old)
        ? Optional.empty()
        : Optional.of(FieldRefusal.of("old", "staff.password.old.wrong"));
  }

  private Optional<FieldRefusal> change(Tx tx, Begun begun, String fresh, String cookie) {
    if (!Accounts.stands(tx, begun.kept())) {
      return Optional.of(FieldRefusal.of("old", "staff.password.old.wrong"));
    }
    AccountId account = begun.kept().account().orElseThrow();
    if (begun.admission() instanceof Admission.After admitted) {
      Throttle.succeeded(tx, admitted);
    }
    accounts.setPassword(tx, account, fresh);
    sessions.endOthers(tx, account, cookie);
    trace.write(tx, Entry.of(Action.PASSWORD_SET));
    return Optional.empty();
  }

  /** What can be said of the new one without looking at the old. */
  static Optional<FieldRefusal> problem(Request request, String login) {
    if (request.fresh().equals(request.old())) {
      return Optional.of(FieldRefusal.of("fresh", "staff.password.same"));
    }
    Optional<FieldRefusal> weak =
        Password.problem(request.fresh(), login)
            .map(key -> FieldRefusal.of("fresh", key, Password.LEAST));
    return weak.isPresent() || request.fresh().equals(request.again())
        ? weak
        : Optional.of(FieldRefusal.of("again", "staff.password.differs"));
  }
}
