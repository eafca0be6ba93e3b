package jp.tsunagi.work.retention;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import jp.tsunagi.people.child.Barred;
import jp.tsunagi.record.ground.OpenSheets;
import jp.tsunagi.record.print.Issues;
import jp.tsunagi.record.sheet.Disposing;
import jp.tsunagi.work.relocation.MovedAway;
import jp.tsunagi.work.request.PlanRequests;
import jp.tsunagi.work.retention.DisposalSql.Disposal;
import jp.tsunagi.work.retention.RetentionSql.Kept;
import jp.tsunagi.work.submission.ListedSheets;
import org.springframework.stereotype.Component;

/**
 * 廃棄: one person proposes, another approves, never the same; then the sheets go, a few in each
 * transaction, so that whatever breaks it off leaves it to be gone on with. What must stay after
 * all (kept longer meanwhile, written on, open to somebody, a child from whom a block keeps whoever
 * disposes away) stays and is counted.
 */
@Component
final class Disposals {
  private static final int AT_ONCE = 20;

  private final Database database;
  private final Expiry expiry;
  private final Disposing disposing;
  private final Issues issues;
  private final Barred blocks;
  private final Trace trace;

  Disposals(
      Database database,
      Expiry expiry,
      Disposing disposing,
      Issues issues,
      Barred blocks,
      Trace trace) {
    this.blocks = blocks;
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
    Set<ChildId> held = children(chosen(tx, actor, chosen));
    Disposing.alone(tx, held);
    // once more: somebody may have proposed, moved or held any of it while this waited
    List<Expiry.Group> groups = chosen(tx, actor, chosen);
    Set<ChildId> children = children(groups);
    Set<OrganisationId> places =
        groups.stream().map(one -> one.seat().organisation()).collect(Collectors.toSet());
    if (places.size() != 1 || !held.containsAll(children) || DisposalSql.hold(tx, id).isPresent()) {
      return false;
    }
    DisposalSql.add(tx, id, places.iterator().next(), why, groups);
    trace.write(tx, entry(id, "PROPOSED").children(children));
    return true;
  }

  private List<Expiry.Group> chosen(Tx tx, Actor.Staff actor, Set<String> chosen) {
    return expiry.of(tx, actor).stream().filter(one -> chosen.contains(one.key())).toList();
  }

  private static Set<ChildId> children(List<Expiry.Group> groups) {
    return groups.stream().flatMap(one -> one.children().stream()).collect(Collectors.toSet());
  }

  private static Entry entry(UUID id, String purpose) {
    return Entry.of(Action.DISPOSE).purpose(purpose).about("retention.disposal " + id);
  }

  /**
   * Those that the actor may know of: of the own places; a hub's all. What they still name of a
   * child from whom a block keeps the actor away is absent, and one that names nothing else too.
   */
  List<Disposal> of(Tx tx, Actor.Staff actor) {
    var absent = DisposalSql.named(tx, blocks.from(tx, actor));
    List<Disposal> all =
        Expiry.isHub(actor) ? DisposalSql.all(tx) : DisposalSql.of(tx, Expiry.places(actor));
    return all.stream()
        .map(one -> one.without(absent.getOrDefault(one.id(), List.of())))
        .filter(one -> !one.lines().isEmpty())
        .toList();
  }

  private Disposal mine(Tx tx, Actor.Staff actor, UUID id) {
    Set<OrganisationId> places = Expiry.places(actor);
    var absent = DisposalSql.named(tx, blocks.from(tx, actor));
    return DisposalSql.hold(tx, id)
        .map(one -> one.without(absent.getOrDefault(id, List.of())))
        .filter(one -> !one.lines().isEmpty())
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
    Map<SheetId, ChildId> next = DisposalSql.next(tx, id, AT_ONCE);
    Disposing.alone(tx, next.values());
    Set<SheetId> there =
        next.keySet().stream()
            .filter(sheet -> Disposing.hold(tx, sheet))
            .collect(Collectors.toSet());
    Set<ChildId> barred = blocks.from(tx, actor);
    Map<SheetId, Kept> resting =
        RetentionSql.of(tx, there).stream().collect(Collectors.toMap(Kept::sheet, one -> one));
    next.forEach((sheet, child) -> {
      Optional<Kept> goes =
          Optional.ofNullable(resting.get(sheet))
              .filter(kept -> kept.child().equals(child) && !barred.contains(child))
              .filter(kept -> goes(tx, kept));
      goes.ifPresent(kept -> dispose(tx, kept));
      DisposalSql.counted(tx, id, sheet, goes.isPresent());
    });
    if (next.size() < AT_ONCE) {
      DisposalSql.finish(tx, id);
    }
    trace.write(tx, entry(id, "CARRIED_OUT"));
    return next.size() == AT_ONCE;
  }

  /** Looked at once more: what happened since the proposal counts. */
  private static boolean goes(Tx tx, Kept kept) {
    return Expiry.isOver(tx, kept)
        && !PlanRequests.restsOn(tx, kept.sheet())
        && !ListedSheets.waits(tx, kept.sheet())
        && !OpenSheets.named(tx, kept.sheet())
        && !OpenSheets.shown(tx, kept.child(), kept.sheet())
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
    trace.write(
        tx,
        Entry.of(Action.DISPOSE).child(kept.child()).purpose("GONE").about("sheet", kept.sheet()));
  }
}
