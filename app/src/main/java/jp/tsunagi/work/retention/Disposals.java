package jp.tsunagi.work.retention;

import java.util.Collection;
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
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.people.child.Barred;
import jp.tsunagi.people.child.ChildDisposing;
import jp.tsunagi.record.sheet.Disposing;
import jp.tsunagi.work.retention.Disposal.Became;
import jp.tsunagi.work.retention.Disposal.Named;
import org.springframework.stereotype.Component;

/**
 * 廃棄: one person proposes, another approves, never the same; then the records go, a few in each
 * transaction, so that whatever breaks it off leaves it to be gone on with. What must stay after
 * all (kept longer meanwhile, written on, open to somebody, a child from whom a block keeps whoever
 * disposes away) stays and is counted.
 */
@Component
final class Disposals {
  private static final int AT_ONCE = 20;

  private final Database database;
  private final Expiry expiry;
  private final Records records;
  private final Barred blocks;
  private final Trace trace;

  Disposals(Database database, Expiry expiry, Records records, Barred blocks, Trace trace) {
    this.blocks = blocks;
    this.database = database;
    this.expiry = expiry;
    this.records = records;
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
    // of what is for a few no history tells to whom it belongs
    boolean few = groups.stream().anyMatch(one -> one.kind() == RetentionKind.COMPARTMENT);
    trace.write(tx, entry(id, "PROPOSED").children(few ? Set.of() : children));
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

  /** The places whose disposals the actor may know of; empty: of all, for a hub. */
  private static Optional<Collection<OrganisationId>> known(Actor.Staff actor) {
    return Expiry.isHub(actor) ? Optional.empty() : Optional.of(Expiry.places(actor));
  }

  /** Those that wait, as far as the actor may know of them. */
  List<Disposal> waiting(Tx tx, Actor.Staff actor) {
    return shown(tx, actor, DisposalSql.waiting(tx, known(actor), DisposalSight.told(tx, actor)));
  }

  /** Those that are decided, as far as the actor may know of them; some after that one. */
  List<Disposal> decided(Tx tx, Actor.Staff actor, Optional<UUID> after, int most) {
    return DisposalSql.decided(tx, known(actor), DisposalSight.told(tx, actor), after, most);
  }

  /**
   * What they name, or named, of a child from whom a block keeps the actor away is absent, and one
   * that names nothing else too.
   */
  List<Disposal> shown(Tx tx, Actor.Staff actor, List<Disposal> all) {
    var absent = DisposalSight.absent(tx, blocks.from(tx, actor));
    return all.stream()
        .map(one -> one.without(absent.getOrDefault(one.id(), List.of())))
        .filter(one -> !one.lines().isEmpty())
        .toList();
  }

  /** One that the actor may decide; not found otherwise. */
  Disposal toDecide(Tx tx, Actor.Staff actor, UUID id) {
    return Optional.of(mine(tx, actor, id))
        .filter(one -> decides(actor, one))
        .orElseThrow(NotFound::new);
  }

  private Disposal mine(Tx tx, Actor.Staff actor, UUID id) {
    Set<OrganisationId> places = Expiry.places(actor);
    var absent = DisposalSight.absent(tx, blocks.from(tx, actor));
    return DisposalSql.hold(tx, id)
        .filter(one -> DisposalSight.isTold(tx, actor, one))
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
    boolean few = toDecide(tx, actor, id).isOfFew();
    if (approved) {
      // of whom the approver knows nothing, nothing was decided by two
      DisposalSql.named(tx, blocks.from(tx, actor))
          .getOrDefault(id, List.of())
          .forEach(one -> counted(tx, id, one, Became.KEPT));
      DisposalSql.approve(tx, id, word, few);
    } else {
      DisposalSql.refuse(tx, id, word);
    }
    trace.write(tx, entry(id, approved ? "APPROVED" : "REFUSED"));
  }

  /** Goes on until nothing is left, a few records in each transaction. */
  void carryOut(Actor.Staff actor, UUID id) {
    boolean more = true;
    while (more) {
      more = database.call(actor, tx -> step(tx, actor, id));
    }
  }

  /** A few records; whether there are more. */
  boolean step(Tx tx, Actor.Staff actor, UUID id) {
    Disposal disposal = mine(tx, actor, id);
    if (!disposal.runs()) {
      trace.write(tx, entry(id, "OVER"));
      return false;
    }
    List<Named> next = DisposalSql.next(tx, id, AT_ONCE);
    // whoever would refer to a child that goes has been before, or waits
    Records.alone(tx, () -> lock(tx, next));
    Set<ChildId> barred = blocks.from(tx, actor);
    next.stream()
        .collect(Collectors.groupingBy(Named::kind))
        .forEach((kind, named) -> dispose(tx, id, kind, named, barred));
    if (next.size() < AT_ONCE) {
      DisposalSql.finish(tx, id);
    }
    trace.write(tx, entry(id, "CARRIED_OUT"));
    return next.size() == AT_ONCE;
  }

  private static boolean lock(Tx tx, List<Named> next) {
    ChildDisposing.alone(
        tx,
        next.stream().map(Named::child).toList(),
        next.stream()
            .filter(one -> one.kind() == RetentionKind.CARD)
            .map(Named::child)
            .collect(Collectors.toSet()));
    return true;
  }

  private void dispose(Tx tx, UUID id, RetentionKind kind, List<Named> named, Set<ChildId> barred) {
    KeptRecords theirs = records.of(kind);
    List<UUID> there =
        named.stream()
            .map(Named::id)
            .filter(one -> Records.alone(tx, () -> theirs.hold(tx, one)))
            .toList();
    Map<UUID, Kept> resting = records.atRest(tx, kind, there);
    for (Named one : named) {
      Optional<Kept> goes =
          Optional.ofNullable(resting.get(one.id()))
              .filter(kept -> kept.child().equals(one.child()) && !barred.contains(one.child()))
              .filter(kept -> goes(tx, theirs, kept));
      goes.ifPresent(kept -> dispose(tx, theirs, kept));
      counted(tx, id, one, goes.isPresent() ? Became.GONE : Became.KEPT);
    }
  }

  private void counted(Tx tx, UUID id, Named one, Became became) {
    DisposalSql.counted(tx, id, one, became == Became.GONE);
    trace.write(tx, DisposalTrace.row(id, one, records.of(one.kind()).word(), became));
  }

  /** Looked at once more: what happened since the proposal counts. */
  private static boolean goes(Tx tx, KeptRecords theirs, Kept kept) {
    return Expiry.isOver(tx, kept) && !Records.alone(tx, () -> theirs.isNeeded(tx, kept));
  }

  private static void dispose(Tx tx, KeptRecords theirs, Kept kept) {
    Records.alone(
        tx,
        () -> {
          theirs.dispose(tx, kept);
          return true;
        });
  }
}
