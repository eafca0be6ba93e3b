package jp.tsunagi.record.ground;

import static jp.tsunagi.schema.Tables.CONSENT;
import static jp.tsunagi.schema.Tables.CONSENT_CONFIRMATION;
import static jp.tsunagi.schema.Tables.CONSENT_COPY;
import static jp.tsunagi.schema.Tables.CONSENT_PARTY;
import static jp.tsunagi.schema.Tables.CONSENT_REQUEST;
import static jp.tsunagi.schema.Tables.CONSENT_SCOPE;
import static jp.tsunagi.schema.Tables.CONSENT_WITHDRAWAL;

import java.util.ArrayList;
import java.util.List;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.Tx;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/**
 * Deletes a consent and all that hangs on it: as it was prepared, parties, scope, confirmation,
 * withdrawal, papers that came back, and the scans. For the program's own work, when two people
 * have decided it ({@code work.retention}).
 */
@Component
public final class ConsentDisposing {
  private final EvidenceDisposing evidence;
  private final GrantKeeper grants;

  ConsentDisposing(EvidenceDisposing evidence, GrantKeeper grants) {
    this.evidence = evidence;
    this.grants = grants;
  }

  /** Holds it, or what was prepared of it, to the end of the transaction; false: it is gone. */
  public static boolean hold(Tx tx, ConsentId id) {
    boolean prepared =
        tx.sql()
            .select(CONSENT_REQUEST.CONSENT_ID)
            .from(CONSENT_REQUEST)
            .where(of(tx, CONSENT_REQUEST.TENANT_ID, CONSENT_REQUEST.CONSENT_ID, id))
            .forUpdate()
            .fetchOptional()
            .isPresent();
    boolean given =
        tx.sql()
            .select(CONSENT.CONSENT_ID)
            .from(CONSENT)
            .where(of(tx, CONSENT.TENANT_ID, CONSENT.CONSENT_ID, id))
            .forUpdate()
            .fetchOptional()
            .isPresent();
    return prepared || given;
  }

  private static Condition of(
      Tx tx,
      Field<jp.tsunagi.base.database.TenantId> tenant,
      Field<ConsentId> id,
      ConsentId which) {
    return tenant.eq(tx.tenant()).and(id.eq(which));
  }

  /** Deletes it; nothing of it can be brought back. */
  public void dispose(Tx tx, ChildId child, ConsentId id) {
    List<ItemId> shown =
        new ArrayList<>(
            EvidenceDisposing.noted(
                tx,
                CONSENT,
                of(tx, CONSENT.TENANT_ID, CONSENT.CONSENT_ID, id),
                List.of(CONSENT.ITEM_ID)));
    shown.addAll(
        EvidenceDisposing.noted(
            tx,
            CONSENT_WITHDRAWAL,
            EvidenceDisposing.withdrawal(tx, id),
            List.of(CONSENT_WITHDRAWAL.ITEM_ID)));
    delete(tx, CONSENT_COPY, of(tx, CONSENT_COPY.TENANT_ID, CONSENT_COPY.CONSENT_ID, id));
    delete(
        tx,
        CONSENT_CONFIRMATION,
        of(tx, CONSENT_CONFIRMATION.TENANT_ID, CONSENT_CONFIRMATION.CONSENT_ID, id));
    delete(tx, CONSENT_WITHDRAWAL, EvidenceDisposing.withdrawal(tx, id));
    delete(tx, CONSENT_SCOPE, of(tx, CONSENT_SCOPE.TENANT_ID, CONSENT_SCOPE.CONSENT_ID, id));
    delete(tx, CONSENT_PARTY, of(tx, CONSENT_PARTY.TENANT_ID, CONSENT_PARTY.CONSENT_ID, id));
    delete(tx, CONSENT, of(tx, CONSENT.TENANT_ID, CONSENT.CONSENT_ID, id));
    delete(tx, CONSENT_REQUEST, of(tx, CONSENT_REQUEST.TENANT_ID, CONSENT_REQUEST.CONSENT_ID, id));
    evidence.dispose(tx, child, shown);
    grants.refresh(tx, child);
  }

  private static void delete(Tx tx, Table<?> table, Condition which) {
    tx.sql().deleteFrom(table).where(which).execute();
  }
}
