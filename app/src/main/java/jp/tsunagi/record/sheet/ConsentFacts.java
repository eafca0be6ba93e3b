package jp.tsunagi.record.sheet;

import static jp.tsunagi.schema.Tables.CONSENT;
import static jp.tsunagi.schema.Tables.CONSENT_WITHDRAWAL;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.Text;
import jp.tsunagi.record.ground.ConsentsInForce;
import org.jspecify.annotations.Nullable;

/**
 * 同意状況: which consents hold today, since when and until when. One that waits for its confirmation
 * does not hold (ADR 8). No organisation is named, so that no place that is hidden shows.
 */
final class ConsentFacts {
  private ConsentFacts() {}

  /** One line per consent; blank when none holds. */
  static String of(Tx tx, ChildId child) {
    return tx
        .sql()
        .select(CONSENT.KIND, CONSENT.GIVEN_ON, CONSENT.VALID_TO)
        .from(CONSENT)
        .where(CONSENT.TENANT_ID.eq(tx.tenant()))
        .and(CONSENT.CHILD_ID.eq(child))
        .and(Readable.child(tx, CONSENT.CHILD_ID))
        .and(CONSENT.VALID_FROM.le(tx.today()))
        .and(CONSENT.VALID_TO.isNull().or(CONSENT.VALID_TO.gt(tx.today())))
        .and(ConsentsInForce.stands(tx))
        .and(
            notExists(
                selectOne()
                    .from(CONSENT_WITHDRAWAL)
                    .where(CONSENT_WITHDRAWAL.TENANT_ID.eq(tx.tenant()))
                    .and(CONSENT_WITHDRAWAL.CONSENT_ID.eq(CONSENT.CONSENT_ID))))
        .orderBy(CONSENT.GIVEN_ON, CONSENT.CONSENT_ID)
        .fetch(row -> line(row.value1(), row.value2(), row.value3()))
        .stream()
        .distinct()
        .collect(Collectors.joining("\n"));
  }

  private static String line(String kind, LocalDate given, @Nullable LocalDate to) {
    String since = DateWords.plain(given).in(Locale.JAPANESE);
    String until = to == null ? "" : DateWords.plain(to.minusDays(1)).in(Locale.JAPANESE);
    return Text.in(Locale.JAPANESE, "sheet.consent." + kind)
        + Text.in(Locale.JAPANESE, "sheet.consent.period", since, until);
  }
}
