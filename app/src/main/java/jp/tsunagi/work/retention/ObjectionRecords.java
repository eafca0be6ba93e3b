package jp.tsunagi.work.retention;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.ITEM;
import static jp.tsunagi.schema.Tables.OBJECTION;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
final class ObjectionRecords implements KeptRecords {
  private static final RetentionKind KIND = RetentionKind.OBJECTION;

  private final WordDisposing disposing;

  ObjectionRecords(WordDisposing disposing) {
    this.disposing = disposing;
  }

  @Override
  public Set<RetentionKind> kinds() {
    return Set.of(KIND);
  }

  @Override
  public String word() {
    return "objection";
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
        .on(CHILD.TENANT_ID.eq(tx.tenant()))
        .and(CHILD.CHILD_ID.eq(OBJECTION.CHILD_ID))
        .leftJoin(ITEM)
        .on(HoldingSql.evidence(tx, OBJECTION.CHILD_ID, ITEM.ITEM_ID.eq(OBJECTION.ITEM_ID)))
        .where(OBJECTION.TENANT_ID.eq(tx.tenant()))
        .and(wanted.of(tx, KIND, OBJECTION.OBJECTION_ID, place))
        .fetch(row -> {
          LocalDate to = row.value6();
          return new Past(
              KIND,
              row.value1(),
              row.value2(),
              row.value3(),
              Optional.ofNullable(row.value4()),
              Days.year(row.value5()),
              Days.year(row.value5()),
              Optional.ofNullable(to).flatMap(day -> Days.past(day, tx.today())),
              row.value7());
        });
  }

  @Override
  public boolean hold(Tx tx, UUID id) {
    return WordDisposing.holdObjection(tx, id);
  }

  /** What needs it is looked at with what is at rest. */
  @Override
  public boolean isNeeded(Tx tx, Kept kept) {
    return false;
  }

  @Override
  public void dispose(Tx tx, Kept kept) {
    disposing.disposeObjection(tx, kept.child(), kept.id());
  }
}
