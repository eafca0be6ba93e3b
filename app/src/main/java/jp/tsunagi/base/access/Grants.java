package jp.tsunagi.base.access;

import static jp.tsunagi.schema.Tables.ACCESS_GRANT;

import java.util.List;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.Tx;

/** The grants of a child: always replaced as a whole, in the transaction that changes a fact. */
public final class Grants {
  private Grants() {}

  /** Makes exactly these the grants of the child. */
  public static void replace(Tx tx, ChildId child, List<Grant> grants) {
    tx.sql()
        .deleteFrom(ACCESS_GRANT)
        .where(ACCESS_GRANT.TENANT_ID.eq(tx.tenant()))
        .and(ACCESS_GRANT.CHILD_ID.eq(child))
        .execute();
    List<org.jooq.UpdatableRecord<?>> rows = new java.util.ArrayList<>();
    for (Grant grant : grants) {
      var row = tx.sql().newRecord(ACCESS_GRANT);
      row.setTenantId(tx.tenant());
      row.setGrantId(Id.fresh());
      row.setChildId(child);
      row.setGranteeKind(grant.grantee().name());
      row.setGranteeId(grant.granteeId());
      row.setCategory(grant.category().name());
      row.setAuthorId(grant.author().orElse(null));
      row.setSection(grant.section().orElse(null));
      row.setItemId(grant.item().orElse(null));
      row.setWithHistory(grant.withHistory());
      row.setValidFrom(grant.from());
      row.setValidTo(grant.to());
      row.setGroundKind(grant.ground().name());
      row.setGroundId(grant.groundId());
      rows.add(row);
    }
    tx.sql().batchInsert(rows).execute();
  }
}
