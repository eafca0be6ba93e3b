package jp.tsunagi.people.involvement;

import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Reaches;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.staff.Staffing.AssignmentChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the reach of all assignments true, in the transaction that changes a fact. */
@Component
final class ReachKeeper {
  private static final String JOB = "reach";

  /** Works out anew who reaches the child. */
  void refreshChild(Tx tx, ChildId child) {
    tx.as(
        new Actor.Job(tx.tenant(), JOB),
        () -> {
          var facts = ReachSql.ofChild(tx, child);
          Reaches.replaceOfChild(tx, child, ReachRule.stretches(facts));
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
