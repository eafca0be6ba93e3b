package jp.tsunagi.work.retention;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.ITEM;
import static jp.tsunagi.schema.Tables.OBJECTION;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.ground.WordDisposing;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * 共有しない希望: with its lines and scans. Of the hub that keeps the paper, or the families'. One that
 * was never lifted holds as long as a sheet is there that it could be about, or a consent that it
 * limits: should the child come back, the family's word stands.
 */
@Component
final class ObjectionRecords extends KeptKind {
  private final WordDisposing disposing;

  ObjectionRecords(WordDisposing disposing) {
    super(RetentionKind.OBJECTION, "objection");
    this.disposing = disposing;
  }

  @Override
  public List<Past> past(Tx tx, Wanted wanted) {
    Field<OrganisationId> place = HoldingSql.keeper();
    Field<Boolean> idle =
        DSL.field(
            HoldingSql.noSheet(tx, OBJECTION.CHILD_ID)
                .and(HoldingSql.noConsent(tx, OBJECTION.CHILD_ID)));
    return tx.sql()
        .select(
            OBJECTION.OBJECTION_ID,
            OBJECTION.CHILD_ID,
            CHILD.BIRTH_DATE,
            place,
            OBJECTION.VALID_FROM,
            OBJECTION.VALID_TO,
            idle)
        .from(OBJECTION)
        .join(CHILD)
        .on(child(tx, OBJECTION.CHILD_ID))
        .leftJoin(ITEM)
        .on(HoldingSql.evidence(tx, OBJECTION.CHILD_ID, ITEM.ITEM_ID.eq(OBJECTION.ITEM_ID)))
        .where(OBJECTION.TENANT_ID.eq(tx.tenant()))
        .and(wanted(tx, wanted, OBJECTION.OBJECTION_ID, place))
        .fetch(row -> {
          LocalDate to = row.value6();
          return of(
              row.value1(),
              row.value2(),
              row.value3(),
              row.value4(),
              Days.year(row.value5()),
              Optional.ofNullable(to).flatMap(day -> Days.past(day, tx.today())),
              row.value7());
        });
  }

  @Override
  public boolean hold(Tx tx, UUID id) {
    return WordDisposing.holdObjection(tx, id);
  }

  @Override
  public void dispose(Tx tx, Kept kept) {
    disposing.disposeObjection(tx, kept.child(), kept.id());
  }
}
