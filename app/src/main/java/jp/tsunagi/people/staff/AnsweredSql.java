package jp.tsunagi.people.staff;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import jp.tsunagi.base.database.Tx;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Questions of the door that were answered: each is answered once. */
final class AnsweredSql {
  private static final Table<?> ANSWERED = DSL.table(DSL.name("infra", "answered"));
  private static final Field<byte[]> QUESTION =
      DSL.field(DSL.name("infra", "answered", "question"), SQLDataType.BLOB);
  private static final Field<OffsetDateTime> AT =
      DSL.field(DSL.name("infra", "answered", "answered_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);

  /** Longer than any question waits for its answer. */
  private static final Duration REMEMBERED = Duration.ofHours(1);

  private AnsweredSql() {}

  /** Whether that question was not answered before; now it is. */
  static boolean take(Tx tx, byte[] question) {
    return tx.besides(() -> {
      OffsetDateTime now = tx.now().atOffset(ZoneOffset.UTC);
      tx.sql().deleteFrom(ANSWERED).where(AT.lt(now.minus(REMEMBERED))).execute();
      return tx.sql()
              .insertInto(ANSWERED)
              .columns(QUESTION, AT)
              .values(question, now)
              .onConflictDoNothing()
              .execute()
          == 1;
    });
  }
}
