package jp.tsunagi.base.database;

import static jp.tsunagi.schema.Tables.TENANT;
import static jp.tsunagi.schema.Tables.TENANT_SETTING;

import java.time.ZoneOffset;

/** The row that stands for a municipality (市町村); made once, before anything else of it. */
public final class Municipality {
  private Municipality() {}

  /** Adds the municipality the transaction runs for. */
  public static void add(Tx tx, String name) {
    tx.sql()
        .insertInto(TENANT)
        .set(TENANT.TENANT_ID, tx.tenant())
        .set(TENANT.NAME, name)
        .set(TENANT.CREATED_AT, tx.now().atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** What the municipality is called. */
  public static String name(Tx tx) {
    return tx.sql()
        .selectFrom(TENANT)
        .where(TENANT.TENANT_ID.eq(tx.tenant()))
        .fetchSingle()
        .getName();
  }

  /** Decides a setting of the municipality, anew if it was decided before. */
  public static void set(Tx tx, String setting, String value) {
    tx.sql()
        .insertInto(TENANT_SETTING)
        .set(TENANT_SETTING.TENANT_ID, tx.tenant())
        .set(TENANT_SETTING.NAME, setting)
        .set(TENANT_SETTING.VALUE, value)
        .onConflict(TENANT_SETTING.TENANT_ID, TENANT_SETTING.NAME)
        .doUpdate()
        .set(TENANT_SETTING.VALUE, value)
        .execute();
  }
}
