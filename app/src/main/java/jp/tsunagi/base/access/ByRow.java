package jp.tsunagi.base.access;

import static org.jooq.impl.DSL.inline;

import org.jooq.Condition;
import org.jooq.SelectLimitStep;
import org.jooq.impl.DSL;

/**
 * How the predicate is asked: of one row after the other, never as a way into a table. Where a
 * statement begins it says itself (a place, a class, a key, the reach of a seat). As a join of its
 * own the planner puts it anywhere, expects one row of it and goes through all that a post reaches
 * for each line; as a table of hashes it reads ten thousand children for the one whose page is
 * open. {@code OFFSET 0} leaves nothing out and forbids both (docs/performance.md).
 */
final class ByRow {
  private ByRow() {}

  static Condition exists(SelectLimitStep<?> rows) {
    return DSL.exists(rows.offset(inline(0)));
  }
}
