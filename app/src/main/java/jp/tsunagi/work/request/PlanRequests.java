package jp.tsunagi.work.request;

import static jp.tsunagi.schema.Tables.PLAN_REQUEST;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Compartments;
import jp.tsunagi.base.access.Held;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.record.ground.ConsentMoved;
import jp.tsunagi.record.ground.ConsentRequests;
import jp.tsunagi.record.ground.Consents;
import jp.tsunagi.record.ground.ScopeLine;
import jp.tsunagi.record.item.Author;
import jp.tsunagi.record.print.RecordPart;
import jp.tsunagi.record.print.RecordParts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * 計画の求め (B4): asked for by who deals with the child, agreed to by who wrote it, then put to the
 * family. Only the family's consent opens anything.
 */
@Component
public final class PlanRequests {
  private final ConsentRequests consents;
  private final Consents signed;
  private final RecordParts parts;
  private final Trace trace;

  PlanRequests(ConsentRequests consents, Consents signed, RecordParts parts, Trace trace) {
    this.consents = consents;
    this.signed = signed;
    this.parts = parts;
    this.trace = trace;
  }

  /** A request with the side on which the actor stands, and from which seat. */
  record Seen(PlanRequest request, Side side, Seat seat) {}

  /**
   * The seat from which the actor asks about the child, if there is one. Beside a child whose
   * address is hidden only the named few ask: a refusal tells that the place deals with the child.
   */
  static Optional<Seat> asking(Tx tx, Actor.Staff actor, ChildId child) {
    return Compartments.concealed(tx, child) ? Optional.empty() : concerned(tx, actor, child);
  }

  /** The seat from which requests about the child concern the actor, if there is one. */
  static Optional<Seat> concerned(Tx tx, Actor.Staff actor, ChildId child) {
    return actor.seats().stream()
        .filter(Seat::asks)
        .filter(seat -> Held.running(tx, Set.of(seat), child))
        .findFirst();
  }

