package jp.tsunagi.record.emergency;

import static jp.tsunagi.schema.Tables.EMERGENCY_ACCESS;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.calendar.WorkingDays;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Municipality;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.people.child.Barred;
import jp.tsunagi.people.child.ExactChild;
import jp.tsunagi.people.involvement.BeyondReach;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** 緊急閲覧: opens a record for an hour, ends it, and has every opening reviewed. */
@Component
final class Emergencies {
  static final Duration LONGEST = Duration.ofMinutes(60);
  static final int REVIEW_DAYS = 5;
  private static final String DAILY = "emergency.daily";
  private static final int USUAL_DAILY = 5;

  private final ApplicationEventPublisher events;
  private final Barred barred;
  private final Reviewers reviewers;
  private final Trace trace;

  Emergencies(ApplicationEventPublisher events, Barred barred, Reviewers reviewers, Trace trace) {
    this.events = events;
    this.barred = barred;
    this.reviewers = reviewers;
    this.trace = trace;
  }

  /** What came of a try to open a record. */
  sealed interface Opening {
    /** It is open, until the hour is over. */
    record Opened(ChildId child) implements Opening {}

    /** No child, or several, of that name and birth date; or none that this person may ever see. */
    record Unknown() implements Opening {}

    /** So many tries a day, and no more. */
    record TooMany(int daily) implements Opening {}
  }

  /** Opens the record. The same form once more changes nothing; every try is counted and traced. */
  Opening open(Tx tx, Actor.Staff actor, Seat seat, EmergencyForm.Read read) {
    Optional<Emergency> there =
        EmergencySql.of(tx, EMERGENCY_ACCESS.EMERGENCY_ID.eq(read.id())).stream().findFirst();
    if (there.isPresent()) {
      Emergency mine =
          there.filter(one -> one.staff().equals(actor.staff())).orElseThrow(NotFound::new);
      trace.write(tx, row(mine.child(), "AGAIN").seat(seat));
      return new Opening.Opened(mine.child());
    }
    int daily = Municipality.number(tx, DAILY, USUAL_DAILY);
    EmergencySql.tried(tx, actor.staff());
    if (EmergencySql.triesToday(tx, actor.staff()) > daily) {
      trace.write(tx, Entry.of(Action.EMERGENCY).purpose("TOO_MANY").seat(seat));
      return new Opening.TooMany(daily);
    }
    Set<ChildId> found = ExactChild.named(tx, read.name(), read.birth());
    if (found.size() != 1 || barred.from(tx, actor).containsAll(found)) {
      trace.write(tx, Entry.of(Action.EMERGENCY).purpose("NOT_FOUND").seat(seat));
      return new Opening.Unknown();
    }
    ChildId child = found.iterator().next();
    add(tx, actor, seat, read, child);
    return new Opening.Opened(child);
  }

  private void add(Tx tx, Actor.Staff actor, Seat seat, EmergencyForm.Read read, ChildId child) {
    boolean added =
        EmergencySql.add(
            tx,
            new Emergency(
                read.id(),
                child,
                seat.assignment(),
                actor.staff(),
                actor.name(),
                seat.organisation(),
                seat.organisationName(),
                seat.post(),
                read.reason(),
                read.note(),
                tx.now(),
                tx.now().plus(LONGEST),
                WorkingDays.after(tx.today(), REVIEW_DAYS),
                Optional.empty()));
    if (!added) {
      throw new NotFound();
    }
    trace.write(tx, row(child, read.reason().name()).seat(seat).ground("EMERGENCY"));
    events.publishEvent(new BeyondReach.Changed(tx, child));
  }

  /** The openings of the actor that are not over, and those of the last weeks. */
  List<Emergency> mine(Tx tx, Actor.Staff actor) {
    return EmergencySql.of(
        tx,
        EMERGENCY_ACCESS
            .STAFF_ID
            .eq(actor.staff())
            .and(
                EMERGENCY_ACCESS.OPENED_AT.ge(
                    tx.now().minus(Duration.ofDays(30)).atOffset(ZoneOffset.UTC))));
  }

  /** Ends an opening of one's own before the hour is over. */
  void close(Tx tx, Actor.Staff actor, UUID id) {
    Emergency mine =
        EmergencySql.of(tx, EMERGENCY_ACCESS.EMERGENCY_ID.eq(id)).stream()
            .filter(one -> one.staff().equals(actor.staff()))
            .findFirst()
            .orElseThrow(NotFound::new);
    trace.write(tx, row(mine.child(), "CLOSED"));
    EmergencySql.close(tx, id, actor.staff());
  }

  /** What the actor may review, the oldest first: what is due, and what is overdue anywhere. */
  List<Emergency> toReview(Tx tx, Actor.Staff actor) {
    return actor.may(Right.APPROVE) || actor.may(Right.INTAKE) ? reviewable(tx, actor) : List.of();
  }

  private List<Emergency> reviewable(Tx tx, Actor.Staff actor) {
    List<Emergency> all = EmergencySql.of(tx, EMERGENCY_ACCESS.REVIEWED_AT.isNull());
    Set<ChildId> hidden = all.isEmpty() ? Set.of() : barred.from(tx, actor);
    return all.reversed().stream()
        .filter(one -> !hidden.contains(one.child()) && reviewers.allow(tx, actor, one))
        .toList();
  }

  /** Says whether an opening was justified; 404 for whoever may not, or when somebody was first. */
  void review(Tx tx, Actor.Staff actor, UUID id, boolean justified, String note) {
    Emergency opened =
        toReview(tx, actor).stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(NotFound::new);
    if (!EmergencySql.review(tx, id, actor.staff(), justified, note)) {
      throw new NotFound();
    }
    trace.write(tx, row(opened.child(), justified ? "JUSTIFIED" : "NOT_JUSTIFIED"));
  }

  private static Entry row(ChildId child, String purpose) {
    return Entry.of(Action.EMERGENCY).child(child).purpose(purpose);
  }
}
