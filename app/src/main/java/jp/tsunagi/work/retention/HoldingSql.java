package jp.tsunagi.work.retention;

import static jp.tsunagi.schema.Tables.COMPARTMENT;
import static jp.tsunagi.schema.Tables.CONSENT;
import static jp.tsunagi.schema.Tables.CONSENT_PARTY;
import static jp.tsunagi.schema.Tables.CONSENT_SCOPE;
import static jp.tsunagi.schema.Tables.CONSENT_WITHDRAWAL;
import static jp.tsunagi.schema.Tables.HANDOVER;
import static jp.tsunagi.schema.Tables.ISSUE;
import static jp.tsunagi.schema.Tables.ITEM;
import static jp.tsunagi.schema.Tables.LEGAL_GROUND;
import static jp.tsunagi.schema.Tables.LEGAL_GROUND_SCOPE;
import static jp.tsunagi.schema.Tables.PLAN_REQUEST;
import static jp.tsunagi.schema.Tables.SHEET;
import static jp.tsunagi.schema.Tables.SHOWING;
import static jp.tsunagi.schema.Tables.SHOWING_SCOPE;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import java.time.LocalDate;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.schema.tables.Item;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * What rests on what: a ground (a consent, a ground in law) is the evidence that others were
 * allowed to read, so it stays as long as anything is there that went or was opened by it.
 */
final class HoldingSql {
  private HoldingSql() {}

  /** The organisation that keeps the signed paper, of a statement that joins {@code ITEM} to it. */
  static Field<OrganisationId> keeper() {
    return DSL.when(
        ITEM.AUTHOR_KIND.eq("ORGANISATION"), ITEM.AUTHOR_ID.coerce(CONSENT_PARTY.ORGANISATION_ID));
  }

  /** The evidence in that column is joined. */
  static Condition evidence(Tx tx, Field<ChildId> child, Condition item) {
    return ITEM.TENANT_ID.eq(tx.tenant()).and(ITEM.CHILD_ID.eq(child)).and(item);
  }

  /** No request bears this id. */
  static Condition notAsked(Tx tx, Field<ConsentId> consent) {
    return notExists(
        selectOne()
            .from(PLAN_REQUEST)
            .where(PLAN_REQUEST.TENANT_ID.eq(tx.tenant()))
            .and(PLAN_REQUEST.CONSENT_ID.eq(consent)));
  }

  /** Nothing is there that rests on the consent of the statement. */
  static Condition nothingRestsOnConsent(Tx tx) {
    Condition handover =
        exists(
            selectOne()
                .from(HANDOVER)
                .where(HANDOVER.TENANT_ID.eq(tx.tenant()))
                .and(HANDOVER.CONSENT_ID.eq(CONSENT.CONSENT_ID)));
    Condition paper =
        exists(
            selectOne()
                .from(ISSUE)
                .where(ISSUE.TENANT_ID.eq(tx.tenant()))
                .and(ISSUE.CHILD_ID.eq(CONSENT.CHILD_ID))
                .and(ISSUE.CONSENT_ID.eq(CONSENT.CONSENT_ID))
                .and(ISSUE.CONTENT.ne(new byte[0])));
    Condition family =
        CONSENT
            .KIND
            .eq("USE")
            .and(
                exists(
                    selectOne()
                        .from(SHEET)
                        .where(SHEET.TENANT_ID.eq(tx.tenant()))
                        .and(SHEET.CHILD_ID.eq(CONSENT.CHILD_ID))
                        .and(SHEET.ORGANISATION_ID.isNull())));
    return handover.or(paper).or(family).or(opened(tx)).not().and(notAsked(tx, CONSENT.CONSENT_ID));
  }

  /** A part of a sheet is there that the consent opened while it held. */
  private static Condition opened(Tx tx) {
    Item part = ITEM.as("part");
    Condition given =
        CONSENT
            .FROM_ALL
            .isTrue()
            .or(part.AUTHOR_ID.eq(CONSENT.GIVER_ID))
            .or(
                exists(
                    selectOne()
                        .from(CONSENT_PARTY)
                        .where(CONSENT_PARTY.TENANT_ID.eq(tx.tenant()))
                        .and(CONSENT_PARTY.CONSENT_ID.eq(CONSENT.CONSENT_ID))
                        .and(CONSENT_PARTY.SIDE.eq("GIVING"))
                        .and(
                            CONSENT_PARTY
                                .ORGANISATION_ID
                                .coerce(part.AUTHOR_ID)
                                .eq(part.AUTHOR_ID))));
    Condition taken =
        exists(
            selectOne()
                .from(CONSENT_WITHDRAWAL)
                .where(CONSENT_WITHDRAWAL.TENANT_ID.eq(tx.tenant()))
                .and(CONSENT_WITHDRAWAL.CONSENT_ID.eq(CONSENT.CONSENT_ID))
                .and(CONSENT_WITHDRAWAL.AT.le(part.CREATED_AT)));
    return exists(
        selectOne()
            .from(CONSENT_SCOPE)
            .join(part)
            .on(part.TENANT_ID.eq(tx.tenant()))
            .and(part.CATEGORY.eq(CONSENT_SCOPE.CATEGORY))
            .where(CONSENT_SCOPE.TENANT_ID.eq(tx.tenant()))
            .and(CONSENT_SCOPE.CONSENT_ID.eq(CONSENT.CONSENT_ID))
            .and(CONSENT_SCOPE.SECTION.eq("").or(CONSENT_SCOPE.SECTION.eq(part.SECTION)))
            .and(CONSENT_SCOPE.SHEET_ID.isNull().or(CONSENT_SCOPE.SHEET_ID.eq(part.SHEET_ID)))
            .and(part.CHILD_ID.eq(CONSENT.CHILD_ID))
            .and(readByOthers(part))
            .and(CONSENT.VALID_TO.isNull().or(thereBefore(part, CONSENT.VALID_TO)))
            .and(given)
            .and(taken.not()));
  }

