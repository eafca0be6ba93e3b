package jp.tsunagi.people.involvement;

import static jp.tsunagi.schema.Tables.INVOLVEMENT;
import static jp.tsunagi.schema.Tables.ORGANISATION;

import java.util.List;
import java.util.UUID;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.organisation.Place;
import org.jooq.Field;

/**
 * The places around a child that the reader may know of (docs/access.md: facts around the child).
 */
public final class KnownPlaces {
  private KnownPlaces() {}

  /** Those that deal with the child today, as far as the reader knows them by name. */
  public static List<OrganisationId> of(Tx tx, ChildId child) {
    Field<UUID> by = INVOLVEMENT.ORGANISATION_ID.coerce(UUID.class);
    return tx.sql()
        .selectDistinct(INVOLVEMENT.ORGANISATION_ID)
        .from(INVOLVEMENT)
        .join(ORGANISATION)
        .on(ORGANISATION.TENANT_ID.eq(tx.tenant()))
        .and(ORGANISATION.ORGANISATION_ID.eq(INVOLVEMENT.ORGANISATION_ID))
        .where(INVOLVEMENT.TENANT_ID.eq(tx.tenant()))
        .and(INVOLVEMENT.CHILD_ID.eq(child))
        .and(INVOLVEMENT.VALID_FROM.le(tx.today()))
        .and(INVOLVEMENT.VALID_TO.isNull().or(INVOLVEMENT.VALID_TO.gt(tx.today())))
        .and(
            Readable.place(tx, INVOLVEMENT.CHILD_ID, by)
                .or(
                    Readable.fact(
                        tx, Category.INVOLVEMENT, INVOLVEMENT.CHILD_ID, by, "profile/supporters")))
        .and(Place.unnamed(tx, INVOLVEMENT.CHILD_ID).isFalse())
        .fetch(INVOLVEMENT.ORGANISATION_ID);
  }
}
