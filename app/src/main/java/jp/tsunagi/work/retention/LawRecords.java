package jp.tsunagi.work.retention;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.LEGAL_GROUND;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.law.LawDisposing;
import jp.tsunagi.work.submission.ListedSheets;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 法令による共有: grounds in law, also those that were refused or never decided. Of the place for which
 * they were asked.
 */
@Component
final class LawRecords extends KeptKind {
  private final LawDisposing disposing;

  LawRecords(LawDisposing disposing) {
    super(RetentionKind.LAW, "ground");
    this.disposing = disposing;
  }

  @Override
  public List<Past> past(Tx tx, Wanted wanted) {
    Field<OrganisationId> place = LEGAL_GROUND.ASKED_FOR.coerce(LEGAL_GROUND.RECEIVER_ID);
    return tx.sql()
        .select(
            LEGAL_GROUND.GROUND_ID,
            LEGAL_GROUND.CHILD_ID,
            CHILD.BIRTH_DATE,
            place,
            LEGAL_GROUND.ASKED_AT,
            LEGAL_GROUND.LAST_DAY,
            LEGAL_GROUND.ENDED_ON,
            LEGAL_GROUND.DECIDED_AT,
            LEGAL_GROUND.APPROVED)
        .from(LEGAL_GROUND)
        .join(CHILD)
        .on(child(tx, LEGAL_GROUND.CHILD_ID))
        .where(LEGAL_GROUND.TENANT_ID.eq(tx.tenant()))
        .and(wanted(tx, wanted, LEGAL_GROUND.GROUND_ID, place))
        .and(wanted.atRest() ? HoldingSql.nothingRestsOnLaw(tx) : DSL.noCondition())
        .fetch(row ->
            of(
                row.value1(),
                row.value2(),
                row.value3(),
                row.value4(),
                Days.year(row.value5()),
                Days.past(
                    lapsed(row.value6(), row.value7(), row.value8(), row.value9()), tx.today()),
                false));
  }

  /** The day after its last, or before that when it was refused or ended. */
  private static LocalDate lapsed(
      LocalDate last,
      @Nullable LocalDate ended,
      @Nullable OffsetDateTime decided,
      @Nullable Boolean approved) {
    if (decided != null && !Boolean.TRUE.equals(approved)) {
      return Days.of(decided);
    }
    LocalDate after = last.plusDays(1);
    return ended != null && ended.isBefore(after) ? ended : after;
  }

  @Override
  public boolean hold(Tx tx, UUID id) {
    return LawDisposing.hold(tx, id);
  }

  @Override
  public void dispose(Tx tx, Kept kept) {
    ListedSheets.forget(tx, kept.id());
    disposing.dispose(tx, kept.child(), kept.id());
  }
}
