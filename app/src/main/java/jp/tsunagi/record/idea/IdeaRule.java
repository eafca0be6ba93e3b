package jp.tsunagi.record.idea;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.OrganisationId;

/**
 * Who keeps which examples: the administrator those of the municipality, whoever heads an
 * organisation its own; whoever writes there proposes.
 */
final class IdeaRule {
  private IdeaRule() {}

  /** Whether the actor is offered it, or keeps it, or proposed it. */
  static boolean sees(Actor.Staff actor, Idea idea) {
    boolean here = idea.organisation().map(actor.organisations()::contains).orElse(true);
    boolean offered = here && idea.state() == IdeaState.IN_USE;
    return offered || keeps(actor, idea.organisation()) || proposed(actor, idea);
  }

  /** Whether the actor decides about the examples of that organisation, or of all. */
  static boolean keeps(Actor.Staff actor, Optional<OrganisationId> owner) {
    return owner
        .map(at -> actor.at(at, Seat::heads).isPresent())
        .orElseGet(() -> actor.may(Right.ADMINISTER));
  }

  /** Whether the actor may want one for that organisation, or for all. */
  static boolean proposes(Actor.Staff actor, Optional<OrganisationId> owner) {
    return keeps(actor, owner)
        || owner.flatMap(at -> actor.at(at, seat -> seat.may(Right.WRITE))).isPresent();
  }

  /** Whether the actor may put its words right: one's own proposal as long as it waits. */
  static boolean changes(Actor.Staff actor, Idea idea) {
    return keeps(actor, idea.organisation())
        || (proposed(actor, idea) && idea.state() == IdeaState.PROPOSED);
  }

  /** What a new one is at first: whoever keeps the examples takes it in with the same word. */
  static IdeaState begins(Actor.Staff actor, Optional<OrganisationId> owner) {
    return keeps(actor, owner) ? IdeaState.IN_USE : IdeaState.PROPOSED;
  }

  /** The organisations whose examples the actor decides about. */
  static List<OrganisationId> heading(Actor.Staff actor) {
    return actor.heading().stream().map(Seat::organisation).distinct().toList();
  }

  /** The organisations for which the actor may want examples, by name. */
  static Map<OrganisationId, String> proposing(Actor.Staff actor) {
    Map<OrganisationId, String> names = new LinkedHashMap<>();
    actor.seats().stream()
        .filter(seat -> seat.may(Right.WRITE) || seat.heads())
        .forEach(seat -> names.putIfAbsent(seat.organisation(), seat.organisationName()));
    return names;
  }

  private static boolean proposed(Actor.Staff actor, Idea idea) {
    return idea.proposedBy().equals(actor.staff().value());
  }
}
