package jp.tsunagi.people.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.ui.FieldRefusal;
import org.springframework.stereotype.Component;

/**
 * Closes an organisation with a last day, once nothing runs there after it; opens it again when
 * that was a mistake. Its records stay, and who may read them goes on reading them.
 */
@Component
final class CloseOrganisation {
  private final Database database;
  private final Organisations organisations;
  private final List<Running> running;
  private final Trace trace;

  CloseOrganisation(
      Database database, Organisations organisations, List<Running> running, Trace trace) {
    this.database = database;
    this.organisations = organisations;
    this.running = List.copyOf(running);
    this.trace = trace;
  }

  /** What came of it. */
  sealed interface Outcome {
    /** It closes with that day. */
    record Closed() implements Outcome {}

    /** The day is wrong. */
    record Refused(FieldRefusal why) implements Outcome {}

    /** All this runs longer. */
    record Unsettled(List<Running.Left> left) implements Outcome {
      public Unsettled {
        left = List.copyOf(left);
      }
    }
  }

  /**
   * Closes it.
   *
   * @throws NotFound when the municipality has no such organisation
   */
  Outcome with(Actor.Staff actor, OrganisationId id, String lastDay) {
    return database.call(actor, tx -> close(tx, id, lastDay));
  }

  private Outcome close(Tx tx, OrganisationId id, String typed) {
    Organisation there = organisations.locked(tx, id).orElseThrow(NotFound::new);
    TypedDay day = TypedDay.of(typed, tx.today());
    Optional<FieldRefusal> refusal = refusal(day);
    if (refusal.isPresent()) {
      return new Outcome.Refused(refusal.get());
    }
    LocalDate last = day.day().orElseThrow();
    List<Running.Left> left =
        running.stream().flatMap(one -> one.after(tx, id, last).stream()).toList();
    if (!left.isEmpty()) {
      return new Outcome.Unsettled(left);
    }
    organisations.put(tx, there.closed(Optional.of(last.plusDays(1))));
    trace.write(tx, Entry.of(Action.ADMINISTER).about("organisation.closed", id));
    return new Outcome.Closed();
  }

  static Optional<FieldRefusal> refusal(TypedDay day) {
    return FieldRefusal.when(
            day.reading().isEmpty(), "lastDay", "organisation.closing.refused.missing")
        .or(() -> day.refusal("lastDay"));
  }

  /** As if it had not been closed. */
  void reopen(Actor.Staff actor, OrganisationId id) {
    database.run(
        actor,
        tx -> {
          Organisation there = organisations.locked(tx, id).orElseThrow(NotFound::new);
          if (there.closedFrom().isEmpty()) {
            throw new NotFound();
          }
          organisations.put(tx, there.closed(Optional.empty()));
          trace.write(tx, Entry.of(Action.ADMINISTER).about("organisation.reopened", id));
        });
  }
}
