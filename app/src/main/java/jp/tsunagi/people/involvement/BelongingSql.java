package jp.tsunagi.people.involvement;

import static jp.tsunagi.schema.Tables.CLASS_PLACE;
import static jp.tsunagi.schema.Tables.INVOLVEMENT;
import static jp.tsunagi.schema.Tables.ORGANISATION;
import static jp.tsunagi.schema.Tables.ORGANISATION_CLASS;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.child.Belongings;
import jp.tsunagi.people.organisation.Place;
import org.springframework.stereotype.Component;

/** Reads where children are enrolled today. */
@Component
final class BelongingSql implements Belongings {
  @Override
  public List<Belonging> today(Tx tx, Collection<ChildId> children) {
    return tx.sql()
        .select(
            INVOLVEMENT.CHILD_ID,
            INVOLVEMENT.ORGANISATION_ID,
            Place.name(tx, INVOLVEMENT.CHILD_ID),
            Place.known(tx, INVOLVEMENT.CHILD_ID, ORGANISATION_CLASS.NAME))
        .from(INVOLVEMENT)
        .join(ORGANISATION)
        .on(ORGANISATION.TENANT_ID.eq(tx.tenant()))
        .and(ORGANISATION.ORGANISATION_ID.eq(INVOLVEMENT.ORGANISATION_ID))
        .leftJoin(CLASS_PLACE)
        .on(CLASS_PLACE.TENANT_ID.eq(tx.tenant()))
        .and(CLASS_PLACE.INVOLVEMENT_ID.eq(INVOLVEMENT.INVOLVEMENT_ID))
        .and(CLASS_PLACE.VALID_FROM.le(tx.today()))
        .and(CLASS_PLACE.VALID_TO.isNull().or(CLASS_PLACE.VALID_TO.gt(tx.today())))
        .leftJoin(ORGANISATION_CLASS)
        .on(ORGANISATION_CLASS.TENANT_ID.eq(tx.tenant()))
        .and(ORGANISATION_CLASS.CLASS_ID.eq(CLASS_PLACE.CLASS_ID))
        .where(INVOLVEMENT.TENANT_ID.eq(tx.tenant()))
        .and(INVOLVEMENT.CHILD_ID.in(children))
        .and(INVOLVEMENT.KIND.eq(InvolvementKind.ENROLMENT.name()))
        .and(INVOLVEMENT.VALID_FROM.le(tx.today()))
        .and(INVOLVEMENT.VALID_TO.isNull().or(INVOLVEMENT.VALID_TO.gt(tx.today())))
        .and(Readable.child(tx, INVOLVEMENT.CHILD_ID))
        .orderBy(INVOLVEMENT.VALID_FROM, INVOLVEMENT.INVOLVEMENT_ID)
        .fetch(row ->
            new Belonging(
                row.value1(), row.value2(), row.value3(), Optional.ofNullable(row.value4())));
  }
}
