package jp.tsunagi.people.staff;

import static jp.tsunagi.schema.Tables.ACCOUNT;
import static jp.tsunagi.schema.Tables.ACCOUNT_MEMBERSHIP;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.Tx;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Logins and their passwords. */
@Component
public final class Accounts {
  /** How long a password that somebody else set opens anything. */
  static final Duration HANDED_FOR = Duration.ofDays(14);

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

  /** The hash to store for a password; slow, and therefore never inside a transaction. */
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
   * @param passwordHash as {@link #hash} makes it
   * @param form the id of the form it comes from
   * @throws LoginTaken when somebody else has that login
   */
  AccountId openHanded(Tx tx, String login, String passwordHash, UUID form) {
    AccountId id = open(tx, login, passwordHash);
    handPassword(tx, id, passwordHash, form);
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

  /**
   * Nobody acts as that member with the account any more, from the next request on; it is closed
   * unless it serves other members too.
   */
  public void leave(Tx tx, Membership membership) {
    AccountId account = membership.account();
    tx.sql()
        .deleteFrom(ACCOUNT_MEMBERSHIP)
        .where(ACCOUNT_MEMBERSHIP.ACCOUNT_ID.eq(account))
        .and(ACCOUNT_MEMBERSHIP.TENANT_ID.eq(membership.tenant()))
        .and(ACCOUNT_MEMBERSHIP.KIND.eq(membership.kind().name()))
        .and(ACCOUNT_MEMBERSHIP.MEMBER_ID.eq(membership.member()))
        .execute();
    SessionSql.endOf(tx, membership);
    if (memberships(tx, account).isEmpty()) {
      ProviderSubjectSql.forget(tx, account);
      tx.sql()
          .update(ACCOUNT)
          .set(ACCOUNT.CLOSED_AT, tx.now().atOffset(ZoneOffset.UTC))
          .where(ACCOUNT.ACCOUNT_ID.eq(account))
          .execute();
    }
  }

  /**
   * Whether the account serves others too: as family, in another municipality. It is left alone by
   * whoever administers one of them: it would be a key to the others.
   */
  static boolean isShared(Tx tx, AccountId account) {
    return tx.sql().fetchCount(ACCOUNT_MEMBERSHIP, ACCOUNT_MEMBERSHIP.ACCOUNT_ID.eq(account)) > 1;
  }

  /** All sessions as that member were ended by somebody else just now. */
  static void sessionsEnded(Tx tx, Membership membership) {
    tx.sql()
        .update(ACCOUNT_MEMBERSHIP)
        .set(ACCOUNT_MEMBERSHIP.SESSIONS_ENDED_AT, tx.now().atOffset(ZoneOffset.UTC))
        .where(is(membership))
        .execute();
  }

  /** When somebody else last ended all sessions as that member. */
  static Optional<Instant> endedAt(Tx tx, Membership membership) {
    return tx.sql()
        .select(ACCOUNT_MEMBERSHIP.SESSIONS_ENDED_AT)
        .from(ACCOUNT_MEMBERSHIP)
        .where(is(membership))
        .fetchOptional(ACCOUNT_MEMBERSHIP.SESSIONS_ENDED_AT)
        .map(OffsetDateTime::toInstant);
  }

  private static Condition is(Membership membership) {
    return ACCOUNT_MEMBERSHIP
        .ACCOUNT_ID
        .eq(membership.account())
        .and(ACCOUNT_MEMBERSHIP.TENANT_ID.eq(membership.tenant()))
        .and(ACCOUNT_MEMBERSHIP.KIND.eq(membership.kind().name()))
        .and(ACCOUNT_MEMBERSHIP.MEMBER_ID.eq(membership.member()));
  }

  /** Sets the password its owner chose. */
  void setPassword(Tx tx, AccountId account, String passwordHash) {
    tx.sql()
        .update(ACCOUNT)
        .set(ACCOUNT.PASSWORD_HASH, passwordHash)
        .set(ACCOUNT.PASSWORD_SET_AT, tx.now().atOffset(ZoneOffset.UTC))
        .set(ACCOUNT.PASSWORD_HANDED, false)
        .where(ACCOUNT.ACCOUNT_ID.eq(account))
        .execute();
  }

  /**
   * Sets a password somebody else knows; its owner must choose another before anything else, and
   * soon. Whether it was set: a form hands a password once, however often it is sent.
   */
  boolean handPassword(Tx tx, AccountId account, String passwordHash, UUID form) {
    return tx.sql()
            .update(ACCOUNT)
            .set(ACCOUNT.PASSWORD_HASH, passwordHash)
            .set(ACCOUNT.PASSWORD_SET_AT, tx.now().atOffset(ZoneOffset.UTC))
            .set(ACCOUNT.PASSWORD_HANDED, true)
            .set(ACCOUNT.HANDED_HASH, passwordHash)
            .set(ACCOUNT.HANDED_FORMS, DSL.arrayAppend(ACCOUNT.HANDED_FORMS, form))
            .where(ACCOUNT.ACCOUNT_ID.eq(account))
            .and(ACCOUNT.HANDED_FORMS.contains(new UUID[] {form}).not())
            .execute()
        > 0;
  }

  /** Whether that form has handed a password before. */
  static boolean isHandedBy(Tx tx, AccountId account, UUID form) {
    return tx.sql()
        .fetchExists(
            ACCOUNT,
            ACCOUNT.ACCOUNT_ID.eq(account).and(ACCOUNT.HANDED_FORMS.contains(new UUID[] {form})));
  }

  /** The password handed last, whatever its owner chose since; empty when none ever was. */
  static Optional<Kept> handedLast(Tx tx, AccountId account) {
    return tx.sql()
        .selectFrom(ACCOUNT)
        .where(ACCOUNT.ACCOUNT_ID.eq(account))
        .and(ACCOUNT.HANDED_HASH.isNotNull())
        .fetchOptional(row -> new Kept(Optional.of(account), row.getHandedHash()));
  }

  /**
   * What a password is compared with.
   *
   * @param account none where nobody has that login: the comparison takes as long
   */
  record Kept(Optional<AccountId> account, String hash) {
    @Override
    public String toString() {
      return "Kept";
    }
  }

  Kept kept(Tx tx, String login) {
    return kept(tx, ACCOUNT.LOGIN.eq(login));
  }

  Kept kept(Tx tx, AccountId account) {
    return kept(tx, ACCOUNT.ACCOUNT_ID.eq(account));
  }

  private Kept kept(Tx tx, Condition whose) {
    return tx.sql()
        .selectFrom(ACCOUNT)
        .where(whose)
        .and(ACCOUNT.CLOSED_AT.isNull())
        .and(ACCOUNT.PASSWORD_HASH.isNotNull())
        .and(
            ACCOUNT
                .PASSWORD_HANDED
                .isFalse()
                .or(
                    ACCOUNT.PASSWORD_SET_AT.gt(
                        tx.now().minus(HANDED_FOR).atOffset(ZoneOffset.UTC))))
        .fetchOptional(row -> new Kept(Optional.of(row.getAccountId()), row.getPasswordHash()))
        .orElseGet(() -> new Kept(Optional.empty(), nobody));
  }

  /** Whether it is the password; slow, and therefore never inside a transaction. */
  boolean isRight(Kept kept, String password) {
    return encoder.matches(password, kept.hash()) && kept.account().isPresent();
  }

  /** Whether nothing has changed since: the account is open and its password the same. */
  static boolean stands(Tx tx, Kept kept) {
    return kept.account()
        .filter(account ->
            tx.sql()
                .fetchExists(
                    ACCOUNT,
                    ACCOUNT
                        .ACCOUNT_ID
                        .eq(account)
                        .and(ACCOUNT.PASSWORD_HASH.eq(kept.hash()))
                        .and(ACCOUNT.CLOSED_AT.isNull())))
        .isPresent();
  }

  /** The account of that login, while it is open. */
  static Optional<AccountId> named(Tx tx, String login) {
    return tx.sql()
        .select(ACCOUNT.ACCOUNT_ID)
        .from(ACCOUNT)
        .where(ACCOUNT.LOGIN.eq(login))
        .and(ACCOUNT.CLOSED_AT.isNull())
        .fetchOptional(ACCOUNT.ACCOUNT_ID);
  }

  /** The login of an account. */
  String login(Tx tx, AccountId account) {
    return tx.sql()
        .selectFrom(ACCOUNT)
        .where(ACCOUNT.ACCOUNT_ID.eq(account))
        .fetchSingle()
        .getLogin();
  }

  /** Whoever chooses next is offered this one first. */
  static void chose(Tx tx, Membership as) {
    tx.sql()
        .update(ACCOUNT_MEMBERSHIP)
        .set(ACCOUNT_MEMBERSHIP.CHOSEN_AT, tx.now().atOffset(ZoneOffset.UTC))
        .where(ACCOUNT_MEMBERSHIP.ACCOUNT_ID.eq(as.account()))
        .and(ACCOUNT_MEMBERSHIP.TENANT_ID.eq(as.tenant()))
        .and(ACCOUNT_MEMBERSHIP.KIND.eq(as.kind().name()))
        .and(ACCOUNT_MEMBERSHIP.MEMBER_ID.eq(as.member()))
        .execute();
  }

  /** As whom the account may act where, the one chosen last first. */
  List<Membership> memberships(Tx tx, AccountId account) {
    return memberships(tx, ACCOUNT_MEMBERSHIP.ACCOUNT_ID.eq(account));
  }

  /**
   * The same of the account of that login, while it is open: none where nobody has it, for the same
   * work.
   */
  static List<Membership> memberships(Tx tx, String login) {
    return memberships(
        tx,
        ACCOUNT_MEMBERSHIP.ACCOUNT_ID.in(
            DSL.select(ACCOUNT.ACCOUNT_ID)
                .from(ACCOUNT)
                .where(ACCOUNT.LOGIN.eq(login))
                .and(ACCOUNT.CLOSED_AT.isNull())));
  }

  private static List<Membership> memberships(Tx tx, Condition whose) {
    return tx.sql()
        .selectFrom(ACCOUNT_MEMBERSHIP)
        .where(whose)
        .orderBy(
            ACCOUNT_MEMBERSHIP.CHOSEN_AT.desc().nullsLast(),
            ACCOUNT_MEMBERSHIP.TENANT_ID,
            ACCOUNT_MEMBERSHIP.KIND.desc())
        .fetch(row ->
            new Membership(
                row.getAccountId(),
                row.getTenantId(),
                Membership.Kind.valueOf(row.getKind()),
                row.getMemberId()));
  }
}
