package jp.tsunagi.work.submission;

import static java.util.Comparator.comparing;
import static jp.tsunagi.schema.Tables.SUBMISSION;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.people.child.Barred;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.people.child.Identity;
import jp.tsunagi.record.ground.ScopeLine;
import jp.tsunagi.record.law.HandedIn;
import org.springframework.stereotype.Component;

/**
 * 設置者・町への提出: whoever leads at a place lists the sheets of one form and year, somebody else approves
 * the list, and each sheet on it is open to that one office until the last day (docs/access.md,
 * branch 3).
 */
@Component
final class Submissions {
  private final HandedIn grounds;
  private final Identities children;
  private final Barred barred;
  private final Trace trace;

  Submissions(HandedIn grounds, Identities children, Barred barred, Trace trace) {
    this.grounds = grounds;
    this.children = children;
    this.barred = barred;
    this.trace = trace;
  }

  /** A child on the list in the making, with how its sheet stands. */
  record Candidate(Identity child, Optional<SheetId> sheet, Standing standing) {}

  /** The seats of whoever leads a place that may hand in: connected for writing. */
  static List<Seat> leading(Actor.Staff actor) {
    return actor.seats().stream()
        .filter(seat -> seat.may(Right.APPROVE) || seat.may(Right.ENROL))
        .toList();
  }

  /** The children of the class or place that the seat reaches running, by reading of the name. */
  List<Candidate> candidates(Tx tx, Seat seat, Submission.What what) {
    Set<ChildId> reached = CandidateSql.children(tx, seat, what);
    Map<ChildId, CandidateSql.Sheet> sheets = CandidateSql.sheets(tx, what, reached);
    Set<SheetId> ids =
        sheets.values().stream().map(CandidateSql.Sheet::id).collect(Collectors.toSet());
    Set<CandidateSql.Whose> whole = CandidateSql.parts(tx, what, ids).keySet();
    Map<CandidateSql.Whose, UUID> listed = SubmissionSql.open(tx, what.receiver(), ids);
    Set<UUID> held = grounds.holding(tx, Set.copyOf(listed.values()));
    Set<UUID> waiting = SubmissionSql.waiting(tx, listed.values());
    Set<ChildId> care = CandidateSql.withCare(tx, reached);
    return children.find(tx, reached).stream()
        .sorted(comparing(child -> child.name().sortKey()))
        .map(child -> {
          Optional<CandidateSql.Sheet> sheet = Optional.ofNullable(sheets.get(child.id()));
          Optional<UUID> ground =
              sheet.map(one -> listed.get(new CandidateSql.Whose(child.id(), one.id())));
          return new Candidate(
              child,
              sheet.map(CandidateSql.Sheet::id),
              Standing.of(
                  new Standing.Facts(
                      care.contains(child.id()),
                      ground.filter(waiting::contains).isPresent(),
                      ground.filter(held::contains).isPresent(),
                      sheet
                          .map(one -> new CandidateSql.Whose(child.id(), one.id()))
                          .filter(whole::contains)
                          .isPresent(),
                      sheet.map(CandidateSql.Sheet::state).orElse(""))));
        })
        .toList();
  }

  /** Whether the actor has sent that very form before: then it leaves a row and changes nothing. */
  boolean sentBefore(Tx tx, Actor.Staff actor, UUID id) {
    Optional<Submission> there =
        SubmissionSql.of(tx, SUBMISSION.SUBMISSION_ID.eq(id)).stream().findFirst();
    there
        .filter(one -> one.askedBy().equals(actor.staff()))
        .ifPresent(one -> trace.write(tx, row(children(one), "SUBMISSION_AGAIN")));
    return there.filter(one -> one.askedBy().equals(actor.staff())).isPresent();
  }

  private static Set<ChildId> children(Submission one) {
    return one.lines().stream().map(Submission.Line::child).collect(Collectors.toSet());
  }

  /** Makes the list, whole or not at all. */
  void ask(Tx tx, Submission asked) {
    release(tx, asked);
    if (!SubmissionSql.add(tx, asked)) {
      throw new NotFound();
    }
    trace.write(tx, row(children(asked), "SUBMISSION_ASKED"));
  }

  /** What an earlier list opened and does not hold any more stands in nobody's way. */
  private void release(Tx tx, Submission asked) {
    Map<CandidateSql.Whose, UUID> listed =
        SubmissionSql.open(
            tx,
            asked.what().receiver(),
            asked.lines().stream().map(Submission.Line::sheet).toList());
    Set<UUID> over = new HashSet<>(listed.values());
    over.removeAll(grounds.holding(tx, Set.copyOf(listed.values())));
    over.removeAll(SubmissionSql.waiting(tx, listed.values()));
    SubmissionSql.close(tx, over);
  }

