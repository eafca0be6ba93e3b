package jp.tsunagi.work.retention;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.RELOCATION;

import java.util.List;
import java.util.UUID;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.work.relocation.RelocationDisposing;
import org.springframework.stereotype.Component;

/**
 * 記録の移しかえ: that a sheet stood on the wrong child, and what that child's family had answered to it,
 * with the scans of what it signed. Of the place that wrote the sheet; the sheet itself is the
 * other child's, and is kept and goes by itself.
 */
@Component
final class RelocationRecords extends KeptKind {
  private final RelocationDisposing disposing;

  RelocationRecords(RelocationDisposing disposing) {
    super(RetentionKind.RELOCATION, "relocation");
    this.disposing = disposing;
  }

  @Override
  public List<Past> past(Tx tx, Wanted wanted) {
    return tx.sql()
        .select(
            RELOCATION.RELOCATION_ID,
            RELOCATION.CHILD_ID,
            CHILD.BIRTH_DATE,
            RELOCATION.ORGANISATION_ID,
            RELOCATION.MOVED_AT)
        .from(RELOCATION)
        .join(CHILD)
        .on(child(tx, RELOCATION.CHILD_ID))
        .where(RELOCATION.TENANT_ID.eq(tx.tenant()))
        .and(wanted(tx, wanted, RELOCATION.RELOCATION_ID, RELOCATION.ORGANISATION_ID))
        .fetch(row ->
            of(row.value1(), row.value2(), row.value3(), row.value4(), Days.year(row.value5())));
  }

  @Override
  public boolean hold(Tx tx, UUID id) {
    return RelocationDisposing.hold(tx, id);
  }

  @Override
  public void dispose(Tx tx, Kept kept) {
    disposing.dispose(tx, kept.child(), kept.id());
  }
}
