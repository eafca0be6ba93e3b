package jp.tsunagi.people.involvement;

import static jp.tsunagi.schema.Tables.CLASS_PLACE;
import static jp.tsunagi.schema.Tables.INVOLVEMENT;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Held;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ClassId;
import jp.tsunagi.base.database.InvolvementId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.organisation.Organisations;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Opens and ends involvements. Reach follows at once, grants through the event. */
@Component
public final class Involvements {
  private final ReachKeeper reach;
  private final Organisations organisations;
  private final ApplicationEventPublisher events;

  Involvements(ReachKeeper reach, Organisations organisations, ApplicationEventPublisher events) {
    this.organisations = organisations;
    this.reach = reach;
    this.events = events;
  }

  /** Who deals with a child has changed; what may be read must be worked out again, now. */
  public record InvolvementChanged(Tx tx, ChildId child) {}

  /** An involvement as it is on record. */
  public record Involvement(
      InvolvementId id,
      ChildId child,
      OrganisationId organisation,
      InvolvementKind kind,
      Period period) {}

  /** The days of a period on which the organisation works: nothing runs there longer. */
  public Optional<Period> within(Tx tx, OrganisationId organisation, Period period) {
    return organisations.within(tx, organisation, period);
  }

  /**
   * Opens an involvement; it ends with the organisation at the latest.
   *
   * @throws NotFound when the organisation works on none of these days
   */
  public InvolvementId open(
      Tx tx, ChildId child, OrganisationId organisation, InvolvementKind kind, Period wanted) {
    Held.mustNotOnlySee(tx, child);
    Period period = within(tx, organisation, wanted).orElseThrow(NotFound::new);
    InvolvementId id = InvolvementId.create();
    tx.sql()
        .insertInto(INVOLVEMENT)
        .set(INVOLVEMENT.TENANT_ID, tx.tenant())
        .set(INVOLVEMENT.INVOLVEMENT_ID, id)
        .set(INVOLVEMENT.CHILD_ID, child)
        .set(INVOLVEMENT.ORGANISATION_ID, organisation)
        .set(INVOLVEMENT.KIND, kind.name())
        .set(INVOLVEMENT.VALID_FROM, period.from())
        .set(INVOLVEMENT.VALID_TO, period.to())
        .set(INVOLVEMENT.DECIDED_BY, Actor.of(tx).id().orElse(null))
        .execute();
    changed(tx, child);
    return id;
  }

  /**
   * Opens it unless one of that kind runs there on the first day, or the place is closed by then.
   */
  public void openUnlessRunning(
      Tx tx, ChildId child, OrganisationId organisation, InvolvementKind kind, Period period) {
    if (!runs(tx, child, organisation, kind, period.from())
        && within(tx, organisation, period).isPresent()) {
      open(tx, child, organisation, kind, period);
    }
  }

  /** Whether an involvement of that kind at the organisation holds on the day. */
  public boolean runs(
      Tx tx, ChildId child, OrganisationId organisation, InvolvementKind kind, LocalDate day) {
    return of(tx, child).stream()
        .anyMatch(there ->
            there.organisation().equals(organisation)
                && there.kind() == kind
                && there.period().contains(day));
  }

  /** Ends an involvement; {@code wanted} is the first day it no longer runs. */
  public void end(Tx tx, Involvement involvement, LocalDate wanted) {
    Held.mustNotOnlySee(tx, involvement.child());
    LocalDate to =
        within(tx, involvement.organisation(), new Period(involvement.period().from(), wanted))
            .map(Period::to)
            .orElse(wanted);
    tx.sql()
        .update(INVOLVEMENT)
        .set(INVOLVEMENT.VALID_TO, to)
        .where(INVOLVEMENT.TENANT_ID.eq(tx.tenant()))
        .and(INVOLVEMENT.INVOLVEMENT_ID.eq(involvement.id()))
        .execute();
    PlaceSql.end(tx, involvement.id(), to);
    changed(tx, involvement.child());
  }

  /**
   * Takes an involvement out as if it had never been: its ground is gone and nothing came of it.
   */
  public void remove(Tx tx, Involvement involvement) {
    Held.mustNotOnlySee(tx, involvement.child());
    tx.sql()
        .deleteFrom(CLASS_PLACE)
        .where(CLASS_PLACE.TENANT_ID.eq(tx.tenant()))
        .and(CLASS_PLACE.INVOLVEMENT_ID.eq(involvement.id()))
        .execute();
    EnrolmentSql.forgetEnd(tx, involvement);
    tx.sql()
        .deleteFrom(INVOLVEMENT)
        .where(INVOLVEMENT.TENANT_ID.eq(tx.tenant()))
        .and(INVOLVEMENT.INVOLVEMENT_ID.eq(involvement.id()))
        .execute();
    changed(tx, involvement.child());
  }

  /**
   * Puts the child into a class from a day on, until it is put into another one or the enrolment
   * ends. The same day once more replaces what was said of it.
   */
  public void place(
      Tx tx, Involvement enrolment, ClassId schoolClass, Optional<Integer> number, Period period) {
    Held.mustNotOnlySee(tx, enrolment.child());
    PlaceSql.hold(tx, enrolment.id());
    PlaceSql.clear(tx, enrolment.id(), period.from());
    LocalDate to = PlaceSql.next(tx, enrolment.id(), period.from()).orElse(period.to());
    tx.sql()
        .insertInto(CLASS_PLACE)
        .set(CLASS_PLACE.TENANT_ID, tx.tenant())
        .set(CLASS_PLACE.INVOLVEMENT_ID, enrolment.id())
        .set(CLASS_PLACE.CLASS_ID, schoolClass)
        .set(CLASS_PLACE.CHILD_ID, enrolment.child())
        .set(CLASS_PLACE.NUMBER, number.orElse(null))
        .set(CLASS_PLACE.VALID_FROM, period.from())
        .set(CLASS_PLACE.VALID_TO, to)
        .execute();
    changed(tx, enrolment.child());
  }

  private void changed(Tx tx, ChildId child) {
    reach.refresh(tx, child);
    events.publishEvent(new InvolvementChanged(tx, child));
  }

  /** Every involvement of a child, past ones included, by their beginning. */
  public List<Involvement> of(Tx tx, ChildId child) {
    return tx.sql()
        .selectFrom(INVOLVEMENT)
        .where(INVOLVEMENT.TENANT_ID.eq(tx.tenant()))
        .and(INVOLVEMENT.CHILD_ID.eq(child))
        .orderBy(INVOLVEMENT.VALID_FROM, INVOLVEMENT.INVOLVEMENT_ID)
        .fetch(row ->
            new Involvement(
                row.getInvolvementId(),
                row.getChildId(),
                row.getOrganisationId(),
                InvolvementKind.valueOf(row.getKind()),
                new Period(row.getValidFrom(), row.getValidTo())));
  }
}
