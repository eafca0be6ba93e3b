package jp.tsunagi.record.idea;

import static jp.tsunagi.schema.Tables.IDEA;
import static org.jooq.impl.DSL.or;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.database.Tx;
import org.jooq.Condition;
import org.springframework.stereotype.Component;

/** The bank as its readers meet it. The base of a newer program comes in when it is first asked. */
@Component
public final class Ideas {
  /** One more is asked for, to know whether there are more. */
  static final int SHOWN = 30;

  /**
   * What a writer is offered under that filter, the marked ones and those used last at its head.
   */
  IdeaFoundPage offered(Tx tx, IdeaFilter filter) {
    load(tx);
    Actor.Staff actor = (Actor.Staff) Actor.of(tx);
    var offered =
        new IdeaFilter(
            filter.kind(),
            filter.need(),
            filter.area(),
            filter.stage(),
            IdeaState.IN_USE.name(),
            filter.mine(),
            filter.q());
    List<IdeaSql.Met> met = IdeaSql.met(tx, actor.staff(), offered, ofHere(actor), 0, SHOWN + 1);
    return IdeaFoundPage.of(met, SHOWN);
  }

  /**
   * 書き方の例 for the writing screen.
   *
   * @param action where the filter is sent without scripts
   */
  public IdeaPane pane(Tx tx, IdeaFilter filter, String action) {
    return new IdeaPane(
        action,
        filter.q(),
        filter.mine(),
        IdeaWords.kinds(List.of(filter.kind())),
        IdeaWords.needs(List.of(filter.need())),
        IdeaWords.areas(List.of(filter.area())),
        IdeaWords.stages(List.of(filter.stage())),
        offered(tx, filter));
  }

  /** Those of the municipality, and of the organisations one is at. */
  private static Condition ofHere(Actor.Staff actor) {
    return or(IDEA.ORGANISATION_ID.isNull(), IDEA.ORGANISATION_ID.in(actor.organisations()));
  }

  /** The register as the actor keeps it, or is offered it. */
  List<IdeaSql.Met> register(Tx tx, IdeaFilter filter, int from, int most) {
    load(tx);
    Actor.Staff actor = (Actor.Staff) Actor.of(tx);
    Condition kept =
        or(
            IDEA.PROPOSED_BY.eq(actor.staff().value()),
            IDEA.ORGANISATION_ID.in(IdeaRule.heading(actor)));
    Condition all =
        IdeaRule.keeps(actor, Optional.empty()) ? or(kept, IDEA.ORGANISATION_ID.isNull()) : kept;
    Condition seen = or(all, IDEA.STATE.eq(IdeaState.IN_USE.name()).and(ofHere(actor)));
    return IdeaSql.met(tx, actor.staff(), filter, seen, from, most);
  }

  /** How many proposals wait for the actor. */
  int waiting(Tx tx, Actor.Staff actor) {
    return tx.sql()
        .fetchCount(
            IDEA,
            IDEA.TENANT_ID
                .eq(tx.tenant())
                .and(IDEA.STATE.eq(IdeaState.PROPOSED.name()))
                .and(IDEA.ORGANISATION_ID.in(IdeaRule.heading(actor))));
  }

  /**
   * The example, to whoever may see it.
   *
   * @throws NotFound otherwise
   */
  Idea find(Tx tx, UUID id) {
    Actor.Staff actor = (Actor.Staff) Actor.of(tx);
    return IdeaSql.find(tx, id)
        .filter(idea -> IdeaRule.sees(actor, idea))
        .orElseThrow(NotFound::new);
  }

  /** The writer put it into a plan: it stands near the head of the list the next time. */
  public void used(Tx tx, UUID id) {
    Actor.Staff actor = (Actor.Staff) Actor.of(tx);
    IdeaSql.find(tx, id)
        .filter(idea -> IdeaRule.sees(actor, idea))
        .ifPresent(idea -> IdeaSql.used(tx, actor.staff(), idea.id()));
  }

  /** The rows of the base, as the program brings them now. */
  static void load(Tx tx) {
    if (IdeaSql.version(tx) < IdeaBase.version()) {
      tx.besides(() -> {
        IdeaSql.load(tx, IdeaBase.all(), IdeaBase.version());
        return true;
      });
    }
  }
}
