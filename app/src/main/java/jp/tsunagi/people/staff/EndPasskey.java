package jp.tsunagi.people.staff;

import java.util.Optional;
import java.util.UUID;
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

/**
 * The owner of a passkey takes it off, by the password again. Where a second factor is required the
 * last one of staff stays. Sessions elsewhere end with it.
 */
@Component
final class EndPasskey {
  static final String LAST = "staff.passkey.refused.last";

  private final Database database;
  private final PasswordAgain again;
  private final Sessions sessions;
  private final Trace trace;

  EndPasskey(Database database, PasswordAgain again, Sessions sessions, Trace trace) {
    this.sessions = sessions;
    this.database = database;
    this.again = again;
    this.trace = trace;
  }

  /**
   * Why not; nothing when it is taken off.
   *
   * @throws NotFound when the account has none of that name
   */
  Optional<FieldRefusal> with(Actor actor, UUID id, String password, ShownAgain.At at) {
    AccountId account = ChangeOwnPassword.account(actor);
    return switch (again.shown(account, password, at.address())) {
      case PasswordAgain.Answer.Doubt(String key) -> Optional.of(FieldRefusal.of("password", key));
      case PasswordAgain.Answer.Right right ->
          database.call(
              actor,
              tx -> {
                Optional<FieldRefusal> refusal = end(tx, actor, id, right);
                if (refusal.isEmpty()) {
                  sessions.endOthers(tx, account, at.cookie());
                }
                return refusal;
              });
    };
  }

  private Optional<FieldRefusal> end(
      Tx tx, Actor actor, UUID id, PasswordAgain.Answer.Right right) {
    AccountId account = ChangeOwnPassword.account(actor);
    Factors.hold(tx, account);
    if (isLast(tx, actor)) {
      return Optional.of(FieldRefusal.of("password", LAST));
    }
    if (!PasswordAgain.stands(tx, right)) {
      return Optional.of(FieldRefusal.of("password", PasswordAgain.WRONG));
    }
    if (!PasskeySql.remove(tx, account, id)) {
      throw new NotFound();
    }
    Factors.endCodes(tx, account);
    trace.write(tx, Entry.of(Action.SECOND_FACTOR).about("staff.passkey.ended " + id));
    return Optional.empty();
  }

  /** Whether whoever takes one off would be left without the second factor that is required. */
  static boolean isLast(Tx tx, Actor actor) {
    AccountId account = ChangeOwnPassword.account(actor);
    return FactorPolicy.isRequired(tx, account)
        && !FactorSql.isOn(tx, account)
        && PasskeySql.of(tx, account).size() == 1;
  }
}
