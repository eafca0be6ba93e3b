package jp.tsunagi.people.staff;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.Tx;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Second factors and recovery codes of accounts. What is good once is taken by one statement. */
final class FactorSql {
  private static final Table<?> FACTOR = DSL.table(DSL.name("infra", "second_factor"));
  private static final Field<UUID> OWNER = column("second_factor", "account_id", SQLDataType.UUID);
  private static final Field<byte[]> SECRET = column("second_factor", "secret", SQLDataType.BLOB);
  private static final Field<OffsetDateTime> CONFIRMED =
      column("second_factor", "confirmed_at", SQLDataType.TIMESTAMPWITHTIMEZONE);
  private static final Field<Long> LAST_STEP =
      column("second_factor", "last_step", SQLDataType.BIGINT);

  private static final Table<?> CODE = DSL.table(DSL.name("infra", "recovery_code"));
  private static final Field<UUID> HOLDER = column("recovery_code", "account_id", SQLDataType.UUID);
  private static final Field<byte[]> DIGEST = column("recovery_code", "digest", SQLDataType.BLOB);
  private static final Field<OffsetDateTime> USED =
      column("recovery_code", "used_at", SQLDataType.TIMESTAMPWITHTIMEZONE);

  private FactorSql() {}

  private static <T> Field<T> column(String table, String name, org.jooq.DataType<T> type) {
    return DSL.field(DSL.name("infra", table, name), type);
  }

  private static OffsetDateTime now(Tx tx) {
    return tx.now().atOffset(ZoneOffset.UTC);
  }

  /** Whether there was none before, and it was added. */
  static boolean add(Tx tx, AccountId account, byte[] sealed, long step) {
    return tx.sql()
            .insertInto(FACTOR)
            .columns(OWNER, SECRET, CONFIRMED, LAST_STEP)
            .values(account.value(), sealed, now(tx), step)
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  static Optional<SecondFactor> find(Tx tx, AccountId account) {
    return tx.sql()
        .select(SECRET, CONFIRMED)
        .from(FACTOR)
        .where(OWNER.eq(account.value()))
        .fetchOptional(row -> new SecondFactor(row.value1(), row.value2().toInstant()));
  }

  static boolean isOn(Tx tx, AccountId account) {
    return tx.sql().fetchExists(FACTOR, OWNER.eq(account.value()));
  }

  /** Whether no code of this time step, or of a later one, was taken before; now it is. */
  static boolean take(Tx tx, AccountId account, long step) {
    return tx.sql()
            .update(FACTOR)
            .set(LAST_STEP, step)
            .where(OWNER.eq(account.value()))
            .and(LAST_STEP.lt(step))
            .execute()
        == 1;
  }

  static void remove(Tx tx, AccountId account) {
    removeCodes(tx, account);
    removeApp(tx, account);
  }

  static void removeApp(Tx tx, AccountId account) {
    tx.sql().deleteFrom(FACTOR).where(OWNER.eq(account.value())).execute();
  }

  static void addCodes(Tx tx, AccountId account, List<byte[]> digests) {
    for (byte[] digest : digests) {
      tx.sql().insertInto(CODE).columns(HOLDER, DIGEST).values(account.value(), digest).execute();
    }
  }

  static void removeCodes(Tx tx, AccountId account) {
    tx.sql().deleteFrom(CODE).where(HOLDER.eq(account.value())).execute();
  }

  /** Whether there is such a code and it was not used before; now it is. */
  static boolean use(Tx tx, AccountId account, byte[] digest) {
    return tx.sql()
            .update(CODE)
            .set(USED, now(tx))
            .where(unused(account))
            .and(DIGEST.eq(digest))
            .execute()
        == 1;
  }

  static int codesLeft(Tx tx, AccountId account) {
    return tx.sql().fetchCount(CODE, unused(account));
  }

  private static Condition unused(AccountId account) {
    return HOLDER.eq(account.value()).and(USED.isNull());
  }
}
