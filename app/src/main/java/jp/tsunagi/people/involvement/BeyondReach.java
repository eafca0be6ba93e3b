package jp.tsunagi.people.involvement;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.base.access.Reaches.Kind;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;

/**
 * Sight of a child without dealing with it (ACCESS: branches 3 and 4): told by the modules that
 * keep grounds in law and emergencies. Blocks are taken off here as everywhere.
 */
public interface BeyondReach {

  /** All of it for these children. */
  List<Sight> ofChildren(Tx tx, Set<ChildId> children);

  /** All of it for one assignment at one of these organisations. */
  List<Sight> ofAssignment(Tx tx, AssignmentId assignment, Set<OrganisationId> organisations);

  /**
   * Who sees which child when.
   *
   * @param kind LAW or EMERGENCY
   * @param organisation everybody there, within ceiling and rights; empty: one assignment
   */
  record Sight(
      ChildId child,
      Kind kind,
      Optional<OrganisationId> organisation,
      Optional<AssignmentId> assignment,
      Period period) {
    boolean names(OrganisationId place, AssignmentId holder) {
      return organisation.filter(place::equals).isPresent()
          || assignment.filter(holder::equals).isPresent();
    }
  }

  /** It has changed for a child: reach must be worked out again, in the same transaction. */
  record Changed(Tx tx, ChildId child) {}
}
