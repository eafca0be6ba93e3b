package jp.tsunagi.base.access;

import static jp.tsunagi.schema.Tables.OBJECTION;
import static jp.tsunagi.schema.Tables.OBJECTION_RECEIVER;
import static jp.tsunagi.schema.Tables.OBJECTION_SCOPE;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.ground.ScopeLine;

/** Objections of any period, past and to come; the screens only make one from today on. */
final class AccessObjections {
  private AccessObjections() {}

  static void put(Tx tx, AccessFacts.Objected objection, List<ScopeLine> scope) {
    UUID id = UUID.randomUUID();
    OffsetDateTime now = tx.now().atOffset(ZoneOffset.UTC);
    boolean holds = objection.period().to() == null;
    tx.sql()
        .insertInto(OBJECTION)
        .set(OBJECTION.TENANT_ID, tx.tenant())
        .set(OBJECTION.OBJECTION_ID, id)
        .set(OBJECTION.CHILD_ID, objection.child())
        .set(OBJECTION.GIVER_ID, UUID.randomUUID())
        .set(OBJECTION.MEANS, "PAPER")
        .set(OBJECTION.TO_ALL, objection.against().isEmpty())
        .set(OBJECTION.ASKED_ON, objection.period().from())
        .set(OBJECTION.VALID_FROM, objection.period().from())
        .set(OBJECTION.VALID_TO, objection.period().to())
        .set(OBJECTION.RECORDED_BY, id)
        .set(OBJECTION.RECORDED_AT, now)
        .set(OBJECTION.LIFTED_MEANS, holds ? null : "PAPER")
        .set(OBJECTION.LIFTED_BY, holds ? null : id)
        .set(OBJECTION.LIFTED_AT, holds ? null : now)
        .execute();
    for (ScopeLine line : Set.copyOf(scope)) {
      tx.sql()
          .insertInto(OBJECTION_SCOPE)
          .set(OBJECTION_SCOPE.TENANT_ID, tx.tenant())
          .set(OBJECTION_SCOPE.OBJECTION_ID, id)
          .set(OBJECTION_SCOPE.CATEGORY, line.category().name())
          .set(OBJECTION_SCOPE.SECTION, line.section().orElse(""))
          .execute();
    }
    objection
        .against()
        .ifPresent(named ->
            named.forEach(place ->
                tx.sql()
                    .insertInto(OBJECTION_RECEIVER)
                    .set(OBJECTION_RECEIVER.TENANT_ID, tx.tenant())
                    .set(OBJECTION_RECEIVER.OBJECTION_ID, id)
                    .set(OBJECTION_RECEIVER.ORGANISATION_ID, place)
                    .execute()));
  }
}
