package jp.tsunagi.work.programme;

import static jp.tsunagi.schema.Tables.PARTICIPATION;
import static jp.tsunagi.schema.Tables.PROGRAMME;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.ProgrammeId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.involvement.Involvements;
import org.springframework.stereotype.Component;

/** The programmes of organisations and their participants per fiscal year. */
@Component
public final class Programmes {
  /** The most characters of a name. */
  public static final int LONGEST_NAME = 60;

  private final Involvements involvements;

  Programmes(Involvements involvements) {
    this.involvements = involvements;
  }

  /** A programme. */
  public record Programme(ProgrammeId id, OrganisationId organisation, String name) {}

  /** Adds a programme; the one of that name at the organisation if it is there already. */
  public ProgrammeId add(Tx tx, OrganisationId organisation, String name) {
    ProgrammeId id = ProgrammeId.create();
    int added =
        tx.sql()
            .insertInto(PROGRAMME)
            .set(PROGRAMME.TENANT_ID, tx.tenant())
            .set(PROGRAMME.PROGRAMME_ID, id)
            .set(PROGRAMME.ORGANISATION_ID, organisation)
            .set(PROGRAMME.NAME, name)
            .onConflictDoNothing()
            .execute();
    return added == 1
        ? id
        : of(tx, List.of(organisation)).stream()
            .filter(there -> there.name().equals(name))
            .map(Programme::id)
            .findFirst()
            .orElseThrow();
  }

  /** The programmes of these organisations, by name. */
  public List<Programme> of(Tx tx, List<OrganisationId> organisations) {
    return tx.sql()
        .selectFrom(PROGRAMME)
        .where(PROGRAMME.TENANT_ID.eq(tx.tenant()))
        .and(PROGRAMME.ORGANISATION_ID.in(organisations))
        .and(PROGRAMME.CLOSED_ON.isNull().or(PROGRAMME.CLOSED_ON.gt(tx.today())))
        .orderBy(PROGRAMME.NAME, PROGRAMME.PROGRAMME_ID)
        .fetch(row -> new Programme(row.getProgrammeId(), row.getOrganisationId(), row.getName()));
  }

  /** The programme, if it is one of this municipality. */
  public Optional<Programme> find(Tx tx, ProgrammeId id) {
    return tx.sql()
        .selectFrom(PROGRAMME)
        .where(PROGRAMME.TENANT_ID.eq(tx.tenant()))
        .and(PROGRAMME.PROGRAMME_ID.eq(id))
        .fetchOptional(
            row -> new Programme(row.getProgrammeId(), row.getOrganisationId(), row.getName()));
  }

  /**
   * The child takes part from a day on until the end of that fiscal year, or of the place. Taking
   * part twice in a year has no further effect.
   *
   * @throws NotFound when the place is closed by then
   * @param staff who is in charge of the child there
   */
  public void join(
      Tx tx, Programme programme, ChildId child, LocalDate from, Optional<StaffId> staff) {
    FiscalYear year = FiscalYear.of(from);
    Period days =
        involvements
            .within(tx, programme.organisation(), new Period(from, year.end()))
            .orElseThrow(NotFound::new);
    int added =
        tx.sql()
            .insertInto(PARTICIPATION)
            .set(PARTICIPATION.TENANT_ID, tx.tenant())
            .set(PARTICIPATION.PROGRAMME_ID, programme.id())
            .set(PARTICIPATION.CHILD_ID, child)
            .set(PARTICIPATION.FISCAL_YEAR, year.year())
            .set(PARTICIPATION.VALID_FROM, from)
            .set(PARTICIPATION.VALID_TO, days.to())
            .set(PARTICIPATION.STAFF_ID, staff.orElse(null))
            .onConflictDoNothing()
            .execute();
    if (added == 1) {
      involvements.open(tx, child, programme.organisation(), InvolvementKind.PROGRAMME, days);
    }
  }

  /** Another name; false when the organisation has a programme of that name already. */
  boolean rename(Tx tx, Programme programme, String name) {
    boolean taken =
        tx.sql()
            .fetchExists(
                tx.sql()
                    .selectFrom(PROGRAMME)
                    .where(PROGRAMME.TENANT_ID.eq(tx.tenant()))
                    .and(PROGRAMME.ORGANISATION_ID.eq(programme.organisation()))
                    .and(PROGRAMME.NAME.eq(name))
                    .and(PROGRAMME.PROGRAMME_ID.ne(programme.id())));
    if (!taken) {
      tx.sql()
          .update(PROGRAMME)
          .set(PROGRAMME.NAME, name)
          .where(PROGRAMME.TENANT_ID.eq(tx.tenant()))
          .and(PROGRAMME.PROGRAMME_ID.eq(programme.id()))
          .execute();
    }
    return !taken;
  }