  /** Parts of sheets as they are opened to others; what is corrected was, before. */
  private static Condition readByOthers(Item part) {
    return part.SHEET_ID.isNotNull().and(part.STATE.in("FINAL", "SUPERSEDED", "CORRECTED"));
  }

  /**
   * The part was there to be read before that day: it bears an earlier one, or was written before,
   * as a plan for the coming year is.
   */
  private static Condition thereBefore(Item part, Field<LocalDate> day) {
    return part.ON_DATE.lt(day).or(writtenBefore(part, day));
  }

  private static Condition writtenBefore(Item part, Field<LocalDate> day) {
    return part.CREATED_AT.cast(SQLDataType.LOCALDATE).lt(day);
  }

  /** Nothing is there that the ground in law of the statement opened. */
  static Condition nothingRestsOnLaw(Tx tx) {
    return notExists(
        selectOne()
            .from(LEGAL_GROUND_SCOPE)
            .join(ITEM)
            .on(ITEM.TENANT_ID.eq(tx.tenant()))
            .and(ITEM.CATEGORY.eq(LEGAL_GROUND_SCOPE.CATEGORY))
            .where(LEGAL_GROUND_SCOPE.TENANT_ID.eq(tx.tenant()))
            .and(LEGAL_GROUND_SCOPE.GROUND_ID.eq(LEGAL_GROUND.GROUND_ID))
            .and(LEGAL_GROUND.APPROVED.isTrue())
            .and(LEGAL_GROUND_SCOPE.SECTION.eq("").or(LEGAL_GROUND_SCOPE.SECTION.eq(ITEM.SECTION)))
            .and(
                LEGAL_GROUND_SCOPE
                    .SHEET_ID
                    .isNull()
                    .or(LEGAL_GROUND_SCOPE.SHEET_ID.eq(ITEM.SHEET_ID)))
            .and(ITEM.CHILD_ID.eq(LEGAL_GROUND.CHILD_ID))
            .and(readByOthers(ITEM))
            .and(
                ITEM.ON_DATE
                    .le(LEGAL_GROUND.LAST_DAY)
                    .or(writtenBefore(ITEM, LEGAL_GROUND.LAST_DAY.plus(1))))
            .and(
                LEGAL_GROUND
                    .FROM_ID
                    .isNull()
                    .or(LEGAL_GROUND.FROM_ID.coerce(ITEM.AUTHOR_ID).eq(ITEM.AUTHOR_ID))));
  }

  /**
   * Nothing is there that the showing of the statement showed; it says nothing of its own entry.
   */
  static Condition nothingRestsOnShowing(Tx tx) {
    Item part = ITEM.as("part");
    return notExists(
        selectOne()
            .from(part)
            .where(part.TENANT_ID.eq(tx.tenant()))
            .and(part.CHILD_ID.eq(SHOWING.CHILD_ID))
            .and(part.SHEET_ID.isNotNull())
            .and(part.FOR_GUARDIAN.isTrue())
            .and(part.STATE.in("FINAL", "SUPERSEDED", "CORRECTED"))
            .and(thereBefore(part, SHOWING.VALID_TO))
            .and(
                SHOWING
                    .WHOLE
                    .isTrue()
                    .or(
                        exists(
                            selectOne()
                                .from(SHOWING_SCOPE)
                                .where(SHOWING_SCOPE.TENANT_ID.eq(tx.tenant()))
                                .and(SHOWING_SCOPE.SHOWING_ID.eq(SHOWING.SHOWING_ID))
                                .and(SHOWING_SCOPE.CATEGORY.eq(part.CATEGORY))
                                .and(
                                    SHOWING_SCOPE
                                        .SECTION
                                        .isNull()
                                        .or(SHOWING_SCOPE.SECTION.eq(part.SECTION)))
                                .and(
                                    SHOWING_SCOPE
                                        .SHEET_ID
                                        .isNull()
                                        .or(SHOWING_SCOPE.SHEET_ID.eq(part.SHEET_ID)))))));
  }

  /** The child has no sheet any more, of whomever. */
  static Condition noSheet(Tx tx, Field<ChildId> child) {
    return notExists(
        selectOne()
            .from(SHEET)
            .where(SHEET.TENANT_ID.eq(tx.tenant()))
            .and(SHEET.CHILD_ID.eq(child)));
  }

  /** Nor a consent of the child. */
  static Condition noConsent(Tx tx, Field<ChildId> child) {
    return notExists(
        selectOne()
            .from(CONSENT)
            .where(CONSENT.TENANT_ID.eq(tx.tenant()))
            .and(CONSENT.CHILD_ID.eq(child)));
  }

  /** No address of the child is hidden. */
  static Condition notConcealed(Tx tx, Field<ChildId> child) {
    return notExists(
        selectOne()
            .from(COMPARTMENT)
            .where(COMPARTMENT.TENANT_ID.eq(tx.tenant()))
            .and(COMPARTMENT.CHILD_ID.eq(child))
            .and(COMPARTMENT.KIND.eq("HIDDEN_ADDRESS"))
            .and(COMPARTMENT.CLOSED_AT.isNull()));
  }
}
