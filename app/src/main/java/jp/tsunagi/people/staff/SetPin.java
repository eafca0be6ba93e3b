package jp.tsunagi.people.staff;

import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.ui.FieldRefusal;
import org.springframework.stereotype.Component;

/**
 * A staff member sets a PIN, or takes it away; the head of a place takes away one that was
 * forgotten. Nobody sets another's.
 */
@Component
final class SetPin {
  private final Database database;
  private final Accounts accounts;
  private final Sessions sessions;
  private final Trace trace;

  SetPin(Database database, Accounts accounts, Sessions sessions, Trace trace) {
    this.sessions = sessions;
    this.database = database;
    this.accounts = accounts;
    this.trace = trace;
  }

  /**
   * Why not; nothing when it is set. Sessions elsewhere end then.
   *
   * @param cookie of the session that stays
   */
  Optional<FieldRefusal> with(Actor.Staff actor, String pin, String again, String cookie) {
    String typed = Pin.typed(pin);
    String login = database.call(actor, tx -> accounts.login(tx, actor.account()));
    Optional<FieldRefusal> refusal =
        Pin.problem(typed, login)
            .map(key -> FieldRefusal.of("pin", key, Pin.LEAST, Pin.MOST))
            .or(() ->
                typed.equals(Pin.typed(again))
                    ? Optional.empty()
                    : Optional.of(FieldRefusal.of("again", "staff.pin.refused.differs")));
    if (refusal.isEmpty()) {
      String hash = accounts.hash(typed);
      database.run(
          actor,
          tx -> {
            PinSql.put(tx, actor.staff(), hash);
            sessions.endOthers(tx, actor.account(), cookie);
            trace.write(tx, Entry.of(Action.PIN).about("staff.pin.set"));
          });
    }
    return refusal;
  }

  /** Takes one's own away, and ends the sessions elsewhere. Whether there was one. */
  boolean endOwn(Actor.Staff actor, String cookie) {
    return database.call(
        actor,
        tx -> {
          sessions.endOthers(tx, actor.account(), cookie);
          return end(tx, actor, actor.staff());
        });
  }

  /** Takes another's away, as the head of the place. Whether there was one. */
  boolean end(Actor.Staff actor, StaffId staff) {
    return database.call(actor, tx -> end(tx, actor, staff));
  }

  private boolean end(Tx tx, Actor.Staff actor, StaffId staff) {
    boolean removed = PinSql.remove(tx, staff);
    String word = staff.equals(actor.staff()) ? "staff.pin.ended" : "staff.pin.reset";
    trace.write(tx, Entry.of(Action.PIN).about(word, staff));
    return removed;
  }
}
