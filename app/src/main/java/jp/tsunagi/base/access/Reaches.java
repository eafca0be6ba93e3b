package jp.tsunagi.base.access;

import static jp.tsunagi.schema.Tables.REACH;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;
import org.jooq.Condition;

/** Which assignment reaches which child; replaced as a whole when involvement or staff change. */
public final class Reaches {
  private Reaches() {}

  /**
   * One stretch of reach.
   *
   * @param running the involvement runs; otherwise only own records may be read
   */
  public record Stretch(
      AssignmentId assignment, ChildId child, boolean running, LocalDate from, LocalDate to) {}

  /** Makes exactly these the reach of everybody to the child. */
  public static void replaceOfChild(Tx tx, ChildId child, List<Stretch> stretches) {
    replace(tx, REACH.CHILD_ID.eq(child), stretches);
  }

  /** Makes exactly these the reach of the assignment. */
  public static void replaceOfAssignment(Tx tx, AssignmentId assignment, List<Stretch> stretches) {
    replace(tx, REACH.ASSIGNMENT_ID.eq(assignment), stretches);
  }

  private static void replace(Tx tx, Condition which, List<Stretch> stretches) {
    tx.sql().deleteFrom(REACH).where(REACH.TENANT_ID.eq(tx.tenant())).and(which).execute();
    List<org.jooq.UpdatableRecord<?>> rows = new ArrayList<>();
    for (Stretch stretch : stretches) {
      var row = tx.sql().newRecord(REACH);
      row.setTenantId(tx.tenant());
      row.setAssignmentId(stretch.assignment());
      row.setChildId(stretch.child());
      row.setRunning(stretch.running());
      row.setValidFrom(stretch.from());
      row.setValidTo(stretch.to());
      rows.add(row);
    }
    tx.sql().batchInsert(rows).execute();
  }
}
