package jp.tsunagi.base.database;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * What the database says of itself to whoever watches the program.
 *
 * @param schema the newest migration that was made in it
 * @param backedUp when the last backup was finished; empty where none was since it was set up here
 */
public record InstallationState(String schema, Optional<Instant> backedUp) {
  private static final Table<?> INSTALLATION = DSL.table(DSL.name("infra", "installation"));
  private static final Field<String> SCHEMA =
      DSL.field(DSL.name("infra", "installation", "schema_version"), SQLDataType.VARCHAR);
  private static final Field<OffsetDateTime> BACKED_UP =
      DSL.field(
          DSL.name("infra", "installation", "backed_up_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);

  /** As it is now. */
  public static InstallationState of(Tx tx) {
    return tx.sql()
        .select(SCHEMA, BACKED_UP)
        .from(INSTALLATION)
        .fetchSingle(row ->
            new InstallationState(
                Optional.ofNullable(row.value1()).orElse(""),
                Optional.ofNullable(row.value2()).map(OffsetDateTime::toInstant)));
  }

  /** Everything is in a backup that has just been finished. */
  public static void backedUp(Tx tx) {
    tx.besides(() ->
        tx.sql().update(INSTALLATION).set(BACKED_UP, tx.now().atOffset(ZoneOffset.UTC)).execute());
  }
}
