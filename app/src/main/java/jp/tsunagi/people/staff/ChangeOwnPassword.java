package jp.tsunagi.people.staff;

import java.util.List;
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
import org.springframework.stereotype.Component;

/** Anybody signed in chooses a new password by showing the old one; other sessions end. */
@Component
final class ChangeOwnPassword {
  private final Database database;
  private final Accounts accounts;
  private final PasswordAgain again;
  private final Sessions sessions;
  private final Trace trace;

  ChangeOwnPassword(
      Database database, Accounts accounts, PasswordAgain again, Sessions sessions, Trace trace) {
    this.database = database;
    this.accounts = accounts;
    this.again = again;
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
    String login = database.call(new Actor.Login(), tx -> accounts.login(tx, account));
    List<String> names = database.call(actor, tx -> NamesHere.of(tx, actor));
    Optional<FieldRefusal> refusal = problem(request, login, names);
    if (refusal.isPresent()) {
      return refusal;
    }
    return switch (again.shown(account, request.old(), request.address())) {
      case PasswordAgain.Answer.Doubt(String key) -> Optional.of(FieldRefusal.of("old", key));
      case PasswordAgain.Answer.Right right -> {
        String fresh = accounts.hash(request.fresh());
        yield database.call(actor, tx -> change(tx, account, right, fresh, request.cookie()));
      }
    };
  }

  static AccountId account(Actor actor) {
    return switch (actor) {
      case Actor.Staff staff -> staff.account();
      case Actor.Guardian guardian -> guardian.account();
      case Actor.Job _, Actor.Login _ -> throw new NotFound();
    };
  }

  private Optional<FieldRefusal> change(
      Tx tx, AccountId account, PasswordAgain.Answer.Right right, String fresh, String cookie) {
    if (!PasswordAgain.stands(tx, right)) {
      return Optional.of(FieldRefusal.of("old", PasswordAgain.WRONG));
    }
    accounts.setPassword(tx, account, fresh);
    sessions.endOthers(tx, account, cookie);
    trace.write(tx, Entry.of(Action.PASSWORD_SET));
    return Optional.empty();
  }

  /** What can be said of the new one without looking at the old. */
  static Optional<FieldRefusal> problem(Request request, String login, List<String> names) {
    if (request.fresh().equals(request.old())) {
      return Optional.of(FieldRefusal.of("fresh", "staff.password.same"));
    }
    Optional<FieldRefusal> weak =
        Password.problem(request.fresh(), login, names)
            .map(key -> FieldRefusal.of("fresh", key, Password.LEAST));
    return weak.isPresent() || request.fresh().equals(request.again())
        ? weak
        : Optional.of(FieldRefusal.of("again", "staff.password.differs"));
  }
}
