package jp.tsunagi.record.compartment;

import java.util.List;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.OrganisationId;

/**
 * Who opens what is for a named few alone, and who says who they are (docs/access.md): whoever
 * answers for a place that deals with the child.
 */
final class CompartmentRule {
  private CompartmentRule() {}

  /** Why it is not done; each has its words. */
  sealed interface Refusal {
    /** The address is hidden already; the place that did so keeps the list. */
    record HiddenAlready() implements Refusal {}

    /** The place keeps such a record of the child already. */
    record KeptAlready() implements Refusal {}

    /** She or he, or the post, is among the named. */
    record NamedAlready() implements Refusal {}

    /** Without anybody named nobody could read what is kept, or lift the hiding. */
    record LastOne() implements Refusal {}

    /** The message that says it. */
    default String key() {
      return "compartment.refusal." + getClass().getSimpleName();
    }
  }

  /**
   * Whether the actor says who is named: from a seat that answers for the place that opened it, or
   * as one of the named few with such a seat elsewhere.
   *
   * @param reaching the answering seats that reach the child, its involvement running
   */
  static boolean keeps(List<Seat> reaching, Compartment one) {
    return reaching.stream()
        .anyMatch(seat -> one.member() || seat.organisation().equals(one.organisation()));
  }

  /** Whether the reader may know that there is one, and who is named. */
  static boolean knows(List<Seat> reaching, Compartment one) {
    return one.member() || keeps(reaching, one);
  }

  /** Whether another of this kind can be opened for the place. */
  static java.util.Optional<Refusal> refusal(
      CompartmentKind kind, OrganisationId place, List<Compartment> open) {
    return switch (kind) {
      case HIDDEN_ADDRESS ->
          open.stream().anyMatch(one -> one.kind() == kind)
              ? java.util.Optional.of(new Refusal.HiddenAlready())
              : java.util.Optional.empty();
      case ABUSE ->
          open.stream().anyMatch(one -> one.kind() == kind && one.organisation().equals(place))
              ? java.util.Optional.of(new Refusal.KeptAlready())
              : java.util.Optional.empty();
    };
  }
}
