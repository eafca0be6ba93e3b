package jp.tsunagi.run.ledger;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.LEDGER_LOOK;

import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.database.Municipality;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;

/**
 * How many rows a person may have compared with everybody on record on a day. Whoever looks at a
 * ledger of made-up rows learns which children are known; so much, and no more.
 */
final class LedgerBudget {
  /** Setting ledger.daily, unless the municipality says otherwise: a thousand rows, twice. */
  static final int DAILY = 2000;

  /** With fewer children on record a first ledger of any length is looked at. */
  static final int FEW = 500;

  static final String SETTING = "ledger.daily";

  private LedgerBudget() {}

  /** What came of asking. */
  sealed interface Answer {
    /** The rows were counted, or need not be. */
    record Granted() implements Answer {}

    /** It would be more than the budget; nothing was counted. */
    record Spent(int budget, int used) implements Answer {}
  }

  /** Takes so many rows out of today's budget, all of them or none. */
  static Answer take(Tx tx, StaffId staff, int rows) {
    int budget = budget(tx);
    if (few(tx) || (rows <= budget && tx.besides(() -> count(tx, staff, rows, budget)))) {
      return new Answer.Granted();
    }
    return new Answer.Spent(budget, used(tx, staff));
  }

  private static boolean few(Tx tx) {
    return tx.as(
        new Actor.Job(tx.tenant(), "ledger"),
        () ->
            tx.sql()
                    .select(CHILD.CHILD_ID)
                    .from(CHILD)
                    .where(Readable.child(tx))
                    .limit(FEW)
                    .fetch()
                    .size()
                < FEW);
  }

  /** Whether they fit; one statement, so that two uploads at once do not both take the rest. */
  private static boolean count(Tx tx, StaffId staff, int rows, int budget) {
    return tx.sql()
            .insertInto(LEDGER_LOOK)
            .set(LEDGER_LOOK.TENANT_ID, tx.tenant())
            .set(LEDGER_LOOK.STAFF_ID, staff)
            .set(LEDGER_LOOK.ON_DAY, tx.today())
            .set(LEDGER_LOOK.ROWS, rows)
            .onConflict(LEDGER_LOOK.TENANT_ID, LEDGER_LOOK.STAFF_ID, LEDGER_LOOK.ON_DAY)
            .doUpdate()
            .set(LEDGER_LOOK.ROWS, LEDGER_LOOK.ROWS.plus(rows))
            .where(LEDGER_LOOK.ROWS.plus(rows).le(budget))
            .execute()
        > 0;
  }

  private static int used(Tx tx, StaffId staff) {
    return tx.sql()
        .select(LEDGER_LOOK.ROWS)
        .from(LEDGER_LOOK)
        .where(LEDGER_LOOK.TENANT_ID.eq(tx.tenant()))
        .and(LEDGER_LOOK.STAFF_ID.eq(staff))
        .and(LEDGER_LOOK.ON_DAY.eq(tx.today()))
        .fetchOptional(LEDGER_LOOK.ROWS)
        .orElse(0);
  }

  private static int budget(Tx tx) {
    return Municipality.number(tx, SETTING, DAILY);
  }
}
