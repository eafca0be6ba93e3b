package jp.tsunagi.work.programme;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.ProgrammeId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.people.child.Identity;
import jp.tsunagi.people.child.Lookup;
import jp.tsunagi.work.programme.Programmes.Programme;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays out the participants' page, and leaves the row of what it shows. */
@Component
class ParticipantsDesk {
  private final Database database;
  private final Programmes programmes;
  private final Identities identities;
  private final Lookup lookup;
  private final Trace trace;

  ParticipantsDesk(
      Database database, Programmes programmes, Identities identities, Lookup lookup, Trace trace) {
    this.database = database;
    this.programmes = programmes;
    this.identities = identities;
    this.lookup = lookup;
    this.trace = trace;
  }

  /**
   * What is asked of the page.
   *
   * @param year empty: the running one
   * @param typed who is looked for; empty when nobody is
   */
  record Asked(Optional<Integer> year, String show, Optional<String> typed) {
    static Asked of(Optional<Integer> year, String show, Optional<String> typed) {
      return new Asked(year, show, typed);
    }
  }

  /** The page; 404 where the reader has no seat. */
  ParticipantsPage page(
      Actor.Staff actor, ProgrammeId id, Asked asked, ParticipantsPage.@Nullable Keep keep) {
    return database.call(actor, tx -> page(tx, actor, id, asked, keep));
  }

  private ParticipantsPage page(
      Tx tx, Actor.Staff actor, ProgrammeId id, Asked asked, ParticipantsPage.@Nullable Keep keep) {
    Programme programme = programmes.find(tx, id).orElseThrow(NotFound::new);
    Seat seat = seat(actor, programme);
    FiscalYear year = asked.year().map(FiscalYear::new).orElse(FiscalYear.of(tx.today()));
    List<Participant> participants = ParticipantSql.of(tx, programme, year);
    boolean joins = seat.may(Right.WRITE);
    List<Identity> returning = joins ? returning(tx, programme, seat, year) : List.of();
    List<Identity> found = asked.typed().map(typed -> lookup.find(tx, typed)).orElse(List.of());
    Set<ChildId> shown = new LinkedHashSet<>();
    participants.forEach(one -> shown.add(one.child()));
    returning.forEach(one -> shown.add(one.id()));
    found.forEach(one -> shown.add(one.id()));
    trace.write(
        tx,
        Entry.of(asked.typed().isPresent() ? Action.SEARCH : Action.LIST)
            .children(shown)
            .seat(seat)
            .ground("OWN"));
    return new ParticipantsView(tx, programme, seat, year, isClosed(tx, programme))
        .page(
            participants,
            new ParticipantsView.Beside(
                asked.show(),
                returning,
                asked.typed().orElse(""),
                found,
                asked.typed().isPresent(),
                keep));
  }

  /** The seat at the programme's place: one that writes, else one that reads. */
  static Seat seat(Actor.Staff actor, Programme programme) {
    return actor
        .at(programme.organisation(), one -> one.may(Right.WRITE))
        .or(() ->
            actor.at(programme.organisation(), one -> one.reads() && !one.ceiling().isEmpty()))
        .orElseThrow(NotFound::new);
  }

  private boolean isClosed(Tx tx, Programme programme) {
    return programmes.closed(tx, List.of(programme.organisation())).contains(programme);
  }

  private List<Identity> returning(Tx tx, Programme programme, Seat seat, FiscalYear year) {
    List<ChildId> before =
        ParticipantSql.of(tx, programme, year.previous()).stream()
            .filter(one -> !one.ended())
            .map(Participant::child)
            .toList();
    Set<ChildId> may = Set.copyOf(ParticipantSql.candidates(tx, programme, year, seat, before));
    return identities.find(tx, before.stream().filter(may::contains).toList());
  }
}
