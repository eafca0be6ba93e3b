package jp.tsunagi.base.database;

import static jp.tsunagi.schema.Tables.TENANT;
import static jp.tsunagi.schema.Tables.TENANT_SETTING;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The row that stands for a municipality (市町村); made once, before anything else of it. */
public final class Municipality {
  private static final Table<?> SERVED = DSL.table(DSL.name("infra", "municipality"));
  private static final Field<Integer> NUMBER =
      DSL.field(DSL.name("infra", "municipality", "tenant_id"), SQLDataType.INTEGER);

  private Municipality() {}

  /** Adds the municipality the transaction runs for. */
  public static void add(Tx tx, String name) {
    tx.sql()
        .insertInto(TENANT)
        .set(TENANT.TENANT_ID, tx.tenant())
        .set(TENANT.NAME, name)
        .set(TENANT.CREATED_AT, tx.now().atOffset(ZoneOffset.UTC))
        .execute();
    tx.sql().insertInto(SERVED, NUMBER).values(tx.tenant().value()).onConflictDoNothing().execute();
  }

  /** Every municipality of this installation, for the program's own work; numbers only. */
  public static List<TenantId> all(Tx tx) {
    return tx.sql()
        .select(NUMBER)
        .from(SERVED)
        .orderBy(NUMBER)
        .fetch(row -> new TenantId(row.value1()));
  }

  /** What the municipality is called. */
  public static String name(Tx tx) {
    return tx.sql()
        .selectFrom(TENANT)
        .where(TENANT.TENANT_ID.eq(tx.tenant()))
        .fetchSingle()
        .getName();
  }

  /** What the municipality has decided of a setting; empty where nothing was. */
  public static Optional<String> setting(Tx tx, String setting) {
    return tx.sql()
        .select(TENANT_SETTING.VALUE)
        .from(TENANT_SETTING)
        .where(TENANT_SETTING.TENANT_ID.eq(tx.tenant()))
        .and(TENANT_SETTING.NAME.eq(setting))
        .fetchOptional(TENANT_SETTING.VALUE);
  }

  /** A setting that is a number of at most six digits; the usual one where it is none. */
  public static int number(Tx tx, String setting, int usual) {
    return setting(tx, setting)
        .filter(value -> value.matches("\\d{1,6}"))
        .map(Integer::parseInt)
        .orElse(usual);
  }

  /** Decides a setting of the municipality, anew if it was decided before. */
  public static void set(Tx tx, String setting, String value) {
    OffsetDateTime now = tx.now().atOffset(ZoneOffset.UTC);
    UUID by = tx.scope().id().orElse(null);
    tx.sql()
        .insertInto(TENANT_SETTING)
        .set(TENANT_SETTING.TENANT_ID, tx.tenant())
        .set(TENANT_SETTING.NAME, setting)
        .set(TENANT_SETTING.VALUE, value)
        .set(TENANT_SETTING.CHANGED_AT, now)
        .set(TENANT_SETTING.CHANGED_BY, by)
        .onConflict(TENANT_SETTING.TENANT_ID, TENANT_SETTING.NAME)
        .doUpdate()
        .set(TENANT_SETTING.VALUE, value)
        .set(TENANT_SETTING.CHANGED_AT, now)
        .set(TENANT_SETTING.CHANGED_BY, by)
        .execute();
  }

  /**
   * When a setting was decided last.
   *
   * @param by the person; empty where the program itself did
   */
  public record Change(Instant at, Optional<UUID> by) {}

  /** The last change of a setting; empty where nothing was ever decided. */
  public static Optional<Change> lastChange(Tx tx, String setting) {
    return tx.sql()
        .select(TENANT_SETTING.CHANGED_AT, TENANT_SETTING.CHANGED_BY)
        .from(TENANT_SETTING)
        .where(TENANT_SETTING.TENANT_ID.eq(tx.tenant()))
        .and(TENANT_SETTING.NAME.eq(setting))
        .and(TENANT_SETTING.CHANGED_AT.isNotNull())
        .fetchOptional(
            row -> new Change(row.value1().toInstant(), Optional.ofNullable(row.value2())));
  }
}
