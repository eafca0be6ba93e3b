package jp.tsunagi.work.retention;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.ITEM;
import static jp.tsunagi.schema.Tables.SHOWING;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.ground.WordDisposing;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** 家族に見せる: with its lines and scans. Of the hub that keeps the paper, or the families'. */
@Component
final class ShowingRecords extends KeptKind {
  private final WordDisposing disposing;

  ShowingRecords(WordDisposing disposing) {
    super(RetentionKind.SHOWING, "showing");
    this.disposing = disposing;
  }

  @Override
  public List<Past> past(Tx tx, Wanted wanted) {
    Field<OrganisationId> place = HoldingSql.keeper();
    return tx.sql()
        .select(
            SHOWING.SHOWING_ID,
            SHOWING.CHILD_ID,
            CHILD.BIRTH_DATE,
            place,
            SHOWING.VALID_FROM,
            SHOWING.VALID_TO,
            SHOWING.ENDED_AT)
        .from(SHOWING)
        .join(CHILD)
        .on(child(tx, SHOWING.CHILD_ID))
        .leftJoin(ITEM)
        .on(HoldingSql.evidence(tx, SHOWING.CHILD_ID, ITEM.ITEM_ID.eq(SHOWING.ITEM_ID)))
        .where(SHOWING.TENANT_ID.eq(tx.tenant()))
        .and(wanted(tx, wanted, SHOWING.SHOWING_ID, place))
        .and(wanted.atRest() ? HoldingSql.nothingRestsOnShowing(tx) : DSL.noCondition())
        .fetch(row -> {
          OffsetDateTime ended = row.value7();
          LocalDate to = row.value6();
          LocalDate last = ended != null && Days.of(ended).isBefore(to) ? Days.of(ended) : to;
          return of(
              row.value1(),
              row.value2(),
              row.value3(),
              row.value4(),
              Days.year(row.value5()),
              Days.past(last, tx.today()),
              false);
        });
  }

  @Override
  public boolean hold(Tx tx, UUID id) {
    return WordDisposing.holdShowing(tx, id);
  }

  @Override
  public void dispose(Tx tx, Kept kept) {
    disposing.disposeShowing(tx, kept.child(), kept.id());
  }
}
