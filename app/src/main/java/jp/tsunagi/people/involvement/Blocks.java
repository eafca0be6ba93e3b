package jp.tsunagi.people.involvement;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.BlockId;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.people.child.Barred;
import jp.tsunagi.people.involvement.BlockRule.Refusal;
import jp.tsunagi.people.involvement.BlockRule.Whom;
import org.springframework.stereotype.Component;

/**
 * 閲覧の制限 (F2): keeps a staff member or an organisation from seeing a child. It holds at once, beats
 * every other rule, and only a hub lifts it.
 */
@Component
public final class Blocks implements Barred {
  private final ReachKeeper reach;
  private final Trace trace;

  Blocks(ReachKeeper reach, Trace trace) {
    this.reach = reach;
    this.trace = trace;
  }

  @Override
  public Set<ChildId> from(Tx tx, Actor.Staff actor) {
    return from(
        tx,
        actor.staff(),
        actor.seats().stream().map(Seat::organisation).collect(Collectors.toSet()));
  }

  @Override
  public Set<ChildId> from(Tx tx, StaffId staff, Collection<OrganisationId> places) {
    return tx.as(
        new Actor.Job(tx.tenant(), "block"), () -> BlockSql.barred(tx, staff, places, tx.today()));
  }

  /** Sets it; the refusal when the rule says no. The same form once more changes nothing. */
  Optional<Refusal> set(
      Tx tx,
      Actor.Staff actor,
      ChildId child,
      BlockId id,
      Whom whom,
      BlockReason reason,
      Optional<String> note) {
    var lines = BlockSql.of(tx, child);
    if (lines.stream().anyMatch(line -> line.id().equals(id))) {
      trace.write(tx, row(child, "BLOCK_REPEATED"));
      return Optional.empty();
    }
    var there =
        lines.stream().filter(line -> line.to().isEmpty()).map(BlockSql.Line::whom).toList();
    var refusal = BlockRule.refusal(actor, BlockSql.running(tx, child, actor), whom, there);
    if (refusal.isEmpty()) {
      if (!BlockSql.add(tx, id, child, whom, reason, note)) {
        throw new NotFound();
      }
      trace.write(tx, row(child, "BLOCK_" + reason.name()));
      reach.refresh(tx, child);
    }
    return refusal;
  }

  /** Lifts it, at a hub that deals with the child. */
  void lift(Tx tx, Actor.Staff actor, ChildId child, BlockId id, String note) {
    if (!BlockSql.running(tx, child, actor) || !BlockSql.lift(tx, child, id, note)) {
      throw new NotFound();
    }
    trace.write(tx, row(child, "BLOCK_LIFTED"));
    reach.refresh(tx, child);
  }

  private static Entry row(ChildId child, String purpose) {
    return Entry.of(Action.CHANGE_INVOLVEMENT).child(child).purpose(purpose);
  }
}
