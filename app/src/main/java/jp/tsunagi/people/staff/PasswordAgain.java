package jp.tsunagi.people.staff;

import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.staff.Throttle.Admission;
import org.springframework.stereotype.Component;

/**
 * Somebody signed in shows the password once more, before something that whoever finds an open
 * screen must not do. The try is counted, so that it cannot be guessed there either.
 */
@Component
final class PasswordAgain {
  static final String WRONG = "staff.password.old.wrong";
  private static final String WAIT = "staff.password.old.wait";
  private static final String WAY = "account/password ";

  private final Database database;
  private final Accounts accounts;
  private final RefusedSignIns refusals;

  PasswordAgain(Database database, Accounts accounts, RefusedSignIns refusals) {
    this.refusals = refusals;
    this.database = database;
    this.accounts = accounts;
  }

  /** What came of it. */
  sealed interface Answer {
    /** It was the password; what follows asks {@link #stands} in its own transaction. */
    record Right(Accounts.Kept kept, Admission.After admitted) implements Answer {}

    /** It was not, or was not looked at; the key of the words. */
    record Doubt(String key) implements Answer {}
  }

  private record Begun(Admission admission, Accounts.Kept kept) {}

  /** Compares; slow, and therefore never inside a transaction. */
  Answer shown(AccountId account, String typed, String address) {
    Begun begun = database.call(new Actor.Login(), tx -> begin(tx, account, address));
    return switch (begun.admission()) {
      case Admission.Wait _ -> {
        refusals.note(Optional.of(account), RefusedSignIns.Why.SIGN_IN_WAIT);
        yield new Answer.Doubt(WAIT);
      }
      case Admission.After admitted -> {
        if (accounts.isRight(begun.kept(), typed)) {
          yield new Answer.Right(begun.kept(), admitted);
        }
        refusals.note(Optional.of(account), RefusedSignIns.Why.PASSWORD_WRONG);
        yield new Answer.Doubt(WRONG);
      }
    };
  }

  private Begun begin(Tx tx, AccountId account, String address) {
    String way = WAY + accounts.login(tx, account);
    var who = new Throttle.Subject(way, address, Optional.empty());
    return new Begun(Throttle.admit(tx, who), accounts.kept(tx, account));
  }

  /** Whether the password is still the same; the try does not count any more then. */
  static boolean stands(Tx tx, Answer.Right right) {
    boolean stands = Accounts.stands(tx, right.kept());
    if (stands) {
      Throttle.succeeded(tx, right.admitted());
    }
    return stands;
  }
}
