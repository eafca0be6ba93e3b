package jp.tsunagi.view.overview;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.HANDOVER;
import static jp.tsunagi.schema.Tables.HANDOVER_RECEIPT;
import static jp.tsunagi.schema.Tables.ORGANISATION;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import java.util.List;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.organisation.Place;
import jp.tsunagi.schema.tables.Organisation;
import jp.tsunagi.view.overview.ChildFacts.Passed;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * 引継ぎ of a child: each organisation knows those it sent and those that came to it; of what nobody
 * has received yet only the posts that receive know.
 */
final class PassedSql {
  private static final Organisation SENDER = ORGANISATION.as("sender");

  private PassedSql() {}

  private static List<OrganisationId> receiving(Tx tx) {
    return Actor.of(tx) instanceof Actor.Staff staff
        ? staff.receiving().stream().map(Seat::organisation).toList()
        : List.of();
  }

  static Field<List<Passed>> of(Tx tx) {
    Condition sent = HANDOVER.SENDER_ID.in(tx.scope().organisations());
    Condition came =
        HANDOVER.RECEIVER_ID.in(tx.scope().organisations()).and(HANDOVER_RECEIPT.AT.isNotNull());
    Condition waits = HANDOVER.RECEIVER_ID.in(receiving(tx)).and(WorkListFacts.handoverHolds(tx));
    return multiset(
            select(
                    HANDOVER.HANDOVER_ID,
                    Place.name(tx, CHILD.CHILD_ID, SENDER),
                    Place.name(tx, CHILD.CHILD_ID),
                    HANDOVER.SENDER_ID,
                    HANDOVER.OFFERED_AT.convertFrom(Wording::day),
                    HANDOVER_RECEIPT.AT.convertFrom(at -> at == null ? null : Wording.day(at)))
                .from(HANDOVER)
                .join(ORGANISATION)
                .on(ORGANISATION.TENANT_ID.eq(tx.tenant()))
                .and(ORGANISATION.ORGANISATION_ID.eq(HANDOVER.RECEIVER_ID))
                .leftJoin(SENDER)
                .on(SENDER.TENANT_ID.eq(tx.tenant()))
                .and(SENDER.ORGANISATION_ID.eq(HANDOVER.SENDER_ID))
                .leftJoin(HANDOVER_RECEIPT)
                .on(HANDOVER_RECEIPT.TENANT_ID.eq(tx.tenant()))
                .and(HANDOVER_RECEIPT.HANDOVER_ID.eq(HANDOVER.HANDOVER_ID))
                .where(HANDOVER.TENANT_ID.eq(tx.tenant()))
                .and(HANDOVER.CHILD_ID.eq(CHILD.CHILD_ID))
                .and(sent.or(came).or(waits))
                .orderBy(HANDOVER.OFFERED_AT.desc(), HANDOVER.HANDOVER_ID))
        .convertFrom(rows -> rows.map(mapping(Passed::new)));
  }
}
