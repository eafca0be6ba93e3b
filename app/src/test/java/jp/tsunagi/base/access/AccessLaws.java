package jp.tsunagi.base.access;

import static jp.tsunagi.schema.Tables.LEGAL_GROUND;
import static jp.tsunagi.schema.Tables.LEGAL_GROUND_SCOPE;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.TestTown;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.ground.ScopeLine;

/** Approved grounds in law of any period; the screens only make one from today on. */
final class AccessLaws {
  private AccessLaws() {}

  static void put(Tx tx, AccessFacts.Lawful ground, List<ScopeLine> scope, TestTown.Worker desk) {
    UUID id = UUID.randomUUID();
    LocalDate end = Optional.ofNullable(ground.period().to()).orElseThrow();
    var now = tx.now().atOffset(ZoneOffset.UTC);
    tx.sql()
        .insertInto(LEGAL_GROUND)
        .set(LEGAL_GROUND.TENANT_ID, tx.tenant())
        .set(LEGAL_GROUND.GROUND_ID, id)
        .set(LEGAL_GROUND.CHILD_ID, ground.child())
        .set(LEGAL_GROUND.LAW, "COUNCIL")
        .set(LEGAL_GROUND.ARTICLE, "")
        .set(LEGAL_GROUND.RECEIVER_ID, ground.to())
        .set(LEGAL_GROUND.FROM_ID, ground.from().map(OrganisationId::value).orElse(null))
        .set(LEGAL_GROUND.WITH_HISTORY, ground.history())
        .set(LEGAL_GROUND.NOTE, "test")
        .set(LEGAL_GROUND.LAST_DAY, end.minusDays(1))
        .set(LEGAL_GROUND.GUARDIAN_SEES, true)
        .set(LEGAL_GROUND.ASKED_BY, desk.staff().value())
        .set(LEGAL_GROUND.ASKED_FOR, desk.organisation().value())
        .set(LEGAL_GROUND.ASKED_AT, now)
        .set(LEGAL_GROUND.DECIDED_BY, UUID.randomUUID())
        .set(LEGAL_GROUND.DECIDED_AT, now)
        .set(LEGAL_GROUND.APPROVED, true)
        .set(LEGAL_GROUND.VALID_FROM, ground.period().from())
        .execute();
    for (ScopeLine line : Set.copyOf(scope)) {
      tx.sql()
          .insertInto(LEGAL_GROUND_SCOPE)
          .set(LEGAL_GROUND_SCOPE.TENANT_ID, tx.tenant())
          .set(LEGAL_GROUND_SCOPE.GROUND_ID, id)
          .set(LEGAL_GROUND_SCOPE.CATEGORY, line.category().name())
          .set(LEGAL_GROUND_SCOPE.SECTION, line.section().orElse(""))
          .set(LEGAL_GROUND_SCOPE.SHEET_ID, line.sheet().map(ScopeLine.OfSheet::id).orElse(null))
          .set(
              LEGAL_GROUND_SCOPE.SHEET_YEAR, line.sheet().map(ScopeLine.OfSheet::year).orElse(null))
          .execute();
    }
  }
}
