package jp.tsunagi.people.staff;

import static jp.tsunagi.schema.Tables.ACCOUNT;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.Tx;

/**
 * What staff have beside the password: the app, passkeys, and the recovery codes that stand in for
 * either. The codes go with the last of them.
 */
final class Factors {
  private Factors() {}

  /** Of two who take one off together the second sees what the first has left. */
  static void hold(Tx tx, AccountId account) {
    tx.sql()
        .select(ACCOUNT.ACCOUNT_ID)
        .from(ACCOUNT)
        .where(ACCOUNT.ACCOUNT_ID.eq(account))
        .forUpdate()
        .fetch();
  }

  /** Whether there is any: it is asked for then. */
  static boolean isOn(Tx tx, AccountId account) {
    return FactorSql.isOn(tx, account) || PasskeySql.any(tx, account);
  }

  private static Stream<Instant> set(Tx tx, AccountId account) {
    return Stream.concat(
        FactorSql.find(tx, account).map(SecondFactor::since).stream(),
        PasskeySql.of(tx, account).stream().map(Passkey::added));
  }

  /** Since when there is one. */
  static Optional<Instant> since(Tx tx, AccountId account) {
    return set(tx, account).min(Instant::compareTo);
  }

  /** When the last of them was set up: another instant says that they are others now. */
  static Optional<Instant> standing(Tx tx, AccountId account) {
    return set(tx, account).max(Instant::compareTo);
  }

  /** Takes off all of them. */
  static void remove(Tx tx, AccountId account) {
    FactorSql.remove(tx, account);
    PasskeySql.remove(tx, account);
  }

  /** The app is no factor any more. */
  static void endApp(Tx tx, AccountId account) {
    FactorSql.removeApp(tx, account);
    endCodes(tx, account);
  }

  /** One was taken off: without any there is nothing to stand in for. */
  static void endCodes(Tx tx, AccountId account) {
    if (!isOn(tx, account)) {
      FactorSql.removeCodes(tx, account);
    }
  }
}