  /**
   * The lists of the actor's places, and those that wait for her or him, the latest first; without
   * those of whose children none may be told.
   */
  List<Submission> mine(Tx tx, Actor.Staff actor) {
    List<OrganisationId> places = leading(actor).stream().map(Seat::organisation).toList();
    List<Submission> own = SubmissionSql.of(tx, SUBMISSION.ORGANISATION_ID.in(places));
    List<Submission> all =
        actor.may(Right.INTAKE)
            ? union(own, SubmissionSql.of(tx, SubmissionSql.undecided(tx)))
            : own;
    Map<UUID, Set<ChildId>> told = told(tx, actor, all);
    return all.stream().filter(one -> !told.getOrDefault(one.id(), Set.of()).isEmpty()).toList();
  }

  /**
   * By list, the children who may stand on it for the actor. Not those whom she or he must not see;
   * and where an address is hidden, the list tells only whoever leads at the place, who knows, that
   * the child is there.
   */
  Map<UUID, Set<ChildId>> told(Tx tx, Actor.Staff actor, Collection<Submission> lists) {
    Set<ChildId> hidden = barred.from(tx, actor);
    Set<ChildId> elsewhere =
        lists.stream()
            .filter(one -> !leads(actor, one))
            .flatMap(one -> children(one).stream())
            .collect(Collectors.toSet());
    Set<ChildId> care = elsewhere.isEmpty() ? Set.of() : CandidateSql.withCare(tx, elsewhere);
    Map<UUID, Set<ChildId>> told = new HashMap<>();
    for (Submission one : lists) {
      Set<ChildId> all = new HashSet<>(children(one));
      all.removeAll(hidden);
      if (!leads(actor, one)) {
        all.removeAll(care);
      }
      told.put(one.id(), all);
    }
    return told;
  }

  Set<ChildId> told(Tx tx, Actor.Staff actor, Submission one) {
    return told(tx, actor, List.of(one)).getOrDefault(one.id(), Set.of());
  }

  static boolean leads(Actor.Staff actor, Submission one) {
    return leading(actor).stream().anyMatch(seat -> seat.organisation().equals(one.what().place()));
  }

  private static List<Submission> union(List<Submission> one, List<Submission> other) {
    List<Submission> all = new ArrayList<>(one);
    other.stream()
        .filter(each -> one.stream().noneMatch(there -> there.id().equals(each.id())))
        .forEach(all::add);
    return all;
  }

