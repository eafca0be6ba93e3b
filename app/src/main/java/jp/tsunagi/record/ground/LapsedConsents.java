package jp.tsunagi.record.ground;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.CONSENT;
import static jp.tsunagi.schema.Tables.CONSENT_WITHDRAWAL;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.Tx;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Consents that hold no longer. Who may be told of them is not decided here. */
public final class LapsedConsents {
  private LapsedConsents() {}

  /**
   * The first day on which each of these did not hold any more: the day of its withdrawal, or the
   * one after its last. What holds today or later is not in it.
   */
  public static Map<ConsentId, LocalDate> of(Tx tx, Collection<ConsentId> ids) {
    Map<ConsentId, LocalDate> lapsed = new HashMap<>();
    tx.sql()
        .select(
            CONSENT.CONSENT_ID,
            CONSENT.VALID_FROM,
            CONSENT.VALID_TO,
            CHILD.BIRTH_DATE,
            CONSENT_WITHDRAWAL.AT)
        .from(CONSENT)
        .join(CHILD)
        .on(CHILD.TENANT_ID.eq(tx.tenant()))
        .and(CHILD.CHILD_ID.eq(CONSENT.CHILD_ID))
        .leftJoin(CONSENT_WITHDRAWAL)
        .on(CONSENT_WITHDRAWAL.TENANT_ID.eq(tx.tenant()))
        .and(CONSENT_WITHDRAWAL.CONSENT_ID.eq(CONSENT.CONSENT_ID))
        .where(CONSENT.TENANT_ID.eq(tx.tenant()))
        .and(CONSENT.CONSENT_ID.eq(DSL.any(ids.toArray(ConsentId[]::new))))
        .fetch()
        .forEach(row ->
            lapsed(new Period(row.value2(), row.value3()), row.value4(), row.value5(), tx.today())
                .ifPresent(day -> lapsed.put(row.value1(), day)));
    return lapsed;
  }

  private static Optional<LocalDate> lapsed(
      Period said, LocalDate birth, @Nullable OffsetDateTime withdrawn, LocalDate today) {
    LocalDate to = ComingOfAge.held(said, birth).to();
    LocalDate taken =
        withdrawn == null ? null : withdrawn.atZoneSameInstant(ActingClock.JAPAN).toLocalDate();
    LocalDate first = taken != null && (to == null || taken.isBefore(to)) ? taken : to;
    return Optional.ofNullable(first).filter(day -> !day.isAfter(today));
  }
}
