package jp.tsunagi.base.access;

import static jp.tsunagi.schema.Tables.REACH;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Rows;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.schema.tables.records.ReachRecord;
import org.jooq.Condition;

/**
 * Which assignment reaches which child; made true as a whole when involvement or staff change.
 * Stretches that stay as they are are not written again.
 */
public final class Reaches {
  private Reaches() {}

  /**
   * One stretch of reach.
   *
   * @param kind why the child is reached
   */
  public record Stretch(
      AssignmentId assignment, ChildId child, Kind kind, LocalDate from, LocalDate to) {
    /** Whether the involvement runs. */
    public boolean running() {
      return kind == Kind.RUNNING;
    }
  }

  /** Why a child is reached. */
  public enum Kind {
    /** An involvement of the organisation runs, and a caseload post holds the child. */
    RUNNING,
    /** It ran lately: own records only. */
    AFTER,
    /** A ground without consent names the organisation: what it covers, and nothing own. */
    LAW,
    /** The holder opened the record in an emergency; the row says the day, not the minutes. */
    EMERGENCY
  }

  /** Makes exactly these the reach of everybody to the children. */
  public static void replaceOfChildren(
      Tx tx, Collection<ChildId> children, List<Stretch> stretches) {
    replace(tx, REACH.CHILD_ID.in(children), stretches);
  }

  /** Makes exactly these the reach of the assignment. */
  public static void replaceOfAssignment(Tx tx, AssignmentId assignment, List<Stretch> stretches) {
    replace(tx, REACH.ASSIGNMENT_ID.eq(assignment), stretches);
  }

  private static void replace(Tx tx, Condition which, List<Stretch> stretches) {
    Set<Stretch> before = there(tx, which);
    Set<Stretch> gone = new LinkedHashSet<>(before);
    stretches.forEach(gone::remove);
    Set<Stretch> fresh = new LinkedHashSet<>(stretches);
    fresh.removeAll(before);
    tx.sql().batchDelete(gone.stream().map(one -> row(tx, one)).toList()).execute();
    Rows.insert(tx, fresh.stream().map(one -> row(tx, one)).toList());
  }

  private static Set<Stretch> there(Tx tx, Condition which) {
    return tx.sql()
        .selectFrom(REACH)
        .where(REACH.TENANT_ID.eq(tx.tenant()))
        .and(which)
        .fetchSet(row ->
            new Stretch(
                row.getAssignmentId(),
                row.getChildId(),
                Kind.valueOf(row.getKind()),
                row.getValidFrom(),
                row.getValidTo()));
  }

  private static ReachRecord row(Tx tx, Stretch stretch) {
    ReachRecord row = tx.sql().newRecord(REACH);
    row.setTenantId(tx.tenant());
    row.setAssignmentId(stretch.assignment());
    row.setChildId(stretch.child());
    row.setKind(stretch.kind().name());
    row.setValidFrom(stretch.from());
    row.setValidTo(stretch.to());
    return row;
  }
}
