package jp.tsunagi.people.staff;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.Tx;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Somebody has shown who it is, and must still show the second factor, or say for which
 * municipality and as what. Kept apart from sessions, so that no page but the one that asks for
 * that can take it for one; good once, at the browser with its cookie, for a few minutes.
 */
final class HalfSignIn {
  static final String COOKIE = "__Host-tsunagi-half";
  static final Duration LASTS = Duration.ofMinutes(5);

  private static final int REMOVED_AT_ONCE = 100;
  private static final Table<?> HALF = DSL.table(DSL.name("infra", "half_sign_in"));
  private static final Field<byte[]> TOKEN = column("token_hash", SQLDataType.BLOB);
  private static final Field<UUID> ACCOUNT_ID = column("account_id", SQLDataType.UUID);
  private static final Field<OffsetDateTime> BEGAN =
      column("began_at", SQLDataType.TIMESTAMPWITHTIMEZONE);
  private static final Field<String> AWAITS = column("awaits", SQLDataType.VARCHAR);
  private static final Field<String> BY = column("shown_by", SQLDataType.VARCHAR);
  private static final Field<UUID> PASSKEY = column("passkey_id", SQLDataType.UUID);
  private static final Field<Boolean> BY_PASSWORD = column("by_password", SQLDataType.BOOLEAN);
  private static final Field<Boolean> BY_PROVIDER = column("by_provider", SQLDataType.BOOLEAN);
  private static final Field<String> ISSUER = column("issuer", SQLDataType.VARCHAR);
  private static final Field<String> SUBJECT = column("subject_digest", SQLDataType.VARCHAR);

  private HalfSignIn() {}

  private static <T> Field<T> column(String name, org.jooq.DataType<T> type) {
    return DSL.field(DSL.name("infra", "half_sign_in", name), type);
  }

  /** What is still to come. */
  enum Awaits {
    /** The second factor. */
    FACTOR,
    /** For which municipality and as what; all else was shown. */
    MEMBERSHIP
  }

  /**
   * One that lasts: whose it is, and what was shown so far.
   *
   * @param who whom the identity provider means; empty where it began with something else
   */
  record Begun(AccountId account, Proof proof, Optional<ProviderSubject> who) {}

  /** Begins one; the result is the cookie's value, which is kept nowhere else. */
  static String begin(Tx tx, Awaits awaits, Begun begun) {
    clean(tx);
    String token = Sessions.token();
    tx.sql()
        .insertInto(HALF)
        .set(TOKEN, Sessions.digest(token))
        .set(ACCOUNT_ID, begun.account().value())
        .set(BEGAN, tx.now().atOffset(ZoneOffset.UTC))
        .set(AWAITS, awaits.name())
        .set(BY, begun.proof().by().name())
        .set(PASSKEY, begun.proof().passkey().orElse(null))
        .set(BY_PASSWORD, begun.proof().password())
        .set(BY_PROVIDER, begun.proof().provider())
        .set(ISSUER, begun.who().map(ProviderSubject::issuer).orElse(null))
        .set(SUBJECT, begun.who().map(ProviderSubject::digest).orElse(null))
        .execute();
    return token;
  }

  /** The one of that cookie that awaits that, while it lasts. */
  static Optional<Begun> find(Tx tx, Awaits awaits, String token) {
    return tx.sql()
        .select(ACCOUNT_ID, BY, PASSKEY, BY_PASSWORD, BY_PROVIDER, ISSUER, SUBJECT)
        .from(HALF)
        .where(lasting(tx, awaits, token))
        .fetchOptional(HalfSignIn::begun);
  }

  private static Begun begun(Record row) {
    return new Begun(
        new AccountId(row.get(ACCOUNT_ID)),
        new Proof(
            Proof.By.valueOf(row.get(BY)),
            Optional.ofNullable(row.get(PASSKEY)),
            false,
            row.get(BY_PASSWORD),
            row.get(BY_PROVIDER)),
        Optional.ofNullable(row.get(SUBJECT))
            .map(digest -> new ProviderSubject(row.get(ISSUER), digest)));
  }

  /** Whether it lasted until now; it is over then. */
  static boolean end(Tx tx, Awaits awaits, String token) {
    return tx.sql().deleteFrom(HALF).where(lasting(tx, awaits, token)).execute() == 1;
  }

  /** Ends all of an account: what was shown for it is not good any more. */
  static void endOf(Tx tx, AccountId account) {
    tx.sql().deleteFrom(HALF).where(ACCOUNT_ID.eq(account.value())).execute();
  }

  private static Condition lasting(Tx tx, Awaits awaits, String token) {
    return TOKEN.eq(Sessions.digest(token)).and(AWAITS.eq(awaits.name())).and(BEGAN.gt(oldest(tx)));
  }

  private static OffsetDateTime oldest(Tx tx) {
    return tx.now().minus(LASTS).atOffset(ZoneOffset.UTC);
  }

  private static void clean(Tx tx) {
    tx.sql()
        .deleteFrom(HALF)
        .where(
            TOKEN.in(
                DSL.select(TOKEN)
                    .from(HALF)
                    .where(BEGAN.le(oldest(tx)))
                    .limit(REMOVED_AT_ONCE)
                    .forUpdate()
                    .skipLocked()))
        .execute();
  }
}
