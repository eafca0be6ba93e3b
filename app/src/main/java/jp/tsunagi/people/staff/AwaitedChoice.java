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
 * Somebody has shown all that is asked for, and must still say for which municipality and as what.
 * Kept apart from sessions and half sign-ins, so that no other page can take it for one; good once,
 * at the browser with its cookie, for a few minutes.
 */
final class AwaitedChoice {
  static final String COOKIE = "__Host-tsunagi-choice";
  static final Duration LASTS = Duration.ofMinutes(5);

  private static final int REMOVED_AT_ONCE = 100;
  private static final Table<?> CHOICE = DSL.table(DSL.name("infra", "sign_in_choice"));
  private static final Field<byte[]> TOKEN = column("token_hash", SQLDataType.BLOB);
  private static final Field<UUID> ACCOUNT_ID = column("account_id", SQLDataType.UUID);
  private static final Field<OffsetDateTime> BEGAN =
      column("began_at", SQLDataType.TIMESTAMPWITHTIMEZONE);
  private static final Field<String> BY = column("shown_by", SQLDataType.VARCHAR);
  private static final Field<UUID> PASSKEY = column("passkey_id", SQLDataType.UUID);
  private static final Field<Boolean> PASSWORD = column("by_password", SQLDataType.BOOLEAN);

  private AwaitedChoice() {}

  private static <T> Field<T> column(String name, org.jooq.DataType<T> type) {
    return DSL.field(DSL.name("infra", "sign_in_choice", name), type);
  }

  /** One that lasts: whose it is, and what was shown. */
  record Begun(AccountId account, Proof proof) {}

  /** Begins one; the result is the cookie's value, which is kept nowhere else. */
  static String begin(Tx tx, Begun begun) {
    clean(tx);
    String token = Sessions.token();
    tx.sql()
        .insertInto(CHOICE)
        .set(TOKEN, Sessions.digest(token))
        .set(ACCOUNT_ID, begun.account().value())
        .set(BEGAN, tx.now().atOffset(ZoneOffset.UTC))
        .set(BY, begun.proof().by().name())
        .set(PASSKEY, begun.proof().passkey().orElse(null))
        .set(PASSWORD, begun.proof().password())
        .execute();
    return token;
  }

  /** The one of that cookie, while it lasts. */
  static Optional<Begun> find(Tx tx, String token) {
    return tx.sql()
        .select(ACCOUNT_ID, BY, PASSKEY, PASSWORD)
        .from(CHOICE)
        .where(lasting(tx, token))
        .fetchOptional(AwaitedChoice::begun);
  }

  private static Begun begun(Record row) {
    return new Begun(
        new AccountId(row.get(ACCOUNT_ID)),
        new Proof(
            Proof.By.valueOf(row.get(BY)),
            Optional.ofNullable(row.get(PASSKEY)),
            false,
            row.get(PASSWORD),
            false));
  }

  /** Whether it lasted until now; it is over then. */
  static boolean end(Tx tx, String token) {
    return tx.sql().deleteFrom(CHOICE).where(lasting(tx, token)).execute() == 1;
  }

  /** Ends all of an account: what was shown for it is not good any more. */
  static void endOf(Tx tx, AccountId account) {
    tx.sql().deleteFrom(CHOICE).where(ACCOUNT_ID.eq(account.value())).execute();
  }

  private static Condition lasting(Tx tx, String token) {
    return TOKEN.eq(Sessions.digest(token)).and(BEGAN.gt(oldest(tx)));
  }

  private static OffsetDateTime oldest(Tx tx) {
    return tx.now().minus(LASTS).atOffset(ZoneOffset.UTC);
  }

  private static void clean(Tx tx) {
    tx.sql()
        .deleteFrom(CHOICE)
        .where(
            TOKEN.in(
                DSL.select(TOKEN)
                    .from(CHOICE)
                    .where(BEGAN.le(oldest(tx)))
                    .limit(REMOVED_AT_ONCE)
                    .forUpdate()
                    .skipLocked()))
        .execute();
  }
}
