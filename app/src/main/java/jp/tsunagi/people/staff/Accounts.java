package jp.tsunagi.people.staff;

import static jp.tsunagi.schema.Tables.ACCOUNT;
import static jp.tsunagi.schema.Tables.ACCOUNT_MEMBERSHIP;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.Tx;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Logins and their passwords. */
@Component
public final class Accounts {
  private final PasswordEncoder encoder;
  private final String nobody;

  Accounts(PasswordEncoder encoder) {
    this.encoder = encoder;
    this.nobody = encoder.encode("nobody has this password");
  }

  /** The login is taken by somebody else. */
  public static final class LoginTaken extends RuntimeException {
    LoginTaken(String login) {
      super("login taken: " + login, null, false, false);
    }
  }

  /** The hash to store for a password, so that many accounts may share one hashing. */
  public String hash(String password) {
    return encoder.encode(password);
  }

  /**
   * Opens an account.
   *
   * @throws LoginTaken when somebody else has that login
   */
  public AccountId open(Tx tx, String login, String passwordHash) {
    AccountId id = AccountId.create();
    int added =
        tx.sql()
            .insertInto(ACCOUNT)
            .set(ACCOUNT.ACCOUNT_ID, id)
            .set(ACCOUNT.LOGIN, login)
            .set(ACCOUNT.PASSWORD_HASH, passwordHash)
            .set(ACCOUNT.PASSWORD_SET_AT, tx.now().atOffset(ZoneOffset.UTC))
            .onConflictDoNothing()
            .execute();
    if (added == 0) {
      throw new LoginTaken(login);
    }
    return id;
  }

  /**
   * Opens an account with a password somebody else knows.
   *
   * @throws LoginTaken when somebody else has that login
   */
  AccountId openHanded(Tx tx, String login, String password) {
    AccountId id = open(tx, login, "");
    handPassword(tx, id, password);
    return id;
  }

  /** Lets the account act as that member of this municipality. */
  public static void addMembership(Tx tx, AccountId account, Membership.Kind kind, UUID member) {
    tx.sql()
        .insertInto(ACCOUNT_MEMBERSHIP)
        .set(ACCOUNT_MEMBERSHIP.ACCOUNT_ID, account)
        .set(ACCOUNT_MEMBERSHIP.TENANT_ID, tx.tenant())
        .set(ACCOUNT_MEMBERSHIP.KIND, kind.name())
        .set(ACCOUNT_MEMBERSHIP.MEMBER_ID, member)
        .execute();
  }

  /** Nobody signs in with it any more; an account that serves other members too stays open. */
  public void close(Tx tx, AccountId account) {
    if (memberships(tx, account).size() <= 1) {
      tx.sql()
          .update(ACCOUNT)
          .set(ACCOUNT.CLOSED_AT, tx.now().atOffset(ZoneOffset.UTC))
          .where(ACCOUNT.ACCOUNT_ID.eq(account))
          .execute();
    }
  }

  /** Sets the password its owner chose. */
  public void setPassword(Tx tx, AccountId account, String password) {
    setPassword(tx, account, password, false);
  }

  /** Sets a password somebody else knows; its owner must choose another before anything else. */
  void handPassword(Tx tx, AccountId account, String password) {
    setPassword(tx, account, password, true);
  }

  private void setPassword(Tx tx, AccountId account, String password, boolean handed) {
    tx.sql()
        .update(ACCOUNT)
        .set(ACCOUNT.PASSWORD_HASH, hash(password))
        .set(ACCOUNT.PASSWORD_SET_AT, tx.now().atOffset(ZoneOffset.UTC))
        .set(ACCOUNT.PASSWORD_HANDED, handed)
        .where(ACCOUNT.ACCOUNT_ID.eq(account))
        .execute();
  }

  /** The account, if login and password are right. The work is the same when they are not. */
  Optional<AccountId> check(Tx tx, String login, String password) {
    var row =
        tx.sql()
            .selectFrom(ACCOUNT)
            .where(ACCOUNT.LOGIN.eq(login))
            .and(ACCOUNT.CLOSED_AT.isNull())
            .fetchOne();
    String hash = row == null || row.getPasswordHash() == null ? nobody : row.getPasswordHash();
    boolean right = encoder.matches(password, hash);
    return right && row != null && row.getPasswordHash() != null
        ? Optional.of(row.getAccountId())
        : Optional.empty();
  }

  /** Whether this is the password of the account. */
  boolean isRight(Tx tx, AccountId account, String password) {
    return tx.sql()
        .selectFrom(ACCOUNT)
        .where(ACCOUNT.ACCOUNT_ID.eq(account))
        .fetchOptional(ACCOUNT.PASSWORD_HASH)
        .filter(hash -> encoder.matches(password, hash))
        .isPresent();
  }

  /** The login of an account. */
  String login(Tx tx, AccountId account) {
    return tx.sql()
        .selectFrom(ACCOUNT)
        .where(ACCOUNT.ACCOUNT_ID.eq(account))
        .fetchSingle()
        .getLogin();
  }

  List<Membership> memberships(Tx tx, AccountId account) {
    return tx.sql()
        .selectFrom(ACCOUNT_MEMBERSHIP)
        .where(ACCOUNT_MEMBERSHIP.ACCOUNT_ID.eq(account))
        .orderBy(ACCOUNT_MEMBERSHIP.TENANT_ID, ACCOUNT_MEMBERSHIP.KIND.desc())
        .fetch(row ->
            new Membership(
                row.getAccountId(),
                row.getTenantId(),
                Membership.Kind.valueOf(row.getKind()),
                row.getMemberId()));
  }
}
