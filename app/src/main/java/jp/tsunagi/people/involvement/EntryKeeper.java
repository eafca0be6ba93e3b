package jp.tsunagi.people.involvement;

import java.time.LocalDate;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.child.Registration.Entered;
import jp.tsunagi.people.involvement.Involvements.Involvement;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Opens the involvement a child comes on record with, in the same transaction. */
@Component
final class EntryKeeper {
  private final Involvements involvements;

  EntryKeeper(Involvements involvements) {
    this.involvements = involvements;
  }

  @EventListener
  void on(Entered event) {
    Tx tx = event.tx();
    Entered.Entry entry = event.entry();
    if (entry.hub()) {
      involvements.open(
          tx,
          event.child(),
          entry.seat().organisation(),
          InvolvementKind.CONSULTATION,
          Period.since(entry.since()));
    } else {
      enrol(tx, event.child(), entry);
    }
  }

  private void enrol(Tx tx, ChildId child, Entered.Entry entry) {
    OrganisationId organisation = entry.seat().organisation();
    LocalDate today = tx.today();
    if (entry.since().isAfter(today)) {
      involvements.open(
          tx, child, organisation, InvolvementKind.PREPARING, new Period(today, entry.since()));
    }
    Period period = Period.since(entry.since());
    var id = involvements.open(tx, child, organisation, InvolvementKind.ENROLMENT, period);
    entry
        .schoolClass()
        .ifPresent(one ->
            involvements.place(
                tx,
                new Involvement(id, child, organisation, InvolvementKind.ENROLMENT, period),
                one,
                entry.number(),
                period));
  }
}
