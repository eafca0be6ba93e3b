package jp.tsunagi.people.involvement;

import static jp.tsunagi.base.ui.Text.t;
import static jp.tsunagi.schema.Tables.CLASS_PLACE;
import static jp.tsunagi.schema.Tables.INVOLVEMENT;

import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.database.ClassId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.organisation.Running;
import org.jooq.Record;
import org.jooq.Select;
import org.springframework.stereotype.Component;

/**
 * Children with whom a place deals longer than it works. The administrator, who sees no child,
 * learns how many.
 */
@Component
final class RunningInvolvements implements Running {
  @Override
  public Optional<Left> after(Tx tx, OrganisationId organisation, LocalDate last) {
    return left(
        count(
            tx,
            () ->
                tx.sql()
                    .selectDistinct(INVOLVEMENT.CHILD_ID)
                    .from(INVOLVEMENT)
                    .where(INVOLVEMENT.TENANT_ID.eq(tx.tenant()))
                    .and(INVOLVEMENT.ORGANISATION_ID.eq(organisation))
                    .and(
                        INVOLVEMENT.VALID_TO.isNull().or(INVOLVEMENT.VALID_TO.gt(last.plusDays(1))))
                    .and(Readable.child(tx, INVOLVEMENT.CHILD_ID))),
        "involvement.running.left");
  }

  @Override
  public Optional<Left> after(Tx tx, ClassId schoolClass, LocalDate last) {
    return left(
        count(
            tx,
            () ->
                tx.sql()
                    .selectDistinct(INVOLVEMENT.CHILD_ID)
                    .from(CLASS_PLACE)
                    .join(INVOLVEMENT)
                    .on(INVOLVEMENT.TENANT_ID.eq(tx.tenant()))
                    .and(INVOLVEMENT.INVOLVEMENT_ID.eq(CLASS_PLACE.INVOLVEMENT_ID))
                    .where(CLASS_PLACE.TENANT_ID.eq(tx.tenant()))
                    .and(CLASS_PLACE.CLASS_ID.eq(schoolClass))
                    .and(
                        CLASS_PLACE.VALID_TO.isNull().or(CLASS_PLACE.VALID_TO.gt(last.plusDays(1))))
                    .and(Readable.child(tx, INVOLVEMENT.CHILD_ID))),
        "involvement.running.placed");
  }

  private static int count(Tx tx, java.util.function.Supplier<Select<? extends Record>> which) {
    return tx.as(new Actor.Job(tx.tenant(), "closing"), () -> tx.sql().fetchCount(which.get()));
  }

  private static Optional<Left> left(int children, String key) {
    return children == 0 ? Optional.empty() : Optional.of(new Left(t(key, children), null));
  }
}
