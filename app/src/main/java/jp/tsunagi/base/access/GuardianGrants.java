package jp.tsunagi.base.access;

import static jp.tsunagi.schema.Tables.ACCESS_GRANT;
import static jp.tsunagi.schema.Tables.ITEM;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectConditionStep;

/** What is granted to a guardian today: by authority, or because the person of age shows it. */
public final class GuardianGrants {
  private GuardianGrants() {}

  /** The children for whom the guardian decides today: where a list of them begins. */
  public static Select<Record1<ChildId>> decided(Tx tx, Actor.Guardian guardian) {
    return select(ACCESS_GRANT.CHILD_ID)
        .from(ACCESS_GRANT)
        .where(mine(tx, guardian))
        .and(ACCESS_GRANT.GROUND_KIND.eq(Grant.GroundKind.AUTHORITY.name()));
  }

  /** Whether the guardian decides for the child today. */
  static Condition decides(Tx tx, Field<ChildId> child, Actor.Guardian guardian) {
    return ByRow.exists(
        row(tx, child, guardian)
            .and(ACCESS_GRANT.GROUND_KIND.eq(Grant.GroundKind.AUTHORITY.name())));
  }

  /** Whether the item of the query is a part of a sheet that the person of age shows. */
  static Condition shows(Tx tx, Actor.Guardian guardian) {
    return ITEM.SHEET_ID
        .isNotNull()
        .and(
            ByRow.exists(
                row(tx, ITEM.CHILD_ID, guardian)
                    .and(ACCESS_GRANT.GROUND_KIND.eq(Grant.GroundKind.PERSON.name()))
                    .and(ACCESS_GRANT.CATEGORY.eq(ITEM.CATEGORY))
                    .and(ACCESS_GRANT.SECTION.isNull().or(ACCESS_GRANT.SECTION.eq(ITEM.SECTION)))
                    .and(
                        ACCESS_GRANT
                            .SHEET_ID
                            .isNull()
                            .or(ACCESS_GRANT.SHEET_ID.eq(ITEM.SHEET_ID)))));
  }

  /** One row of these about that child. */
  static SelectConditionStep<?> row(Tx tx, Field<ChildId> child, Actor.Guardian guardian) {
    return selectOne()
        .from(ACCESS_GRANT)
        .where(mine(tx, guardian))
        .and(ACCESS_GRANT.CHILD_ID.eq(child));
  }

  /** A grant to the guardian that holds today. */
  private static Condition mine(Tx tx, Actor.Guardian guardian) {
    return ACCESS_GRANT
        .TENANT_ID
        .eq(tx.tenant())
        .and(ACCESS_GRANT.GRANTEE_KIND.eq("GUARDIAN"))
        .and(ACCESS_GRANT.GRANTEE_ID.eq(guardian.guardian().value()))
        .and(ACCESS_GRANT.VALID_FROM.le(tx.today()))
        .and(ACCESS_GRANT.VALID_TO.gt(tx.today()));
  }
}
