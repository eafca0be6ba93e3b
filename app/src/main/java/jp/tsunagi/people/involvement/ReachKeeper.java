package jp.tsunagi.people.involvement;

import java.util.Set;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Reaches;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Consequence;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.staff.Staffing.AssignmentChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the reach of all assignments true, in the transaction that changes a fact. */
@Component
final class ReachKeeper {
  private static final String JOB = "reach";

  private final Consequence ofChildren = ReachKeeper::workOut;

  /** Who deals with the child has changed. */
  void refresh(Tx tx, ChildId child) {
    tx.follow(ofChildren, child);
  }

  /** Works out anew who reaches these children. */
  private static void workOut(Tx tx, Set<ChildId> children) {
    tx.as(
        new Actor.Job(tx.tenant(), JOB),
        () -> {
          var facts = ReachSql.ofChildren(tx, children);
          Reaches.replaceOfChildren(tx, children, ReachRule.stretches(facts));
          return true;
        });
  }

  /** Works out anew whom the assignment reaches. */
  @EventListener
  void on(AssignmentChanged event) {
    Tx tx = event.tx();
    tx.as(
        new Actor.Job(tx.tenant(), JOB),
        () -> {
          var facts = ReachSql.ofAssignment(tx, event.assignment());
          Reaches.replaceOfAssignment(tx, event.assignment(), ReachRule.stretches(facts));
          return true;
        });
  }
}
