package jp.tsunagi.work.retention;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.HANDOVER;
import static jp.tsunagi.schema.Tables.HANDOVER_RECEIPT;
import static org.jooq.impl.DSL.field;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.HandoverId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.ground.LapsedConsents;
import jp.tsunagi.work.handover.Handovers;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 引継ぎの記録: that a child was handed over, by whom to whom, and the receipt. Of the place that sent
 * it. As long as the consent by which it went holds, it is needed.
 */
@Component
final class HandoverRecords extends KeptKind {
  HandoverRecords() {
    super(RetentionKind.HANDOVER_RECORD, "handover");
  }

  @Override
  public List<Past> past(Tx tx, Wanted wanted) {
    Field<OrganisationId> place = Wanted.orOwner(HANDOVER.SENDER_ID);
    Field<Boolean> idle = field(HoldingSql.noSheet(tx, HANDOVER.CHILD_ID));
    var rows =
        tx.sql()
            .select(
                HANDOVER.HANDOVER_ID,
                HANDOVER.CHILD_ID,
                CHILD.BIRTH_DATE,
                place,
                HANDOVER.CONSENT_ID,
                HANDOVER.ENTRY_ON,
                HANDOVER.OFFERED_AT,
                HANDOVER_RECEIPT.AT,
                idle)
            .from(HANDOVER)
            .join(CHILD)
            .on(child(tx, HANDOVER.CHILD_ID))
            .leftJoin(HANDOVER_RECEIPT)
            .on(HANDOVER_RECEIPT.TENANT_ID.eq(tx.tenant()))
            .and(HANDOVER_RECEIPT.HANDOVER_ID.eq(HANDOVER.HANDOVER_ID))
            .where(HANDOVER.TENANT_ID.eq(tx.tenant()))
            .and(wanted(tx, wanted, HANDOVER.HANDOVER_ID.coerce(UUID.class), place))
            .fetch();
    Map<ConsentId, LocalDate> lapsed = LapsedConsents.of(tx, rows.getValues(HANDOVER.CONSENT_ID));
    return rows.map(row -> {
      int entry = Days.year(row.value6());
      return of(
          row.value1().value(),
          row.value2(),
          row.value3(),
          row.value4(),
          entry,
          Math.max(entry, Math.max(year(row.value7(), entry), year(row.value8(), entry))),
          Optional.ofNullable(lapsed.get(row.value5())),
          row.value9());
    });
  }

  private static int year(@Nullable OffsetDateTime at, int otherwise) {
    return at == null ? otherwise : Days.year(at);
  }

  @Override
  public boolean hold(Tx tx, UUID id) {
    return Handovers.hold(tx, new HandoverId(id));
  }

  @Override
  public void dispose(Tx tx, Kept kept) {
    Handovers.dispose(tx, new HandoverId(kept.id()));
  }
}
