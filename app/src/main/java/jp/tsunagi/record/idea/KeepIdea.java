package jp.tsunagi.record.idea;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.ui.FieldRefusal;
import org.springframework.stereotype.Component;

/** Adds and changes examples, decides about proposals, and marks. */
@Component
final class KeepIdea {
  private final Database database;
  private final Ideas ideas;
  private final Trace trace;

  KeepIdea(Database database, Ideas ideas, Trace trace) {
    this.database = database;
    this.ideas = ideas;
    this.trace = trace;
  }

  /** What came of it: what is wrong, or what it is now. */
  record Outcome(List<FieldRefusal> refusals, IdeaState state) {}

  /**
   * A new example, or a proposal.
   *
   * @throws NotFound when the actor has nothing to say there
   */
  Outcome add(Actor.Staff actor, IdeaDraft draft) {
    return database.call(
        actor,
        tx -> {
          Optional<Idea> there = IdeaSql.find(tx, draft.id());
          if (there.isPresent() || !IdeaRule.proposes(actor, draft.owner())) {
            throw new NotFound();
          }
          return put(tx, actor, draft, there, IdeaRule.begins(actor, draft.owner()));
        });
  }

  /**
   * Other words for one that is there.
   *
   * @throws NotFound when it is not there, or not the actor's to change
   */
  Outcome change(Actor.Staff actor, IdeaDraft draft) {
    return database.call(
        actor,
        tx -> {
          Idea there = ideas.find(tx, draft.id());
          if (!IdeaRule.changes(actor, there)) {
            throw new NotFound();
          }
          return put(tx, actor, draft, Optional.of(there), there.state());
        });
  }

  private Outcome put(
      Tx tx, Actor.Staff actor, IdeaDraft draft, Optional<Idea> there, IdeaState state) {
    List<String> others =
        ideas.register(tx, IdeaFilter.of(java.util.Map.of()), 0, Integer.MAX_VALUE).stream()
            .map(IdeaSql.Met::idea)
            .filter(idea -> !idea.id().equals(draft.id()))
            .map(Idea::text)
            .toList();
    List<FieldRefusal> refusals = IdeaRules.check(draft, others, ChildNames.in(tx, draft.text()));
    if (refusals.isEmpty()) {
      IdeaSql.put(tx, draft.accepted(there, state, actor.staff().value()));
      row(tx, there.isPresent() ? "idea.changed" : "idea.added", draft.id());
    }
    return new Outcome(refusals, state);
  }

  /**
   * Takes a proposal in or not; offers an example no more, or again.
   *
   * @throws NotFound when that cannot be, or is not the actor's to decide
   */
  void become(Actor.Staff actor, UUID id, IdeaState next) {
    database.run(
        actor,
        tx -> {
          Idea there = ideas.find(tx, id);
          if (!IdeaRule.keeps(actor, there.organisation()) || !there.state().mayBecome(next)) {
            throw new NotFound();
          }
          IdeaSql.put(
              tx,
              new Idea(
                  there.id(),
                  there.shipped(),
                  there.organisation(),
                  there.kind(),
                  there.tags(),
                  there.text(),
                  there.place(),
                  next,
                  there.proposedBy()));
          row(tx, "idea." + next.name().toLowerCase(java.util.Locale.ROOT), id);
        });
  }

  /** Marks it for the actor alone, or takes the mark back. */
  void mark(Actor.Staff actor, UUID id, boolean marked) {
    database.run(
        actor,
        tx -> {
          Idea there = ideas.find(tx, id);
          if (marked) {
            IdeaSql.mark(tx, actor.staff(), there.id());
          } else {
            IdeaSql.unmark(tx, actor.staff(), there.id());
          }
          row(tx, marked ? "idea.marked" : "idea.unmarked", id);
        });
  }

  private void row(Tx tx, String word, UUID id) {
    trace.write(tx, Entry.of(Action.IDEA).about(word + " " + id));
  }
}
