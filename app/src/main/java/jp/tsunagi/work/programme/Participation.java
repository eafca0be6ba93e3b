package jp.tsunagi.work.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.ProgrammeId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.work.programme.Programmes.Programme;
import org.springframework.stereotype.Component;

/** What staff do with programmes: add one, take children in, let them leave. */
@Component
class Participation {
  private final Database database;
  private final Programmes programmes;
  private final Trace trace;

  Participation(Database database, Programmes programmes, Trace trace) {
    this.database = database;
    this.programmes = programmes;
    this.trace = trace;
  }

  /** Adds a programme to an organisation the actor writes for. */
  ProgrammeId add(Actor.Staff actor, OrganisationId organisation, String name) {
    Seat seat = writing(actor, organisation);
    return database.call(
        actor,
        tx -> {
          ProgrammeId id = programmes.add(tx, organisation, name.strip());
          trace.write(tx, Entry.of(Action.ADMINISTER).seat(seat));
          return id;
        });
  }

  /** Takes children in, from a day on. Whoever is out of reach is as if not there. */
  void join(Actor.Staff actor, ProgrammeId id, List<ChildId> children, LocalDate from) {
    database.run(
        actor,
        tx -> {
          Programme programme = programmes.find(tx, id).orElseThrow(NotFound::new);
          Seat seat = writing(actor, programme.organisation());
          FiscalYear year = FiscalYear.of(from);
          List<ChildId> known =
              ParticipantSql.candidates(tx, programme, year, seat).stream()
                  .map(ParticipantSql.Candidate::child)
                  .toList();
          List<ChildId> joining = children.stream().filter(known::contains).toList();
          joining.forEach(
              child -> programmes.join(tx, programme, child, from, Optional.of(actor.staff())));
          trace.write(
              tx, Entry.of(Action.CHANGE_INVOLVEMENT).children(joining).seat(seat).ground("OWN"));
        });
  }

  /** The child takes part for the last time on that day. */
  void leave(Actor.Staff actor, ProgrammeId id, ChildId child, LocalDate lastDay) {
    database.run(
        actor,
        tx -> {
          Programme programme = programmes.find(tx, id).orElseThrow(NotFound::new);
          Seat seat = writing(actor, programme.organisation());
          if (!participates(tx, programme, child, lastDay)) {
            throw new NotFound();
          }
          programmes.leave(tx, programme, child, lastDay.plusDays(1));
          trace.write(
              tx, Entry.of(Action.CHANGE_INVOLVEMENT).child(child).seat(seat).ground("OWN"));
        });
  }

  private static boolean participates(
      Tx tx, Programme programme, ChildId child, LocalDate lastDay) {
    return ParticipantSql.of(tx, programme, FiscalYear.of(lastDay)).stream()
        .anyMatch(one ->
            one.child().equals(child) && !one.from().isAfter(lastDay) && one.to().isAfter(lastDay));
  }

  /** The seat from which the actor writes for the organisation; otherwise nothing is there. */
  static Seat writing(Actor.Staff actor, OrganisationId organisation) {
    return actor.at(organisation, seat -> seat.may(Right.WRITE)).orElseThrow(NotFound::new);
  }
}
