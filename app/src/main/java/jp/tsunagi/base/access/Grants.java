package jp.tsunagi.base.access;

import static jp.tsunagi.schema.Tables.ACCESS_GRANT;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.Rows;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.schema.tables.records.AccessGrantRecord;

/**
 * The grants of children: made true as a whole, in the transaction that changes a fact. A grant
 * that stays keeps its row.
 */
public final class Grants {
  private Grants() {}

  /** Makes exactly these the grants of the children. */
  public static void replace(Tx tx, Map<ChildId, List<Grant>> grants) {
    Map<ChildId, Map<Grant, UUID>> before = there(tx, grants.keySet());
    List<UUID> gone = new ArrayList<>();
    List<AccessGrantRecord> fresh = new ArrayList<>();
    grants.forEach((child, wanted) -> {
      Map<Grant, UUID> kept = before.getOrDefault(child, Map.of());
      Set<Grant> all = Set.copyOf(wanted);
      kept.forEach((grant, id) -> {
        if (!all.contains(grant)) {
          gone.add(id);
        }
      });
      wanted.stream()
          .filter(grant -> !kept.containsKey(grant))
          .map(grant -> row(tx, child, grant))
          .forEach(fresh::add);
    });
    remove(tx, grants.keySet(), gone);
    Rows.insert(tx, fresh);
  }

  private static Map<ChildId, Map<Grant, UUID>> there(Tx tx, Collection<ChildId> children) {
    return tx
        .sql()
        .selectFrom(ACCESS_GRANT)
        .where(ACCESS_GRANT.TENANT_ID.eq(tx.tenant()))
        .and(ACCESS_GRANT.CHILD_ID.in(children))
        .fetch()
        .stream()
        .collect(
            Collectors.groupingBy(
                AccessGrantRecord::getChildId,
                Collectors.toMap(
                    Grants::grant, AccessGrantRecord::getGrantId, (a, _) -> a, HashMap::new)));
  }

  private static Grant grant(AccessGrantRecord row) {
    return new Grant(
        Grant.Grantee.valueOf(row.getGranteeKind()),
        row.getGranteeId(),
        Category.valueOf(row.getCategory()),
        Optional.ofNullable(row.getAuthorId()),
        Optional.ofNullable(row.getSection()),
        Optional.ofNullable(row.getSheetId()),
        List.of(row.getExcluded()),
        row.getWithHistory(),
        row.getValidFrom(),
        row.getValidTo(),
        Grant.GroundKind.valueOf(row.getGroundKind()),
        row.getGroundId());
  }

  private static void remove(Tx tx, Collection<ChildId> children, List<UUID> grants) {
    if (!grants.isEmpty()) {
      tx.sql()
          .deleteFrom(ACCESS_GRANT)
          .where(ACCESS_GRANT.TENANT_ID.eq(tx.tenant()))
          .and(ACCESS_GRANT.CHILD_ID.in(children))
          .and(ACCESS_GRANT.GRANT_ID.in(grants))
          .execute();
    }
  }

  private static AccessGrantRecord row(Tx tx, ChildId child, Grant grant) {
    AccessGrantRecord row = tx.sql().newRecord(ACCESS_GRANT);
    row.setTenantId(tx.tenant());
    row.setGrantId(Id.fresh());
    row.setChildId(child);
    row.setGranteeKind(grant.grantee().name());
    row.setGranteeId(grant.granteeId());
    row.setCategory(grant.category().name());
    row.setAuthorId(grant.author().orElse(null));
    row.setSection(grant.section().orElse(null));
    row.setSheetId(grant.sheet().orElse(null));
    row.setExcluded(grant.excluded().toArray(String[]::new));
    row.setWithHistory(grant.withHistory());
    row.setValidFrom(grant.from());
    row.setValidTo(grant.to());
    row.setGroundKind(grant.ground().name());
    row.setGroundId(grant.groundId());
    return row;
  }
}