  /** What is wished for, beside who asks. */
  public record Wish(
      ConsentId id,
      ChildId child,
      OrganisationId author,
      String form,
      int year,
      List<String> sections,
      String why,
      LocalDate neededBy,
      LocalDate until) {
    PlanRequest by(OrganisationId asker, Instant now) {
      return new PlanRequest(
          id,
          child,
          asker,
          author,
          form,
          year,
          sections,
          why,
          neededBy,
          until,
          now,
          RequestState.ASKED,
          now,
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }

  /** Asks from the seat from which the actor may; not found for whoever may not. */
  public void ask(Tx tx, Actor.Staff actor, Wish wish) {
    Seat seat = asking(tx, actor, wish.child()).orElseThrow(NotFound::new);
    ask(tx, wish.by(seat.organisation(), tx.now()), seat);
  }

  /** Agrees to all that is asked for of the first sheet that fits. */
  public void agree(Tx tx, Actor.Staff actor, ConsentId id) {
    Seen seen = get(tx, actor, id);
    SheetId sheet =
        sheets(tx, seen.request()).keySet().stream().findFirst().orElseThrow(NotFound::new);
    if (agree(tx, seen, sheet, seen.request().sections()) != Outcome.DONE) {
      throw new NotFound();
    }
  }

  /** One that the actor has to do with, the answering side first; not found otherwise. */
  static Seen get(Tx tx, Actor.Staff actor, ConsentId id) {
    for (Side side : Side.values()) {
      for (Seat seat : actor.seats()) {
        Optional<PlanRequest> found = RequestSql.find(tx, id, Sides.of(tx, side, List.of(seat)));
        if (found.isPresent()) {
          return new Seen(found.get(), side, seat);
        }
      }
    }
    throw new NotFound();
  }

  /** Those about a child that the actor sees from that side, the latest first. */
  static List<PlanRequest> ofChild(Tx tx, Actor.Staff actor, ChildId child, Side side) {
    return RequestSql.of(
        tx,
        Sides.of(tx, side, actor.seats()).and(PLAN_REQUEST.CHILD_ID.eq(child)),
        RequestFilter.Page.whole());
  }

  /**
   * Asks. The same form once more changes nothing. Not found for an id that a consent bears: what
   * becomes of that one would move the request.
   */
  void ask(Tx tx, PlanRequest asked, Seat seat) {
    if (RequestSql.add(tx, asked)) {
      if (ConsentRequests.taken(tx, asked.id())) {
        throw new NotFound();
      }
      RequestSql.step(tx, asked.id(), RequestMove.ASKED, Optional.of(seat.organisation()), "");
      trace.write(tx, row(asked, "ASKED").seat(seat));
      return;
    }
    boolean own =
        RequestSql.find(
                tx,
                asked.id(),
                Sides.of(tx, Side.ASKING, List.of(seat))
                    .and(PLAN_REQUEST.CHILD_ID.eq(asked.child())))
            .isPresent();
    if (!own) {
      throw new NotFound();
    }
    trace.write(tx, row(asked, "AGAIN").seat(seat));
  }

  /**
   * The final sheets of that form which the place wrote and the actor reads, the asked year first;
   * of each the parts that are asked for.
   */
  Map<SheetId, List<RecordPart>> sheets(Tx tx, PlanRequest request) {
    Map<SheetId, List<RecordPart>> sheets = new LinkedHashMap<>();
    parts.latestFinal(tx, request.child()).stream()
        .filter(part -> part.form().key().equals(request.form()))
        .filter(part -> request.sections().contains(part.section().key()))
        .sorted(
            Comparator.comparing((RecordPart part) -> part.fiscalYear() != request.year())
                .thenComparing(part -> part.form().sections().indexOf(part.section())))
        .forEach(part -> sheets.computeIfAbsent(part.sheet(), _ -> new ArrayList<>()).add(part));
    var author = new Author.Organisation(request.author());
    sheets.values().removeIf(all -> all.stream().noneMatch(part -> part.author().equals(author)));
    return sheets;
  }

  /** What came of an answer. */
  enum Outcome {
    DONE,
    /** Somebody was first, or the days are over. */
    OVER,
    /** No part was chosen that can be shown. */
    NOTHING
  }

  /** Agrees to show these parts of that sheet; the family is asked from now on. */
  Outcome agree(Tx tx, Seen seen, SheetId sheet, List<String> sections) {
    PlanRequest request = seen.request();
    List<RecordPart> chosen =
        sheets(tx, request).getOrDefault(sheet, List.of()).stream()
            .filter(part -> sections.contains(part.section().key()))
            .toList();
    if (chosen.isEmpty()) {
      return Outcome.NOTHING;
    }
    if (!moved(tx, seen, RequestMove.AGREED, RequestSql.Change.of(sheet), "")) {
      return Outcome.OVER;
    }
    boolean kept =
        consents.prepare(
            tx,
            consents.ofSheet(
                request.id(),
                request.child(),
                request.why(),
                request.author(),
                request.asker(),
                chosen.stream().map(PlanRequests::line).toList(),
                request.until(),
                seen.seat().organisation()));
    if (!kept) {
      // another consent came to that id since: it is not the family's answer to this request
      throw new NotFound();
    }
    return Outcome.DONE;
  }

  private static ScopeLine line(RecordPart part) {
    return new ScopeLine(
        part.category(),
        Optional.of(part.code()),
        Optional.of(new ScopeLine.OfSheet(part.sheet(), part.fiscalYear())));
  }

  /** Does not show it; whoever asked is told the reason. */
  Outcome refuse(Tx tx, Seen seen, RefusalReason why, String note) {
    return moved(tx, seen, RequestMove.REFUSED, RequestSql.Change.of(why), note)
        ? Outcome.DONE
        : Outcome.OVER;
  }

  /** Takes it back; the family cannot answer any more, and what it signed ends. */
  Outcome cancel(Tx tx, Seen seen) {
    PlanRequest request = seen.request();
    if (!request.canBeCancelled(tx.today()) || !ended(tx, request)) {
      return again(tx, seen);
    }
    return moved(tx, seen, RequestMove.CANCELLED, RequestSql.Change.NONE, "")
        ? Outcome.DONE
        : Outcome.OVER;
  }

  /**
   * Shows it no longer; whoever asked is told the reason. What nobody had confirmed yet was never
   * readable: that reads like a refusal.
   */
  Outcome stop(Tx tx, Seen seen, String why) {
    PlanRequest request = seen.request();
    boolean waits = request.stored() == RequestState.CONFIRMING;
    if (!request.canBeStopped(tx.today())
        || !signed.stop(tx, request.child(), request.id(), waits)) {
      return again(tx, seen);
    }
    return moved(tx, seen, RequestMove.STOPPED, RequestSql.Change.NONE, why)
        ? Outcome.DONE
        : Outcome.OVER;
  }

  /** False when the family, or who confirms, was first. */
  private boolean ended(Tx tx, PlanRequest request) {
    return switch (request.stored()) {
      case AGREED -> consents.drop(tx, request.child(), request.id());
      case CONFIRMING -> signed.end(tx, request.child(), request.id());
      default -> true;
    };
  }

  private boolean moved(Tx tx, Seen seen, RequestMove move, RequestSql.Change change, String note) {
    PlanRequest request = seen.request();
    boolean done =
        RequestGraph.after(request.state(tx.today()), move)
            .filter(to -> RequestSql.move(tx, request, to, change))
            .isPresent();
    if (!done) {
      again(tx, seen);
      return false;
    }
    RequestSql.step(tx, request.id(), move, Optional.of(seen.seat().organisation()), note);
    trace.write(tx, row(request, move.name()).seat(seen.seat()));
    return true;
  }

  private Outcome again(Tx tx, Seen seen) {
    trace.write(tx, row(seen.request(), "AGAIN").seat(seen.seat()));
    return Outcome.OVER;
  }

  private static Entry row(PlanRequest request, String purpose) {
    return Entry.of(Action.REQUEST).child(request.child()).purpose(purpose);
  }

  /** Whether a request still rests on the sheet: agreed to, and neither declined nor over. */
  public static boolean restsOn(Tx tx, SheetId sheet) {
    return RequestSql.of(tx, PLAN_REQUEST.SHEET_ID.eq(sheet), RequestFilter.Page.whole()).stream()
        .map(request -> request.state(tx.today()))
        .anyMatch(state ->
            state == RequestState.AGREED
                || state == RequestState.CONFIRMING
                || state == RequestState.READABLE);
  }

  /** Requests that are over name the sheet no longer: it has become another child's. */
  public static void forget(Tx tx, SheetId sheet) {
    RequestSql.forget(tx, sheet);
  }

  /** Holds it to the end of the transaction; false: it is gone. */
  public static boolean hold(Tx tx, ConsentId id) {
    return RequestSql.hold(tx, id);
  }

  /** Deletes it with its steps, when two people have decided it ({@code work.retention}). */
  public static void dispose(Tx tx, ConsentId id) {
    RequestSql.dispose(tx, id);
  }

  /** What became of the consent moves the request with it, in the same transaction. */
  @EventListener
  void on(ConsentMoved event) {
    Tx tx = event.tx();
    RequestSql.find(tx, event.consent(), PLAN_REQUEST.CHILD_ID.eq(event.child()))
        .ifPresent(request -> follow(tx, request, event));
  }

  private static void follow(Tx tx, PlanRequest request, ConsentMoved event) {
    RequestMove move = RequestMove.of(event.move());
    var change =
        new RequestSql.Change(
            Optional.empty(),
            event.period().flatMap(days -> Optional.ofNullable(days.to())),
            Optional.empty());
    RequestGraph.after(request.stored(), move)
        .filter(to -> RequestSql.move(tx, request, to, change))
        .ifPresent(_ -> RequestSql.step(tx, request.id(), move, Optional.empty(), ""));
  }
}
