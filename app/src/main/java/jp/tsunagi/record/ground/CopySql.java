package jp.tsunagi.record.ground;

import static jp.tsunagi.schema.Tables.CONSENT;
import static jp.tsunagi.schema.Tables.CONSENT_COPY;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.Tx;

/** The signed papers that came back. */
final class CopySql {
  private CopySql() {}

  /** One paper that came back. */
  record Copy(LocalDate on, Optional<String> place) {}

  /** In the order in which they were put on file. */
  static List<Copy> of(Tx tx, ConsentId consent) {
    return tx.sql()
        .select(CONSENT_COPY.RETURNED_ON, CONSENT_COPY.PAPER_PLACE)
        .from(CONSENT_COPY)
        .where(CONSENT_COPY.TENANT_ID.eq(tx.tenant()))
        .and(CONSENT_COPY.CONSENT_ID.eq(consent))
        .orderBy(CONSENT_COPY.ORDINAL)
        .fetch(row -> new Copy(row.value1(), Optional.ofNullable(row.value2())));
  }

  /**
   * Whether that form has put a paper on file before. Until the transaction ends nobody else puts
   * one on file with this consent.
   */
  static boolean isThere(Tx tx, ConsentId consent, UUID form) {
    tx.sql()
        .selectOne()
        .from(CONSENT)
        .where(CONSENT.TENANT_ID.eq(tx.tenant()))
        .and(CONSENT.CONSENT_ID.eq(consent))
        .forUpdate()
        .fetch();
    return tx.sql()
        .fetchExists(
            CONSENT_COPY,
            CONSENT_COPY
                .TENANT_ID
                .eq(tx.tenant())
                .and(CONSENT_COPY.CONSENT_ID.eq(consent))
                .and(CONSENT_COPY.FORM_ID.eq(form)));
  }

  static void add(Tx tx, ConsentId consent, UUID form, Copy copy) {
    tx.sql()
        .insertInto(CONSENT_COPY)
        .set(CONSENT_COPY.TENANT_ID, tx.tenant())
        .set(CONSENT_COPY.CONSENT_ID, consent)
        .set(CONSENT_COPY.ORDINAL, of(tx, consent).size() + 1)
        .set(CONSENT_COPY.FORM_ID, form)
        .set(CONSENT_COPY.RETURNED_ON, copy.on())
        .set(CONSENT_COPY.PAPER_PLACE, copy.place().orElse(null))
        .set(CONSENT_COPY.RECORDED_BY, Actor.of(tx).id().orElseThrow())
        .set(CONSENT_COPY.RECORDED_AT, tx.now().atOffset(ZoneOffset.UTC))
        .execute();
  }
}
