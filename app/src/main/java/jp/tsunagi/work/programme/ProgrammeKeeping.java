package jp.tsunagi.work.programme;

import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.ProgrammeId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.work.programme.Programmes.Programme;
import org.springframework.stereotype.Component;

/** What staff do with programmes: add one, name it anew, close it and open it again. */
@Component
class ProgrammeKeeping {
  private final Database database;
  private final Programmes programmes;
  private final Trace trace;

  ProgrammeKeeping(Database database, Programmes programmes, Trace trace) {
    this.database = database;
    this.programmes = programmes;
    this.trace = trace;
  }

  /** Why a name is not taken over. */
  enum Refusal {
    /** No name. */
    MISSING,
    /** More than {@link Programmes#LONGEST_NAME} characters. */
    TOO_LONG,
    /** The organisation has a programme of that name. */
    TAKEN
  }

  /** Whether the name can be one at all. */
  static Optional<Refusal> refusal(String name) {
    if (name.isBlank()) {
      return Optional.of(Refusal.MISSING);
    }
    return name.strip().codePointCount(0, name.strip().length()) > Programmes.LONGEST_NAME
        ? Optional.of(Refusal.TOO_LONG)
        : Optional.empty();
  }

  /** Adds a programme to an organisation the actor writes for. */
  ProgrammeId add(Actor.Staff actor, OrganisationId organisation, String name) {
    Seat seat = Participation.writing(actor, organisation);
    return database.call(
        actor,
        tx -> {
          ProgrammeId id = programmes.add(tx, organisation, name.strip());
          trace.write(tx, Entry.of(Action.ADMINISTER).seat(seat).about("programme.added", id));
          return id;
        });
  }

  /** Names it anew. Empty when it is called so now. */
  Optional<Refusal> rename(Actor.Staff actor, ProgrammeId id, String name) {
    return database.call(
        actor,
        tx -> {
          Programme programme = programmes.find(tx, id).orElseThrow(NotFound::new);
          Seat seat = Participation.writing(actor, programme.organisation());
          Optional<Refusal> refusal =
              refusal(name)
                  .or(() ->
                      programmes.rename(tx, programme, name.strip())
                          ? Optional.empty()
                          : Optional.of(Refusal.TAKEN));
          trace.write(tx, Entry.of(Action.ADMINISTER).seat(seat).about("programme.name", id));
          return refusal;
        });
  }

  /** Closes it from today on, or opens it again. */
  void close(Actor.Staff actor, ProgrammeId id, boolean closed) {
    database.run(
        actor,
        tx -> {
          Programme programme = programmes.find(tx, id).orElseThrow(NotFound::new);
          Seat seat = Participation.writing(actor, programme.organisation());
          programmes.close(tx, programme, closed ? Optional.of(tx.today()) : Optional.empty());
          trace.write(
              tx,
              Entry.of(Action.ADMINISTER)
                  .seat(seat)
                  .about(closed ? "programme.closed" : "programme.reopened", id));
        });
  }
}
