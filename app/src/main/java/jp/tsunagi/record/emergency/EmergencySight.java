package jp.tsunagi.record.emergency;

import static jp.tsunagi.schema.Tables.EMERGENCY_ACCESS;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.base.access.Reaches.Kind;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.involvement.BeyondReach;
import jp.tsunagi.schema.tables.records.EmergencyAccessRecord;
import org.jooq.Condition;
import org.springframework.stereotype.Component;

/** The days of emergencies, for the keeper of reach; the minutes are the predicate's. */
@Component
final class EmergencySight implements BeyondReach {
  @Override
  public List<Sight> ofChildren(Tx tx, Set<ChildId> children) {
    return read(tx, EMERGENCY_ACCESS.CHILD_ID.in(children));
  }

  @Override
  public List<Sight> ofAssignment(
      Tx tx, AssignmentId assignment, Set<OrganisationId> organisations) {
    return read(tx, EMERGENCY_ACCESS.ASSIGNMENT_ID.eq(assignment));
  }

  private static List<Sight> read(Tx tx, Condition which) {
    return tx.sql()
        .selectFrom(EMERGENCY_ACCESS)
        .where(EMERGENCY_ACCESS.TENANT_ID.eq(tx.tenant()))
        .and(which)
        .fetch(EmergencySight::sight);
  }

  private static Sight sight(EmergencyAccessRecord row) {
    return new Sight(
        row.getChildId(),
        Kind.EMERGENCY,
        Optional.empty(),
        Optional.of(row.getAssignmentId()),
        Period.through(
            row.getOpenedAt().atZoneSameInstant(ActingClock.JAPAN).toLocalDate(),
            row.getClosesAt().atZoneSameInstant(ActingClock.JAPAN).toLocalDate()));
  }
}
