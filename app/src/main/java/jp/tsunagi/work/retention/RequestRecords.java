package jp.tsunagi.work.retention;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.PLAN_REQUEST;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.work.request.PlanRequests;
import org.springframework.stereotype.Component;

/**
 * 計画の求め: with its steps. Of the place that asked; which is not to learn by the day what became of
 * it, so every one counts from the last day on which it could have come to anything. Beside a
 * hidden address there is none to be told of.
 */
@Component
final class RequestRecords extends KeptKind {
  RequestRecords() {
    super(RetentionKind.REQUEST, "request");
  }

  @Override
  public List<Past> past(Tx tx, Wanted wanted) {
    return tx.sql()
        .select(
            PLAN_REQUEST.CONSENT_ID,
            PLAN_REQUEST.CHILD_ID,
            CHILD.BIRTH_DATE,
            PLAN_REQUEST.RECEIVER_ID,
            PLAN_REQUEST.ASKED_AT,
            PLAN_REQUEST.NEEDED_BY,
            PLAN_REQUEST.READABLE_UNTIL)
        .from(PLAN_REQUEST)
        .join(CHILD)
        .on(child(tx, PLAN_REQUEST.CHILD_ID))
        .where(PLAN_REQUEST.TENANT_ID.eq(tx.tenant()))
        .and(
            wanted(
                tx, wanted, PLAN_REQUEST.CONSENT_ID.coerce(UUID.class), PLAN_REQUEST.RECEIVER_ID))
        .and(HoldingSql.notConcealed(tx, PLAN_REQUEST.CHILD_ID))
        .fetch(row -> {
          LocalDate last = row.value6().isAfter(row.value7()) ? row.value6() : row.value7();
          return of(
              row.value1().value(),
              row.value2(),
              row.value3(),
              row.value4(),
              Days.year(row.value5()),
              Days.after(last, tx.today()),
              false);
        });
  }

  @Override
  public boolean hold(Tx tx, UUID id) {
    return PlanRequests.hold(tx, new ConsentId(id));
  }

  @Override
  public void dispose(Tx tx, Kept kept) {
    PlanRequests.dispose(tx, new ConsentId(kept.id()));
  }
}
