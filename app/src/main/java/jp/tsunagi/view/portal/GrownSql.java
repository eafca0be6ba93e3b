package jp.tsunagi.view.portal;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.GUARDIANSHIP;
import static org.jooq.impl.DSL.selectOne;

import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.Tx;

/** Why a guardian finds nothing any more: read as the program's own work, for the reason alone. */
final class GrownSql {
  private static final int OF_AGE = 18;

  private GrownSql() {}

  /** Whether a child for whom this guardian decided has had its 18th birthday. */
  static boolean any(Tx tx, GuardianId guardian) {
    return tx.sql()
        .fetchExists(
            selectOne()
                .from(GUARDIANSHIP)
                .join(CHILD)
                .on(CHILD.TENANT_ID.eq(tx.tenant()))
                .and(CHILD.CHILD_ID.eq(GUARDIANSHIP.CHILD_ID))
                .where(GUARDIANSHIP.TENANT_ID.eq(tx.tenant()))
                .and(GUARDIANSHIP.GUARDIAN_ID.eq(guardian))
                .and(GUARDIANSHIP.AUTHORITY_FROM.isNotNull())
                .and(CHILD.BIRTH_DATE.le(tx.today().minusYears(OF_AGE))));
  }
}
