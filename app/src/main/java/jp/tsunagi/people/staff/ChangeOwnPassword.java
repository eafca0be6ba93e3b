package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.t;

import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
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

  /** Why the password stays as it is; each belongs to one field. */
  sealed interface Refusal {
    String field();

    String words();

    /** Not the old password. */
    record NotTheOld() implements Refusal {
      @Override
      public String field() {
        return "old";
      }

      @Override
      public String words() {
        return t("staff.password.old.wrong");
      }
    }

    /** Too many wrong tries. */
    record Wait() implements Refusal {
      @Override
      public String field() {
        return "old";
      }

      @Override
      public String words() {
        return t("staff.password.old.wait");
      }
    }

    /** The new one breaks a rule. */
    record Weak(String key) implements Refusal {
      @Override
      public String field() {
        return "fresh";
      }

      @Override
      public String words() {
        return t(key, Password.LEAST);
      }
    }

    /** The new one is the old one. */
    record Same() implements Refusal {
      @Override
      public String field() {
        return "fresh";
      }

      @Override
      public String words() {
        return t("staff.password.same");
      }
    }

    /** Typed twice, and not the same. */
    record Differs() implements Refusal {
      @Override
      public String field() {
        return "again";
      }

      @Override
      public String words() {
        return t("staff.password.differs");
      }
    }
  }

  /** Why not; nothing when it was changed. */
  Optional<Refusal> with(Actor actor, Request request) {
    AccountId account = account(actor);
    Begun begun = database.call(new Actor.Login(), tx -> begin(tx, account, request));
    Optional<Refusal> refusal =
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

  private Optional<Refusal> doubt(Begun begun, String old) {
    if (begun.admission() instanceof Admission.Wait) {
      return Optional.of(new Refusal.Wait());
    }
    return accounts.isRight(begun.kept(), old)
        ? Optional.empty()
        : Optional.of(new Refusal.NotTheOld());
  }

  private Optional<Refusal> change(Tx tx, Begun begun, String fresh, String cookie) {
    if (!Accounts.stands(tx, begun.kept())) {
      return Optional.of(new Refusal.NotTheOld());
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
  static Optional<Refusal> problem(Request request, String login) {
    if (request.fresh().equals(request.old())) {
      return Optional.of(new Refusal.Same());
    }
    Optional<Refusal> weak = Password.problem(request.fresh(), login).map(Refusal.Weak::new);
    return weak.isPresent() || request.fresh().equals(request.again())
        ? weak
        : Optional.of(new Refusal.Differs());
  }
}