  /** From that day on nobody is taken in; empty: it goes on. Who takes part stays. */
  void close(Tx tx, Programme programme, Optional<LocalDate> on) {
    tx.sql()
        .update(PROGRAMME)
        .set(PROGRAMME.CLOSED_ON, on.orElse(null))
        .where(PROGRAMME.TENANT_ID.eq(tx.tenant()))
        .and(PROGRAMME.PROGRAMME_ID.eq(programme.id()))
        .execute();
  }

  /** The programmes of these organisations that are closed today, by name. */
  List<Programme> closed(Tx tx, List<OrganisationId> organisations) {
    return tx.sql()
        .selectFrom(PROGRAMME)
        .where(PROGRAMME.TENANT_ID.eq(tx.tenant()))
        .and(PROGRAMME.ORGANISATION_ID.in(organisations))
        .and(PROGRAMME.CLOSED_ON.le(tx.today()))
        .orderBy(PROGRAMME.NAME, PROGRAMME.PROGRAMME_ID)
        .fetch(row -> new Programme(row.getProgrammeId(), row.getOrganisationId(), row.getName()));
  }

  /** Who is in charge of the child in that year; empty: nobody yet. */
  void charge(Tx tx, Programme programme, ChildId child, FiscalYear year, Optional<StaffId> staff) {
    tx.sql()
        .update(PARTICIPATION)
        .set(PARTICIPATION.STAFF_ID, staff.orElse(null))
        .where(PARTICIPATION.TENANT_ID.eq(tx.tenant()))
        .and(PARTICIPATION.PROGRAMME_ID.eq(programme.id()))
        .and(PARTICIPATION.CHILD_ID.eq(child))
        .and(PARTICIPATION.FISCAL_YEAR.eq(year.year()))
        .execute();
  }

  /**
   * Takes an end back: the child takes part until the end of the fiscal year, as it was.
   *
   * @throws NotFound when the place is closed by then
   * @param ended the first day it no longer took part
   */
  void resume(Tx tx, Programme programme, ChildId child, FiscalYear year, LocalDate ended) {
    Period days =
        involvements
            .within(tx, programme.organisation(), new Period(ended, year.end()))
            .orElseThrow(NotFound::new);
    tx.sql()
        .update(PARTICIPATION)
        .set(PARTICIPATION.VALID_TO, days.to())
        .where(PARTICIPATION.TENANT_ID.eq(tx.tenant()))
        .and(PARTICIPATION.PROGRAMME_ID.eq(programme.id()))
        .and(PARTICIPATION.CHILD_ID.eq(child))
        .and(PARTICIPATION.FISCAL_YEAR.eq(year.year()))
        .execute();
    involvements.of(tx, child).stream()
        .filter(one ->
            one.kind() == InvolvementKind.PROGRAMME
                && one.organisation().equals(programme.organisation())
                && ended.equals(one.period().to()))
        .findFirst()
        .ifPresentOrElse(
            one -> involvements.end(tx, one, year.end()),
            () ->
                involvements.openUnlessRunning(
                    tx,
                    child,
                    programme.organisation(),
                    InvolvementKind.PROGRAMME,
                    new Period(ended, year.end())));
  }

  /** The child takes part no longer, from that day on. */
  public void leave(Tx tx, Programme programme, ChildId child, LocalDate to) {
    tx.sql()
        .update(PARTICIPATION)
        .set(PARTICIPATION.VALID_TO, to)
        .where(PARTICIPATION.TENANT_ID.eq(tx.tenant()))
        .and(PARTICIPATION.PROGRAMME_ID.eq(programme.id()))
        .and(PARTICIPATION.CHILD_ID.eq(child))
        .and(PARTICIPATION.VALID_FROM.lt(to))
        .and(PARTICIPATION.VALID_TO.gt(to))
        .execute();
    involvements.of(tx, child).stream()
        .filter(one ->
            one.kind() == InvolvementKind.PROGRAMME
                && one.organisation().equals(programme.organisation())
                && one.period().contains(to))
        .findFirst()
        .ifPresent(one -> involvements.end(tx, one, to));
  }
}
