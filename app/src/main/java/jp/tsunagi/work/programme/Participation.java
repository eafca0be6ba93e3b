package jp.tsunagi.work.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.ProgrammeId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.work.programme.Programmes.Programme;
import org.springframework.stereotype.Component;

/** What staff do with participants: take children in, say who is in charge, end and take back. */
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

  /**
   * Takes children in: from today in the running year, from 1 April in another. Whoever is out of
   * reach is as if not there.
   */
  int join(Actor.Staff actor, ProgrammeId id, List<ChildId> children, FiscalYear year) {
    return database.call(
        actor,
        tx -> {
          Programme programme = programmes.find(tx, id).orElseThrow(NotFound::new);
          Seat seat = writing(actor, programme.organisation());
          List<ChildId> joining = ParticipantSql.candidates(tx, programme, year, seat, children);
          joining.forEach(child ->
              programmes.join(
                  tx, programme, child, firstDay(tx, year), Optional.of(actor.staff())));
          trace.write(
              tx, Entry.of(Action.CHANGE_INVOLVEMENT).children(joining).seat(seat).ground("OWN"));
          return joining.size();
        });
  }

  /** The first day of somebody who is taken in now. */
  static LocalDate firstDay(Tx tx, FiscalYear year) {
    return year.contains(tx.today()) ? tx.today() : year.start();
  }

  /** Why a participation does not end on that day. */
  enum Refusal {
    /** The child has not begun by then. */
    BEFORE_BEGINNING,
    /** The participation ends with its fiscal year anyway. */
    AFTER_YEAR,
    /** It has ended already; that end is taken back first. */
    ENDED
  }

  /** The child takes part for the last time on that day. Empty when that is so now. */
  Optional<Refusal> leave(
      Actor.Staff actor, ProgrammeId id, ChildId child, FiscalYear year, LocalDate lastDay) {
    return change(
        actor,
        id,
        child,
        year,
        (tx, there) -> {
          Optional<Refusal> refusal = refusal(there.participant(), year, lastDay);
          if (refusal.isEmpty()) {
            programmes.leave(tx, there.programme(), child, lastDay.plusDays(1));
          }
          return refusal;
        });
  }

  static Optional<Refusal> refusal(Participant participant, FiscalYear year, LocalDate lastDay) {
    if (participant.ended()) {
      return Optional.of(Refusal.ENDED);
    }
    if (lastDay.isBefore(participant.from())) {
      return Optional.of(Refusal.BEFORE_BEGINNING);
    }
    return lastDay.plusDays(1).isBefore(year.end())
        ? Optional.empty()
        : Optional.of(Refusal.AFTER_YEAR);
  }

  /** Takes the end back. */
  void resume(Actor.Staff actor, ProgrammeId id, ChildId child, FiscalYear year) {
    change(
        actor,
        id,
        child,
        year,
        (tx, there) -> {
          if (there.participant().ended()) {
            programmes.resume(tx, there.programme(), child, year, there.participant().to());
          }
          return Optional.<Refusal>empty();
        });
  }

  /** Says who is in charge; somebody who does not work there is nobody. */
  void charge(
      Actor.Staff actor, ProgrammeId id, ChildId child, FiscalYear year, Optional<StaffId> staff) {
    change(
        actor,
        id,
        child,
        year,
        (tx, there) -> {
          Optional<StaffId> known =
              ParticipantSql.workers(tx, there.programme().organisation()).stream()
                  .map(ParticipantSql.Worker::id)
                  .filter(one -> staff.equals(Optional.of(one)))
                  .findFirst();
          programmes.charge(tx, there.programme(), child, year, known);
          return Optional.<Refusal>empty();
        });
  }

  /** A participant where the actor writes. */
  private record There(Programme programme, Participant participant) {}

  private Optional<Refusal> change(
      Actor.Staff actor,
      ProgrammeId id,
      ChildId child,
      FiscalYear year,
      BiFunction<Tx, There, Optional<Refusal>> work) {
    return database.call(
        actor,
        tx -> {
          Programme programme = programmes.find(tx, id).orElseThrow(NotFound::new);
          Seat seat = writing(actor, programme.organisation());
          Participant participant = participant(tx, programme, year, child);
          Optional<Refusal> refusal = work.apply(tx, new There(programme, participant));
          trace.write(
              tx, Entry.of(Action.CHANGE_INVOLVEMENT).child(child).seat(seat).ground("OWN"));
          return refusal;
        });
  }

  static Participant participant(Tx tx, Programme programme, FiscalYear year, ChildId child) {
    return ParticipantSql.of(tx, programme, year).stream()
        .filter(one -> one.child().equals(child))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /** The seat from which the actor writes for the organisation; otherwise nothing is there. */
  static Seat writing(Actor.Staff actor, OrganisationId organisation) {
    return actor.at(organisation, seat -> seat.may(Right.WRITE)).orElseThrow(NotFound::new);
  }
}
