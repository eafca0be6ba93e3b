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
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Somebody has shown the password, or come from the identity provider, and must still show the
 * second factor. Kept apart from sessions, so that no page but the one that asks for the code can
 * take it for one; good once, at the browser with its cookie, for a few minutes.
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
  private static final Field<Boolean> BY_PROVIDER = column("by_provider", SQLDataType.BOOLEAN);

  private HalfSignIn() {}

  private static <T> Field<T> column(String name, org.jooq.DataType<T> type) {
    return DSL.field(DSL.name("infra", "half_sign_in", name), type);
  }

  /**
   * One that lasts.
   *
   * @param provider whether it began at the identity provider, not with the password
   */
  record Begun(AccountId account, boolean provider) {}

  /** Begins one; the result is the cookie's value, which is kept nowhere else. */
  static String begin(Tx tx, Begun begun) {
    clean(tx);
    String token = Sessions.token();
    tx.sql()
        .insertInto(HALF)
        .set(TOKEN, Sessions.digest(token))
        .set(ACCOUNT_ID, begun.account().value())
        .set(BY_PROVIDER, begun.provider())
        .set(BEGAN, tx.now().atOffset(ZoneOffset.UTC))
        .execute();
    return token;
  }

  /** The one of that cookie, while it lasts. */
  static Optional<Begun> find(Tx tx, String token) {
    return tx.sql()
        .select(ACCOUNT_ID, BY_PROVIDER)
        .from(HALF)
        .where(lasting(tx, token))
        .fetchOptional(row -> new Begun(new AccountId(row.value1()), row.value2()));
  }

  /** Whether it lasted until now; it is over then. */
  static boolean end(Tx tx, String token) {
    return tx.sql().deleteFrom(HALF).where(lasting(tx, token)).execute() == 1;
  }

  /** Ends all of an account, also what waits for a choice: its password is another now. */
  static void endOf(Tx tx, AccountId account) {
    AwaitedChoice.endOf(tx, account);
    tx.sql().deleteFrom(HALF).where(ACCOUNT_ID.eq(account.value())).execute();
  }

  private static Condition lasting(Tx tx, String token) {
    return TOKEN.eq(Sessions.digest(token)).and(BEGAN.gt(oldest(tx)));
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
