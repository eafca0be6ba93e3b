package jp.tsunagi.record.ground;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.OrganisationId;

/**
 * Nobody opens the records of others for himself (ADR 8): who receives shows the signed paper, and
 * when nobody but the receiver says that the signing guardian decides for the child, the consent
 * waits for a hub or for an organisation that gives.
 */
final class ConfirmationRule {
  private ConfirmationRule() {}

  /**
   * All that is looked at.
   *
   * @param keeper the organisation that records the paper; empty: signed in the portal
   * @param hubs the organisations that keep the register of the municipality
   * @param vouching the organisations that put the giver's authority on record
   */
  record Facts(
      Optional<Set<OrganisationId>> giving,
      Set<OrganisationId> receiving,
      Optional<OrganisationId> keeper,
      Set<OrganisationId> hubs,
      Set<OrganisationId> vouching) {}

  /**
   * Whether the scan of the paper must be there. The consent to the use of the system is recorded
   * by the hubs, whose record it opens, from the paper on their own shelf (A3).
   */
  static boolean needsScan(
      ConsentKind kind, Set<OrganisationId> receiving, Optional<OrganisationId> keeper) {
    return kind != ConsentKind.USE && keeper.filter(receiving::contains).isPresent();
  }

  /**
   * Whether the organisation puts the question to the family, and takes in or ends its answer:
   * never the one that asked another for a sheet, which hears yes or no alone (B4).
   */
  static boolean mayKeep(ConsentRequest request, OrganisationId keeper) {
    return !request.ofSheet() || !request.receiving().contains(keeper);
  }

  /** Whether the consent opens nothing until somebody else has confirmed it. */
  static boolean awaits(Facts facts) {
    Set<OrganisationId> own = new HashSet<>(facts.receiving());
    own.removeAll(facts.hubs());
    if (own.isEmpty() || facts.keeper().filter(it -> second(facts, it)).isPresent()) {
      return false;
    }
    return own.containsAll(facts.vouching());
  }

  /** Whether the organisation stands apart from those who read by the consent. */
  private static boolean second(Facts facts, OrganisationId organisation) {
    return facts.hubs().contains(organisation)
        || (gives(facts.giving(), organisation) && !facts.receiving().contains(organisation));
  }

  /** The seat that may confirm, if there is one: a hub's, or a giving organisation's own. */
  static Optional<Seat> confirms(List<Seat> seats, Consent consent) {
    return seats.stream()
        .filter(seat ->
            seat.may(Right.INTAKE)
                || (seat.may(Right.ENROL)
                    && gives(consent.giving(), seat.organisation())
                    && !consent.receiving().contains(seat.organisation())))
        .findFirst();
  }

  private static boolean gives(Optional<Set<OrganisationId>> giving, OrganisationId organisation) {
    return giving.filter(it -> it.contains(organisation)).isPresent();
  }
}
