package jp.tsunagi.record.ground;

import static jp.tsunagi.schema.Tables.ACCESS_GRANT;
import static jp.tsunagi.schema.Tables.CONSENT;
import static jp.tsunagi.schema.Tables.CONSENT_SCOPE;
import static jp.tsunagi.schema.Tables.CONSENT_WITHDRAWAL;
import static jp.tsunagi.schema.Tables.ITEM;
import static org.jooq.impl.DSL.all;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import java.util.function.Supplier;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;

/** By which consents somebody else reads a sheet: it neither moves nor goes while that holds. */
public final class OpenSheets {
  private OpenSheets() {}

  private static boolean alone(Tx tx, Supplier<Boolean> work) {
    return tx.as(new Actor.Job(tx.tenant(), "open-sheets"), work);
  }

  /** Whether a consent names the sheet itself, and is neither withdrawn nor over. */
  public static boolean named(Tx tx, SheetId sheet) {
    return alone(
        tx,
        () ->
            tx.sql()
                .fetchExists(
                    selectOne()
                        .from(CONSENT_SCOPE)
                        .join(CONSENT)
                        .on(CONSENT.TENANT_ID.eq(tx.tenant()))
                        .and(CONSENT.CONSENT_ID.eq(CONSENT_SCOPE.CONSENT_ID))
                        .where(CONSENT_SCOPE.TENANT_ID.eq(tx.tenant()))
                        .and(CONSENT_SCOPE.SHEET_ID.eq(sheet))
                        .and(CONSENT.VALID_TO.isNull().or(CONSENT.VALID_TO.gt(tx.today())))
                        .and(
                            notExists(
                                selectOne()
                                    .from(CONSENT_WITHDRAWAL)
                                    .where(CONSENT_WITHDRAWAL.TENANT_ID.eq(tx.tenant()))
                                    .and(CONSENT_WITHDRAWAL.CONSENT_ID.eq(CONSENT.CONSENT_ID))))));
  }

  /** Whether a consent to hand over opens any of it, today or later. */
  public static boolean handedOver(Tx tx, ChildId child, SheetId sheet) {
    return alone(
        tx,
        () ->
            tx.sql()
                .fetchExists(
                    selectOne()
                        .from(ITEM)
                        .join(ACCESS_GRANT)
                        .on(ACCESS_GRANT.TENANT_ID.eq(tx.tenant()))
                        .and(ACCESS_GRANT.CHILD_ID.eq(ITEM.CHILD_ID))
                        .and(ACCESS_GRANT.CATEGORY.eq(ITEM.CATEGORY))
                        .where(ITEM.TENANT_ID.eq(tx.tenant()))
                        .and(ITEM.CHILD_ID.eq(child))
                        .and(ITEM.SHEET_ID.eq(sheet))
                        .and(ITEM.STATE.eq("FINAL"))
                        .and(ACCESS_GRANT.GROUND_KIND.eq("HANDOVER"))
                        .and(
                            ACCESS_GRANT
                                .AUTHOR_ID
                                .isNull()
                                .or(ACCESS_GRANT.AUTHOR_ID.eq(ITEM.AUTHOR_ID)))
                        .and(
                            ACCESS_GRANT.SECTION.isNull().or(ACCESS_GRANT.SECTION.eq(ITEM.SECTION)))
                        .and(ITEM.SECTION.isNull().or(ITEM.SECTION.ne(all(ACCESS_GRANT.EXCLUDED))))
                        .and(ACCESS_GRANT.VALID_TO.gt(tx.today()))));
  }
}