  /** One of them; 404 for whoever it does not concern. */
  Submission get(Tx tx, Actor.Staff actor, UUID id) {
    return mine(tx, actor).stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /**
   * Never who asked; whoever leads at the place, or takes children in at a hub; to the last day.
   */
  static boolean decides(Tx tx, Actor.Staff actor, Submission one) {
    return one.waits(tx.today())
        && !actor.staff().equals(one.askedBy())
        && (leads(actor, one) || actor.may(Right.INTAKE));
  }

  /** The lists that wait for the actor. */
  List<Submission> waiting(Tx tx, Actor.Staff actor) {
    return mine(tx, actor).stream().filter(one -> decides(tx, actor, one)).toList();
  }

  /**
   * The children of a list by name, of those who may be told: all of them to whoever decides, since
   * nobody approves what he does not know; to everybody else those whom he sees anyway.
   */
  Map<ChildId, Identity> named(Tx tx, Actor.Staff actor, Submission one) {
    Set<ChildId> ids = told(tx, actor, one);
    List<Identity> found =
        decides(tx, actor, one)
            ? tx.as(new Actor.Job(tx.tenant(), "submission"), () -> children.find(tx, ids))
            : children.find(tx, ids);
    return found.stream()
        .sorted(comparing(child -> child.name().sortKey()))
        .collect(Collectors.toMap(Identity::id, child -> child, (a, _) -> a, LinkedHashMap::new));
  }

  /** Those who may be told, but not by name: the actor does not see them any more. */
  Set<ChildId> unnamed(Tx tx, Actor.Staff actor, Submission one) {
    Set<ChildId> rest = new HashSet<>(told(tx, actor, one));
    rest.removeAll(named(tx, actor, one).keySet());
    return rest;
  }

  /**
   * Approves the list without those that were taken out, or refuses it whole. What is no longer
   * final, no longer of the place, or marked with care since falls out too; 404 for whoever may not
   * decide, or when somebody was first.
   */
  void decide(
      Tx tx, Actor.Staff actor, UUID id, Collection<ChildId> kept, boolean approved, String word) {
    Submission one =
        waiting(tx, actor).stream()
            .filter(it -> it.id().equals(id))
            .findFirst()
            .orElseThrow(NotFound::new);
    if (!SubmissionSql.decide(tx, id, actor.staff(), approved, word)) {
      throw new NotFound();
    }
    List<HandedIn.Part> parts = approved ? parts(tx, actor, one, Set.copyOf(kept)) : List.of();
    Set<UUID> opened = parts.stream().map(HandedIn.Part::ground).collect(Collectors.toSet());
    SubmissionSql.leaveOut(
        tx,
        id,
        one.lines().stream()
            .map(Submission.Line::ground)
            .filter(ground -> !opened.contains(ground))
            .toList());
    if (!parts.isEmpty()) {
      grounds.open(
          tx,
          new HandedIn.Terms(
              one.what().place(),
              one.what().receiver(),
              one.note(),
              one.lastDay(),
              one.askedBy(),
              one.askedAt(),
              actor.staff(),
              word),
          parts);
    }
    trace.write(tx, row(children(one), approved ? "SUBMISSION_APPROVED" : "SUBMISSION_REFUSED"));
  }

  private List<HandedIn.Part> parts(Tx tx, Actor.Staff actor, Submission one, Set<ChildId> kept) {
    Set<ChildId> listed = new HashSet<>(named(tx, actor, one).keySet());
    listed.retainAll(kept);
    Set<ChildId> sound = new HashSet<>(CandidateSql.dealt(tx, one.what().place(), listed));
    sound.removeAll(CandidateSql.withCare(tx, listed));
    Map<CandidateSql.Whose, List<ScopeLine>> parts =
        CandidateSql.parts(
            tx, one.what(), one.lines().stream().map(Submission.Line::sheet).toList());
    return one.lines().stream()
        .filter(line -> sound.contains(line.child()))
        .flatMap(line ->
            Optional.ofNullable(parts.get(new CandidateSql.Whose(line.child(), line.sheet())))
                .map(scope -> new HandedIn.Part(line.ground(), line.child(), scope))
                .stream())
        .toList();
  }

  /** Ends what a list opened, all of it or of some children; whoever leads at the place. */
  void end(Tx tx, Actor.Staff actor, UUID id, Collection<ChildId> which, String why) {
    Submission one = get(tx, actor, id);
    if (!leads(actor, one) || !one.approved()) {
      throw new NotFound();
    }
    Map<UUID, ChildId> ended =
        one.lines().stream()
            .filter(line -> !line.leftOut() && which.contains(line.child()))
            .collect(Collectors.toMap(Submission.Line::ground, Submission.Line::child));
    grounds.end(tx, ended, actor.staff(), why);
    SubmissionSql.close(tx, ended.keySet());
  }

  /** Which grounds of the lists hold today. */
  Set<UUID> holding(Tx tx, Collection<Submission> lists) {
    return grounds.holding(
        tx,
        lists.stream()
            .flatMap(one -> one.lines().stream())
            .map(Submission.Line::ground)
            .collect(Collectors.toSet()));
  }

  /** How many of the sheets that the lists hold open today are of children whom the actor sees. */
  int open(Tx tx, Collection<Submission> lists) {
    Set<UUID> holding = holding(tx, lists);
    List<ChildId> open =
        lists.stream()
            .flatMap(one -> one.lines().stream())
            .filter(line -> holding.contains(line.ground()))
            .map(Submission.Line::child)
            .toList();
    Set<ChildId> seen =
        children.find(tx, Set.copyOf(open)).stream().map(Identity::id).collect(Collectors.toSet());
    return (int) open.stream().filter(seen::contains).count();
  }

  /** The approved lists to the actor's offices that have not passed their last day. */
  List<Submission> received(Tx tx, Actor.Staff actor) {
    return SubmissionSql.of(
        tx,
        SUBMISSION
            .RECEIVER_ID
            .in(actor.organisations())
            .and(SUBMISSION.APPROVED.isTrue())
            .and(SUBMISSION.LAST_DAY.ge(tx.today())));
  }

  /** A list in the making, as it was ticked. */
  static List<Submission.Line> lines(List<Candidate> ticked) {
    return ticked.stream()
        .flatMap(one ->
            one
                .sheet()
                .map(sheet -> new Submission.Line(one.child().id(), sheet, Id.fresh(), false))
                .stream())
        .toList();
  }

  private static Entry row(Set<ChildId> all, String purpose) {
    return Entry.of(Action.LEGAL_GROUND).children(all).purpose(purpose);
  }
}
