package jp.tsunagi.people.staff;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import jp.tsunagi.base.database.Tx;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Tries of the last while, one row a subject, counted where they are kept: two that come together
 * are two.
 */
final class TrySql {
  private static final int REMOVED_AT_ONCE = 100;
  private static final Table<?> TRY = DSL.table(DSL.name("infra", "sign_in_try"));
  private static final Field<String> SUBJECT = column("subject", SQLDataType.VARCHAR);
  private static final Field<OffsetDateTime> SINCE =
      column("since", SQLDataType.TIMESTAMPWITHTIMEZONE);
  private static final Field<Integer> TRIES = column("tries", SQLDataType.INTEGER);
  private static final Field<OffsetDateTime> NEXT =
      column("next_at", SQLDataType.TIMESTAMPWITHTIMEZONE);

  private TrySql() {}

  private static <T> Field<T> column(String name, org.jooq.DataType<T> type) {
    return DSL.field(DSL.name("infra", "sign_in_try", name), type);
  }

  /**
   * Counts one more try since the beginning of the while; false, and not counted, when there have
   * been so many already.
   */
  static boolean take(Tx tx, String subject, Instant beginning, int most) {
    OffsetDateTime now = tx.now().atOffset(ZoneOffset.UTC);
    var over = SINCE.lt(beginning.atOffset(ZoneOffset.UTC));
    return tx.sql()
            .insertInto(TRY)
            .columns(SUBJECT, SINCE, TRIES, NEXT)
            .values(subject, now, 1, now)
            .onConflict(SUBJECT)
            .doUpdate()
            .set(TRIES, DSL.when(over, 1).otherwise(TRIES.plus(1)))
            .set(SINCE, DSL.when(over, now).otherwise(SINCE))
            .where(over.or(TRIES.lt(most)))
            .execute()
        == 1;
  }

  /** How things stand with the subject; the row is this transaction's since it was counted. */
  static Pace pace(Tx tx, String subject) {
    return tx.sql()
        .select(TRIES, NEXT)
        .from(TRY)
        .where(SUBJECT.eq(subject))
        .fetchSingle(row -> new Pace(row.value1(), row.value2().toInstant()));
  }

  static void next(Tx tx, String subject, Instant turn) {
    tx.sql()
        .update(TRY)
        .set(NEXT, turn.atOffset(ZoneOffset.UTC))
        .where(SUBJECT.eq(subject))
        .execute();
  }

  /** Takes one try back. */
  static void giveBack(Tx tx, String subject) {
    tx.sql()
        .update(TRY)
        .set(TRIES, TRIES.minus(1))
        .where(SUBJECT.eq(subject))
        .and(TRIES.gt(0))
        .execute();
  }

  static void forget(Tx tx, String subject) {
    tx.sql().deleteFrom(TRY).where(SUBJECT.eq(subject)).execute();
  }

  /** Removes what is too old to count and nobody is counting. */
  static void clean(Tx tx, Instant beginning) {
    tx.sql()
        .deleteFrom(TRY)
        .where(
            SUBJECT.in(
                DSL.select(SUBJECT)
                    .from(TRY)
                    .where(SINCE.lt(beginning.atOffset(ZoneOffset.UTC)))
                    .limit(REMOVED_AT_ONCE)
                    .forUpdate()
                    .skipLocked()))
        .execute();
  }
}
