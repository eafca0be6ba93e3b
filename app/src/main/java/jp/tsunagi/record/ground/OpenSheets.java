package jp.tsunagi.record.ground;

import static jp.tsunagi.schema.Tables.ACCESS_GRANT;
import static jp.tsunagi.schema.Tables.CONSENT;
import static jp.tsunagi.schema.Tables.CONSENT_SCOPE;
import static jp.tsunagi.schema.Tables.CONSENT_WITHDRAWAL;
import static jp.tsunagi.schema.Tables.ITEM;
import static jp.tsunagi.schema.Tables.LEGAL_GROUND;
import static jp.tsunagi.schema.Tables.LEGAL_GROUND_SCOPE;
import static jp.tsunagi.schema.Tables.SHOWING;
import static jp.tsunagi.schema.Tables.SHOWING_SCOPE;
import static org.jooq.impl.DSL.all;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import java.util.function.Supplier;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import org.jooq.Condition;

/** By which grounds somebody else reads a sheet: it neither moves nor goes while that holds. */
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
    return alone(tx, () -> opened(tx, child, sheet, ACCESS_GRANT.GROUND_KIND.eq("HANDOVER")));
  }

  /**
   * Whether a ground in law, or what a person of age shows to the family, names the sheet or opens
   * any of it, today or later. Which of them is not told: the caller may know of neither.
   */
  public static boolean shown(Tx tx, ChildId child, SheetId sheet) {
    Condition lawful = ACCESS_GRANT.GROUND_KIND.eq("LAW");
    Condition personal = ACCESS_GRANT.GROUND_KIND.eq("PERSON").and(ITEM.FOR_GUARDIAN.isTrue());
    return alone(
        tx,
        () ->
            lawNames(tx, sheet)
                || showingNames(tx, sheet)
                || opened(tx, child, sheet, lawful.or(personal)));
  }

  private static boolean lawNames(Tx tx, SheetId sheet) {
    return tx.sql()
        .fetchExists(
            selectOne()
                .from(LEGAL_GROUND_SCOPE)
                .join(LEGAL_GROUND)
                .on(LEGAL_GROUND.TENANT_ID.eq(tx.tenant()))
                .and(LEGAL_GROUND.GROUND_ID.eq(LEGAL_GROUND_SCOPE.GROUND_ID))
                .where(LEGAL_GROUND_SCOPE.TENANT_ID.eq(tx.tenant()))
                .and(LEGAL_GROUND_SCOPE.SHEET_ID.eq(sheet))
                .and(LEGAL_GROUND.APPROVED.isTrue())
                .and(LEGAL_GROUND.ENDED_AT.isNull())
                .and(LEGAL_GROUND.LAST_DAY.ge(tx.today())));
  }

  private static boolean showingNames(Tx tx, SheetId sheet) {
    return tx.sql()
        .fetchExists(
            selectOne()
                .from(SHOWING_SCOPE)
                .join(SHOWING)
                .on(SHOWING.TENANT_ID.eq(tx.tenant()))
                .and(SHOWING.SHOWING_ID.eq(SHOWING_SCOPE.SHOWING_ID))
                .where(SHOWING_SCOPE.TENANT_ID.eq(tx.tenant()))
                .and(SHOWING_SCOPE.SHEET_ID.eq(sheet))
                .and(SHOWING.ENDED_AT.isNull())
                .and(SHOWING.VALID_TO.gt(tx.today())));
  }

  /** Whether a grant of that ground opens any part of it. */
  private static boolean opened(Tx tx, ChildId child, SheetId sheet, Condition ground) {
    return tx.sql()
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
                .and(ground)
                .and(ACCESS_GRANT.AUTHOR_ID.isNull().or(ACCESS_GRANT.AUTHOR_ID.eq(ITEM.AUTHOR_ID)))
                .and(ACCESS_GRANT.SECTION.isNull().or(ACCESS_GRANT.SECTION.eq(ITEM.SECTION)))
                .and(ACCESS_GRANT.SHEET_ID.isNull().or(ACCESS_GRANT.SHEET_ID.eq(ITEM.SHEET_ID)))
                .and(ITEM.SECTION.isNull().or(ITEM.SECTION.ne(all(ACCESS_GRANT.EXCLUDED))))
                .and(ACCESS_GRANT.VALID_TO.gt(tx.today())));
  }
}
