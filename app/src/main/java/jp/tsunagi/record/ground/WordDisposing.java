package jp.tsunagi.record.ground;

import static jp.tsunagi.schema.Tables.OBJECTION;
import static jp.tsunagi.schema.Tables.OBJECTION_RECEIVER;
import static jp.tsunagi.schema.Tables.OBJECTION_SCOPE;
import static jp.tsunagi.schema.Tables.SHOWING;
import static jp.tsunagi.schema.Tables.SHOWING_SCOPE;

import java.util.List;
import java.util.UUID;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.Tx;
import org.jooq.Condition;
import org.springframework.stereotype.Component;

/**
 * Deletes what a family said beside the consents, an objection or a showing, with its lines and
 * scans. For the program's own work, when two people have decided it ({@code work.retention}).
 */
@Component
public final class WordDisposing {
  private final EvidenceDisposing evidence;
  private final GrantKeeper grants;

  WordDisposing(EvidenceDisposing evidence, GrantKeeper grants) {
    this.evidence = evidence;
    this.grants = grants;
  }

  private static Condition objection(Tx tx, UUID id) {
    return OBJECTION.TENANT_ID.eq(tx.tenant()).and(OBJECTION.OBJECTION_ID.eq(id));
  }

  private static Condition showing(Tx tx, UUID id) {
    return SHOWING.TENANT_ID.eq(tx.tenant()).and(SHOWING.SHOWING_ID.eq(id));
  }

  /** Holds an objection to the end of the transaction; false: it is gone. */
  public static boolean holdObjection(Tx tx, UUID id) {
    return tx.sql()
        .select(OBJECTION.OBJECTION_ID)
        .from(OBJECTION)
        .where(objection(tx, id))
        .forUpdate()
        .fetchOptional()
        .isPresent();
  }

  /** Holds a showing to the end of the transaction; false: it is gone. */
  public static boolean holdShowing(Tx tx, UUID id) {
    return tx.sql()
        .select(SHOWING.SHOWING_ID)
        .from(SHOWING)
        .where(showing(tx, id))
        .forUpdate()
        .fetchOptional()
        .isPresent();
  }

  /** Deletes an objection; nothing of it can be brought back. */
  public void disposeObjection(Tx tx, ChildId child, UUID id) {
    List<ItemId> shown =
        EvidenceDisposing.noted(
            tx,
            OBJECTION,
            objection(tx, id),
            List.of(OBJECTION.ITEM_ID, OBJECTION.LIFTED_ITEM_ID.coerce(OBJECTION.ITEM_ID)));
    tx.sql()
        .deleteFrom(OBJECTION_SCOPE)
        .where(OBJECTION_SCOPE.TENANT_ID.eq(tx.tenant()))
        .and(OBJECTION_SCOPE.OBJECTION_ID.eq(id))
        .execute();
    tx.sql()
        .deleteFrom(OBJECTION_RECEIVER)
        .where(OBJECTION_RECEIVER.TENANT_ID.eq(tx.tenant()))
        .and(OBJECTION_RECEIVER.OBJECTION_ID.eq(id))
        .execute();
    tx.sql().deleteFrom(OBJECTION).where(objection(tx, id)).execute();
    evidence.dispose(tx, child, shown);
    grants.refresh(tx, child);
  }

  /** Deletes a showing; nothing of it can be brought back. */
  public void disposeShowing(Tx tx, ChildId child, UUID id) {
    List<ItemId> shown =
        EvidenceDisposing.noted(
            tx,
            SHOWING,
            showing(tx, id),
            List.of(SHOWING.ITEM_ID, SHOWING.ENDED_ITEM_ID.coerce(SHOWING.ITEM_ID)));
    tx.sql()
        .deleteFrom(SHOWING_SCOPE)
        .where(SHOWING_SCOPE.TENANT_ID.eq(tx.tenant()))
        .and(SHOWING_SCOPE.SHOWING_ID.eq(id))
        .execute();
    tx.sql().deleteFrom(SHOWING).where(showing(tx, id)).execute();
    evidence.dispose(tx, child, shown);
    grants.refresh(tx, child);
  }
}
