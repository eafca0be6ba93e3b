package jp.tsunagi.people.involvement;

import java.util.List;
import java.util.Set;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Reaches;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Consequence;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.child.Children;
import jp.tsunagi.people.staff.Staffing.AssignmentChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the reach of all assignments true, in the transaction that changes a fact. */
@Component
final class ReachKeeper {
  private static final String JOB = "reach";

  private final Consequence ofChildren = this::workOut;
  private final List<BeyondReach> beyond;

  ReachKeeper(List<BeyondReach> beyond) {
    this.beyond = beyond;
  }

  /** Who deals with the child has changed. */
  void refresh(Tx tx, ChildId child) {
    tx.follow(ofChildren, child);
  }

  /** Works out anew who reaches these children. */
  private void workOut(Tx tx, Set<ChildId> children) {
    tx.as(
        new Actor.Job(tx.tenant(), JOB),
        () -> {
          Children.hold(tx, children);
          var facts = ReachSql.ofChildren(tx, children, beyond(tx, children));
          Reaches.replaceOfChildren(tx, children, ReachRule.stretches(facts));
          return true;
        });
  }

  private List<BeyondReach.Sight> beyond(Tx tx, Set<ChildId> children) {
    return beyond.stream().flatMap(each -> each.ofChildren(tx, children).stream()).toList();
  }

  private List<BeyondReach.Sight> beyond(
      Tx tx, AssignmentId assignment, Set<OrganisationId> organisations) {
    return beyond.stream()
        .flatMap(each -> each.ofAssignment(tx, assignment, organisations).stream())
        .toList();
  }

  /** What is seen of a child without reach has changed. */
  @EventListener
  void on(BeyondReach.Changed event) {
    refresh(event.tx(), event.child());
  }

  private void workOut(Tx tx, AssignmentId assignment) {
    var facts = ReachSql.ofAssignment(tx, assignment, places -> beyond(tx, assignment, places));
    Reaches.replaceOfAssignment(tx, assignment, ReachRule.stretches(facts));
  }

  /** Works out anew whom the assignment reaches, and who stands in for it. */
  @EventListener
  void on(AssignmentChanged event) {
    Tx tx = event.tx();
    tx.as(
        new Actor.Job(tx.tenant(), JOB),
        () -> {
          workOut(tx, event.assignment());
          ReachSql.standingIn(tx, event.assignment()).forEach(one -> workOut(tx, one));
          return true;
        });
  }
}
