package jp.tsunagi.people.organisation;

import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Connection;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.ui.FieldRefusal;
import org.springframework.stereotype.Component;

/**
 * 接続の段階 is changed (A11). Nothing is moved and nothing lost: every seat is read with the stage of
 * its organisation at each request, so the change holds at once, and going back restores all.
 */
@Component
final class ChangeConnection {
  private final Database database;
  private final Organisations organisations;
  private final Trace trace;

  ChangeConnection(Database database, Organisations organisations, Trace trace) {
    this.database = database;
    this.organisations = organisations;
    this.trace = trace;
  }

  /**
   * Why not; nothing when it was changed.
   *
   * @throws NotFound when the municipality has no such organisation
   */
  Optional<FieldRefusal> with(Actor.Staff actor, OrganisationId id, Optional<Connection> chosen) {
    return database.call(actor, tx -> change(tx, actor, id, chosen));
  }

  private Optional<FieldRefusal> change(
      Tx tx, Actor.Staff actor, OrganisationId id, Optional<Connection> chosen) {
    Organisation there = organisations.locked(tx, id).orElseThrow(NotFound::new);
    Optional<FieldRefusal> refusal = refusal(actor, there, chosen);
    if (refusal.isEmpty()) {
      Connection next = chosen.orElseThrow();
      organisations.put(tx, there.connectedAs(next));
      trace.write(
          tx, Entry.of(Action.ADMINISTER).about("organisation.connection=" + next.name(), id));
    }
    return refusal;
  }

  static Optional<FieldRefusal> refusal(
      Actor.Staff actor, Organisation there, Optional<Connection> chosen) {
    if (chosen.isEmpty()) {
      return Optional.of(FieldRefusal.of("connection", "organisation.connection.refused.nothing"));
    }
    // on paper the administrator who does it could not get in again
    return FieldRefusal.when(
        !chosen.get().reads() && onlyAt(actor, there),
        "connection",
        "organisation.connection.refused.lock",
        there.name());
  }

  private static boolean onlyAt(Actor.Staff actor, Organisation there) {
    return actor.with(Right.ADMINISTER).stream()
        .map(Seat::organisation)
        .allMatch(there.id()::equals);
  }
}
