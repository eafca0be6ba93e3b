package jp.tsunagi.people.staff;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import org.springframework.stereotype.Component;

/**
 * Whoever answers for a place registers the browser in front of them, and ends what is registered
 * there; an administrator ends any. Sessions begun at a terminal end with it.
 */
@Component
final class KeepTerminals {
  private final Database database;
  private final Trace trace;

  KeepTerminals(Database database, Trace trace) {
    this.database = database;
    this.trace = trace;
  }

  /** The places whose terminals one keeps; empty: all. */
  static Optional<List<OrganisationId>> places(Actor.Staff actor) {
    return actor.may(Right.ADMINISTER)
        ? Optional.empty()
        : Optional.of(actor.heading().stream().map(Seat::organisation).distinct().toList());
  }

  /**
   * Registers it.
   *
   * @throws NotFound when one does not answer for that place
   */
  void register(
      Actor.Staff actor, UUID id, OrganisationId place, String name, BrowserKind browser) {
    Seat seat =
        actor.heading().stream()
            .filter(one -> one.organisation().equals(place))
            .findFirst()
            .orElseThrow(NotFound::new);
    var terminal = new Terminal(actor.tenant(), id, place, seat.organisationName(), name);
    database.run(
        actor,
        tx -> {
          // a form that comes twice has registered it once, and hands the same cookie again
          boolean added = TerminalSql.add(tx, terminal, browser, actor.staff());
          if (!added && TerminalSql.find(tx, id).filter(terminal::equals).isEmpty()) {
            throw new NotFound();
          }
          String word = added ? "staff.terminal.registered " : "staff.terminal.handed ";
          trace.write(tx, Entry.of(Action.TERMINAL).seat(seat).about(word + id));
        });
  }

  /**
   * One of those that one keeps.
   *
   * @throws NotFound when there is none of that number, or none any more
   */
  static TerminalSql.Listed there(Tx tx, Actor.Staff actor, UUID id) {
    return TerminalSql.list(tx, places(actor).map(List::copyOf)).stream()
        .filter(one -> one.terminal().id().equals(id))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /** Ends it, and every session begun there. */
  void end(Actor.Staff actor, UUID id) {
    database.run(
        actor,
        tx -> {
          there(tx, actor, id);
          TerminalSql.end(tx, id, actor.staff());
          SessionSql.endAt(tx, id);
          trace.write(tx, Entry.of(Action.TERMINAL).about("staff.terminal.ended " + id));
        });
  }

  /**
   * Somebody with a PIN at a place that one keeps, beside oneself.
   *
   * @throws NotFound when there is none
   */
  static PinSql.Person person(Tx tx, Actor.Staff actor, StaffId staff) {
    return places(actor).orElseGet(() -> Staffing.places(tx, staff)).stream()
        .flatMap(place -> PinSql.people(tx, place).stream())
        .filter(person -> person.staff().equals(staff))
        .findFirst()
        .orElseThrow(NotFound::new);
  }
}
