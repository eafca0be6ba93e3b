package jp.tsunagi.work.retention;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.record.ground.OpenSheets;
import jp.tsunagi.record.print.Issues;
import jp.tsunagi.record.sheet.Disposing;
import jp.tsunagi.work.relocation.MovedAway;
import jp.tsunagi.work.request.PlanRequests;
import jp.tsunagi.work.retention.DisposalSql.Disposal;
import jp.tsunagi.work.retention.RetentionSql.Kept;
import org.springframework.stereotype.Component;

/**
 * 廃棄: one person proposes, another approves, never the same; then the sheets go, a few in each
 * transaction, so that whatever breaks it off leaves it to be gone on with. What must stay after
 * all (kept longer meanwhile, open to somebody) stays and is counted.
 */
@Component
final class Disposals {
  private static final int AT_ONCE = 20;

  private final Database database;
  private final Expiry expiry;
  private final Disposing disposing;
  private final Issues issues;
  private final Trace trace;

  Disposals(Database database, Expiry expiry, Disposing disposing, Issues issues, Trace trace) {
    this.database = database;
    this.expiry = expiry;
    this.disposing = disposing;
    this.issues = issues;
    this.trace = trace;
  }

  /**
   * Proposes what was chosen of one place: all that has come to its end of these kinds and years
   * now. False when nothing of it is there any more, or the form was sent before.
   */
  boolean propose(Tx tx, Actor.Staff actor, UUID id, Set<String> chosen, String why) {
    List<Expiry.Group> groups =
        expiry.of(tx, actor).stream().filter(one -> chosen.contains(one.key())).toList();
    Set<OrganisationId> places =
        groups.stream().map(one -> one.seat().organisation()).collect(Collectors.toSet());
    if (places.size() != 1 || DisposalSql.hold(tx, id).isPresent()) {
      return false;
    }
    DisposalSql.add(tx, id, places.iterator().next(), why, groups);
    Set<ChildId> children =
        groups.stream().flatMap(one -> one.children().stream()).collect(Collectors.toSet());
    trace.write(tx, entry(id, "PROPOSED").children(children));
    return true;
  }

  private static Entry entry(UUID id, String purpose) {
    return Entry.of(Action.DISPOSE).purpose(purpose).about("retention.disposal " + id);
  }

  /** Those that the actor may know of: of the own places; a hub's all. */
  static List<Disposal> of(Tx tx, Actor.Staff actor) {
    return Expiry.isHub(actor) ? DisposalSql.all(tx) : DisposalSql.of(tx, Expiry.places(actor));
  }

  private static Disposal mine(Tx tx, Actor.Staff actor, UUID id) {
    Set<OrganisationId> places = Expiry.places(actor);
    return DisposalSql.hold(tx, id)
        .filter(one -> Expiry.isHub(actor) || places.contains(one.organisation()))
        .orElseThrow(NotFound::new);
  }

  /** Whether this person may decide it: never who proposed. */
  static boolean decides(Actor.Staff actor, Disposal disposal) {
    return disposal.waits() && !disposal.proposedBy().equals(actor.staff().value());
  }

  /** Approves or refuses; not found for who proposed, and once it is decided. */
  void decide(Tx tx, Actor.Staff actor, UUID id, boolean approved, String word) {
    Disposal disposal = mine(tx, actor, id);
    if (!decides(actor, disposal)) {
      throw new NotFound();
    }
    if (approved) {
      DisposalSql.approve(tx, id, word);
    } else {
      DisposalSql.refuse(tx, id, word);
    }
    trace.write(tx, entry(id, approved ? "APPROVED" : "REFUSED"));
  }

  /** Goes on until nothing is left, a few sheets in each transaction. */
  void carryOut(Actor.Staff actor, UUID id) {
    boolean more = true;
    while (more) {
      more = database.call(actor, tx -> step(tx, actor, id));
    }
  }

  /** A few sheets; whether there are more. */
  boolean step(Tx tx, Actor.Staff actor, UUID id) {
    Disposal disposal = mine(tx, actor, id);
    if (!disposal.runs()) {
      trace.write(tx, entry(id, "OVER"));
      return false;
    }
    List<SheetId> next = DisposalSql.next(tx, id, AT_ONCE);
    Set<ChildId> children = new TreeSet<>(java.util.Comparator.comparing(ChildId::toString));
    Set<SheetId> there = new java.util.HashSet<>();
    for (Kept kept : RetentionSql.of(tx, next)) {
      there.add(kept.sheet());
      boolean goes = goes(tx, kept);
      if (goes) {
        dispose(tx, kept);
        children.add(kept.child());
      }
      DisposalSql.counted(tx, id, kept.sheet(), goes);
    }
    next.stream()
        .filter(sheet -> !there.contains(sheet))
        .forEach(sheet -> DisposalSql.counted(tx, id, sheet, false));
    if (next.size() < AT_ONCE) {
      DisposalSql.finish(tx, id);
    }
    trace.write(tx, entry(id, "CARRIED_OUT").children(children));
    return next.size() == AT_ONCE;
  }

  /** Looked at once more: what happened since the proposal counts. */
  private static boolean goes(Tx tx, Kept kept) {
    return Expiry.isOver(tx, kept)
        && !PlanRequests.restsOn(tx, kept.sheet())
        && !OpenSheets.named(tx, kept.sheet())
        && !OpenSheets.handedOver(tx, kept.child(), kept.sheet());
  }

  private void dispose(Tx tx, Kept kept) {
    RetentionSql.alone(
        tx,
        () -> {
          issues.dispose(tx, kept.child(), disposing.items(tx, kept.child(), kept.sheet()));
          PlanRequests.forget(tx, kept.sheet());
          MovedAway.forget(tx, kept.sheet());
          disposing.dispose(tx, kept.child(), kept.sheet());
          return Optional.empty();
        });
  }
}
