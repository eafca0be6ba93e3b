package jp.tsunagi.work.retention;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.HANDOVER;
import static jp.tsunagi.schema.Tables.HANDOVER_RECEIPT;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.ActingClock;
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
final class HandoverRecords implements KeptRecords {
  private static final Field<UUID> ID = HANDOVER.HANDOVER_ID.coerce(UUID.class);

  @Override
  public Set<RetentionKind> kinds() {
    return Set.of(RetentionKind.HANDOVER_RECORD);
  }

  @Override
  public String word() {
    return "handover";
  }

  private record Row(ConsentId consent, Past past) {}

  @Override
  public List<Past> past(Tx tx, Wanted wanted) {
    Field<OrganisationId> place = Wanted.orOwner(HANDOVER.SENDER_ID);
    List<Row> rows =
        tx.sql()
            .select(HANDOVER.HANDOVER_ID, HANDOVER.CHILD_ID, HANDOVER.CONSENT_ID)
            .select(HANDOVER.ENTRY_ON, HANDOVER.OFFERED_AT, HANDOVER_RECEIPT.AT)
            .select(CHILD.BIRTH_DATE, place)
            .from(HANDOVER)
            .join(CHILD)
            .on(CHILD.TENANT_ID.eq(tx.tenant()))
            .and(CHILD.CHILD_ID.eq(HANDOVER.CHILD_ID))
            .leftJoin(HANDOVER_RECEIPT)
            .on(HANDOVER_RECEIPT.TENANT_ID.eq(tx.tenant()))
            .and(HANDOVER_RECEIPT.HANDOVER_ID.eq(HANDOVER.HANDOVER_ID))
            .where(HANDOVER.TENANT_ID.eq(tx.tenant()))
            .and(wanted.of(tx, RetentionKind.HANDOVER_RECORD, ID, place))
            .fetch(row -> {
              int entry = FiscalYear.of(row.get(HANDOVER.ENTRY_ON)).year();
              return new Row(
                  row.get(HANDOVER.CONSENT_ID),
                  new Past(
                      RetentionKind.HANDOVER_RECORD,
                      row.get(HANDOVER.HANDOVER_ID).value(),
                      row.get(HANDOVER.CHILD_ID),
                      row.get(CHILD.BIRTH_DATE),
                      Optional.ofNullable(row.get(place)),
                      entry,
                      Math.max(
                          entry,
                          Math.max(
                              year(row.get(HANDOVER.OFFERED_AT), entry),
                              year(row.get(HANDOVER_RECEIPT.AT), entry))),
                      Optional.<LocalDate>empty()));
            });
    Set<ConsentId> lapsed =
        LapsedConsents.of(tx, rows.stream().map(Row::consent).toList()).keySet();
    return rows.stream()
        .filter(row -> !wanted.atRest() || lapsed.contains(row.consent()))
        .map(Row::past)
        .toList();
  }

  private static int year(@Nullable OffsetDateTime at, int otherwise) {
    return at == null
        ? otherwise
        : FiscalYear.of(at.atZoneSameInstant(ActingClock.JAPAN).toLocalDate()).year();
  }

  @Override
  public boolean hold(Tx tx, UUID id) {
    return Handovers.hold(tx, new HandoverId(id));
  }

  /** Its consent is looked at with what is at rest. */
  @Override
  public boolean isNeeded(Tx tx, Kept kept) {
    return false;
  }

  @Override
  public void dispose(Tx tx, Kept kept) {
    Handovers.dispose(tx, new HandoverId(kept.id()));
  }
}
