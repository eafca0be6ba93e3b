package jp.tsunagi.view.overview;

import static jp.tsunagi.schema.Tables.ASSIGNMENT;
import static jp.tsunagi.schema.Tables.CLASS_PLACE;
import static jp.tsunagi.schema.Tables.INVOLVEMENT;
import static jp.tsunagi.schema.Tables.ORGANISATION;
import static jp.tsunagi.schema.Tables.ORGANISATION_CLASS;
import static jp.tsunagi.schema.Tables.PARTICIPATION;
import static jp.tsunagi.schema.Tables.PROGRAMME;
import static jp.tsunagi.schema.Tables.STAFF;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import java.util.List;
import java.util.UUID;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.organisation.Place;
import jp.tsunagi.view.overview.ChildFacts.Involved;
import jp.tsunagi.view.overview.ChildFacts.Participation;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Who supports and has supported a child, as far as the reader may know: an enrolment tells where
 * the child is (LOCATION), everything else who deals with it (INVOLVEMENT); each organisation knows
 * its own.
 */
final class InvolvedSql {
  private static final List<String> ENROLLED = List.of("ENROLMENT", "PREPARING");

  private InvolvedSql() {}

  static Field<List<Involved>> involvements(Tx tx, Field<ChildId> child) {
    return multiset(
            select(
                    INVOLVEMENT.ORGANISATION_ID,
                    Place.name(tx, child),
                    kind(tx, child),
                    Place.known(tx, child, ORGANISATION.PHONE),
                    INVOLVEMENT.KIND.convertFrom(InvolvementKind::valueOf),
                    INVOLVEMENT.VALID_FROM,
                    INVOLVEMENT.VALID_TO,
                    places(tx, child))
                .from(INVOLVEMENT)
                .join(ORGANISATION)
                .on(ORGANISATION.TENANT_ID.eq(tx.tenant()))
                .and(ORGANISATION.ORGANISATION_ID.eq(INVOLVEMENT.ORGANISATION_ID))
                .where(INVOLVEMENT.TENANT_ID.eq(tx.tenant()))
                .and(INVOLVEMENT.CHILD_ID.eq(child))
                .and(known(tx, child))
                .orderBy(INVOLVEMENT.VALID_FROM.desc(), INVOLVEMENT.INVOLVEMENT_ID))
        .convertFrom(rows -> rows.map(mapping(Involved::new)));
  }

  /** What kind of place; null where it stays without a name. */
  private static Field<OrganisationKind> kind(Tx tx, Field<ChildId> child) {
    return Place.known(tx, child, ORGANISATION.KIND)
        .convertFrom(kind -> kind == null ? null : OrganisationKind.valueOf(kind));
  }

  private static Condition known(Tx tx, Field<ChildId> child) {
    Field<UUID> by = INVOLVEMENT.ORGANISATION_ID.coerce(UUID.class);
    Condition where = Readable.place(tx, child, by);
    Condition who = Readable.fact(tx, Category.INVOLVEMENT, child, by, "profile/supporters");
    return INVOLVEMENT.KIND.in(ENROLLED).and(where).or(INVOLVEMENT.KIND.notIn(ENROLLED).and(who));
  }

  private static Field<List<ChildFacts.Place>> places(Tx tx, Field<ChildId> child) {
    Field<List<String>> teachers =
        multiset(
                select(STAFF.NAME)
                    .from(ASSIGNMENT)
                    .join(STAFF)
                    .on(STAFF.TENANT_ID.eq(tx.tenant()))
                    .and(STAFF.STAFF_ID.eq(ASSIGNMENT.STAFF_ID))
                    .where(ASSIGNMENT.TENANT_ID.eq(tx.tenant()))
                    .and(ASSIGNMENT.CLASS_ID.eq(CLASS_PLACE.CLASS_ID))
                    .and(ASSIGNMENT.HOLDS_FROM.le(tx.today()))
                    .orderBy(ASSIGNMENT.VALID_FROM.desc()))
            .convertFrom(rows -> rows.map(row -> row.value1()));
    return multiset(
            select(
                    ORGANISATION_CLASS.NAME,
                    ORGANISATION_CLASS.FISCAL_YEAR,
                    CLASS_PLACE.NUMBER,
                    CLASS_PLACE.VALID_FROM,
                    CLASS_PLACE.VALID_TO,
                    teachers)
                .from(CLASS_PLACE)
                .join(ORGANISATION_CLASS)
                .on(ORGANISATION_CLASS.TENANT_ID.eq(tx.tenant()))
                .and(ORGANISATION_CLASS.CLASS_ID.eq(CLASS_PLACE.CLASS_ID))
                .where(CLASS_PLACE.TENANT_ID.eq(tx.tenant()))
                .and(CLASS_PLACE.INVOLVEMENT_ID.eq(INVOLVEMENT.INVOLVEMENT_ID))
                .and(Place.unnamed(tx, child).isFalse())
                .orderBy(CLASS_PLACE.VALID_FROM.desc()))
        .convertFrom(rows -> rows.map(mapping(ChildFacts.Place::new)));
  }

  static Field<List<Participation>> participations(Tx tx, Field<ChildId> child) {
    Field<UUID> by = PROGRAMME.ORGANISATION_ID.coerce(UUID.class);
    return multiset(
            select(
                    PARTICIPATION.PROGRAMME_ID,
                    DSL.coalesce(
                        Place.known(tx, child, PROGRAMME.NAME), DSL.inline(Place.unnamed())),
                    PROGRAMME.ORGANISATION_ID,
                    Place.name(tx, child),
                    kind(tx, child),
                    Place.known(tx, child, ORGANISATION.PHONE),
                    PARTICIPATION.VALID_FROM,
                    PARTICIPATION.VALID_TO,
                    Place.known(tx, child, STAFF.NAME))
                .from(PARTICIPATION)
                .join(PROGRAMME)
                .on(PROGRAMME.TENANT_ID.eq(tx.tenant()))
                .and(PROGRAMME.PROGRAMME_ID.eq(PARTICIPATION.PROGRAMME_ID))
                .join(ORGANISATION)
                .on(ORGANISATION.TENANT_ID.eq(tx.tenant()))
                .and(ORGANISATION.ORGANISATION_ID.eq(PROGRAMME.ORGANISATION_ID))
                .leftJoin(STAFF)
                .on(STAFF.TENANT_ID.eq(tx.tenant()))
                .and(STAFF.STAFF_ID.eq(PARTICIPATION.STAFF_ID))
                .where(PARTICIPATION.TENANT_ID.eq(tx.tenant()))
                .and(PARTICIPATION.CHILD_ID.eq(child))
                .and(Readable.fact(tx, Category.INVOLVEMENT, child, by, "profile/supporters"))
                .orderBy(PARTICIPATION.VALID_FROM.desc(), PARTICIPATION.PROGRAMME_ID))
        .convertFrom(rows -> rows.map(mapping(Participation::new)));
  }
}
