package jp.tsunagi.base.access;

import static jp.tsunagi.schema.Tables.CHILD_BLOCK;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;

/** Blocks of any period, past and to come; the screens only set one from today on. */
final class AccessBlocks {
  private AccessBlocks() {}

  static void put(Tx tx, AccessFacts.Blocked block, StaffId by) {
    OffsetDateTime now = tx.now().atOffset(ZoneOffset.UTC);
    boolean holds = block.period().to() == null;
    tx.sql()
        .insertInto(CHILD_BLOCK)
        .set(CHILD_BLOCK.TENANT_ID, tx.tenant())
        .set(CHILD_BLOCK.BLOCK_ID, UUID.randomUUID())
        .set(CHILD_BLOCK.CHILD_ID, block.child())
        .set(CHILD_BLOCK.STAFF_ID, block.staff().orElse(null))
        .set(CHILD_BLOCK.ORGANISATION_ID, block.organisation().orElse(null))
        .set(CHILD_BLOCK.REASON, "RELATIVE")
        .set(CHILD_BLOCK.VALID_FROM, block.period().from())
        .set(CHILD_BLOCK.VALID_TO, block.period().to())
        .set(CHILD_BLOCK.SET_BY, by.value())
        .set(CHILD_BLOCK.SET_AT, now)
        .set(CHILD_BLOCK.LIFTED_BY, holds ? null : by.value())
        .set(CHILD_BLOCK.LIFTED_AT, holds ? null : now)
        .execute();
  }
}
