package jp.tsunagi.view.overview;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.CONSENT;
import static jp.tsunagi.schema.Tables.CONSENT_PARTY;
import static jp.tsunagi.schema.Tables.HANDOVER;
import static jp.tsunagi.schema.Tables.INVOLVEMENT;
import static jp.tsunagi.schema.Tables.ORGANISATION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.organisation.Place;
import org.jooq.Condition;
import org.jooq.Field;

/** Where a child is and where it goes on in April, as far as the reader may know. */
final class NextPlaceSql {
  private static final List<String> SCHOOLS =
      Arrays.stream(OrganisationKind.values())
          .filter(OrganisationKind::isSchool)
          .map(Enum::name)
          .toList();

  private NextPlaceSql() {}

  /** The 園 or school of today. */
  static Field<String> present(Tx tx) {
    return place(
        tx,
        INVOLVEMENT
            .KIND
            .eq("ENROLMENT")
            .and(INVOLVEMENT.VALID_FROM.le(tx.today()))
            .and(INVOLVEMENT.VALID_TO.isNull().or(INVOLVEMENT.VALID_TO.gt(tx.today()))));
  }

  /**
   * The school that is getting ready; else the one the hub handed the child over to, or a guardian
   * agreed the hub may.
   */
  static Field<String> coming(Tx tx, Seat seat) {
    Condition ahead =
        INVOLVEMENT
            .KIND
            .in("PREPARING", "ENROLMENT")
            .and(INVOLVEMENT.KIND.eq("PREPARING").or(INVOLVEMENT.VALID_FROM.gt(tx.today())))
            .and(INVOLVEMENT.VALID_TO.isNull().or(INVOLVEMENT.VALID_TO.gt(tx.today())))
            .and(ORGANISATION.KIND.in(SCHOOLS));
    return coalesce(place(tx, ahead), handedTo(tx, seat), agreedFor(tx, seat));
  }

  private static Field<String> place(Tx tx, Condition which) {
    return field(
        select(Place.name(tx, CHILD.CHILD_ID))
            .from(INVOLVEMENT)
            .join(ORGANISATION)
            .on(ORGANISATION.TENANT_ID.eq(tx.tenant()))
            .and(ORGANISATION.ORGANISATION_ID.eq(INVOLVEMENT.ORGANISATION_ID))
            .where(INVOLVEMENT.TENANT_ID.eq(tx.tenant()))
            .and(INVOLVEMENT.CHILD_ID.eq(CHILD.CHILD_ID))
            .and(which)
            .and(
                Readable.place(
                    tx, CHILD.CHILD_ID, INVOLVEMENT.ORGANISATION_ID.coerce(java.util.UUID.class)))
            .orderBy(INVOLVEMENT.VALID_FROM.desc(), INVOLVEMENT.INVOLVEMENT_ID)
            .limit(1));
  }

  private static Field<String> handedTo(Tx tx, Seat seat) {
    return field(
        select(Place.name(tx, CHILD.CHILD_ID))
            .from(HANDOVER)
            .join(CONSENT)
            .on(CONSENT.TENANT_ID.eq(tx.tenant()))
            .and(CONSENT.CONSENT_ID.eq(HANDOVER.CONSENT_ID))
            .and(WorkListFacts.given(tx, seat))
            .join(ORGANISATION)
            .on(ORGANISATION.TENANT_ID.eq(tx.tenant()))
            .and(ORGANISATION.ORGANISATION_ID.eq(HANDOVER.RECEIVER_ID))
            .where(HANDOVER.TENANT_ID.eq(tx.tenant()))
            .and(HANDOVER.CHILD_ID.eq(CHILD.CHILD_ID))
            .and(HANDOVER.ENTRY_ON.ge(entry(tx)))
            .and(ORGANISATION.KIND.in(SCHOOLS))
            .orderBy(HANDOVER.OFFERED_AT.desc(), HANDOVER.HANDOVER_ID)
            .limit(1));
  }

  private static Field<String> agreedFor(Tx tx, Seat seat) {
    return field(
        select(Place.name(tx, CHILD.CHILD_ID))
            .from(CONSENT)
            .join(CONSENT_PARTY)
            .on(CONSENT_PARTY.TENANT_ID.eq(tx.tenant()))
            .and(CONSENT_PARTY.CONSENT_ID.eq(CONSENT.CONSENT_ID))
            .and(CONSENT_PARTY.SIDE.eq("RECEIVING"))
            .join(ORGANISATION)
            .on(ORGANISATION.TENANT_ID.eq(tx.tenant()))
            .and(ORGANISATION.ORGANISATION_ID.eq(CONSENT_PARTY.ORGANISATION_ID))
            .where(CONSENT.TENANT_ID.eq(tx.tenant()))
            .and(CONSENT.CHILD_ID.eq(CHILD.CHILD_ID))
            .and(CONSENT.KIND.eq("HANDOVER"))
            .and(CONSENT.GIVEN_ON.ge(FiscalYear.of(tx.today()).start()))
            .and(WorkListFacts.given(tx, seat))
            .and(ORGANISATION.KIND.in(SCHOOLS))
            .orderBy(CONSENT.GIVEN_ON.desc(), CONSENT.CONSENT_ID, ORGANISATION.NAME)
            .limit(1));
  }

  /** From when on an entry is the one of the coming April. */
  static LocalDate entry(Tx tx) {
    return FiscalYear.of(tx.today()).end().minusMonths(2);
  }
}
