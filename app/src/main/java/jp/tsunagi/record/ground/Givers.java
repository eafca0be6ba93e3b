package jp.tsunagi.record.ground;

import java.util.Optional;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.child.Guardians;
import jp.tsunagi.people.child.Vouching;
import jp.tsunagi.people.organisation.Organisation;
import jp.tsunagi.people.organisation.Organisations;
import org.springframework.stereotype.Component;

/** Who signs: whether a guardian decides for a child, and on whose word that rests. */
@Component
record Givers(Guardians guardians, Organisations organisations) {

  /**
   * The guardian with the days on which she or he decides for the child. Looked up as the program's
   * own work: one guardian does not see what is on record of another.
   */
  Optional<Guardians.Related> related(Tx tx, ChildId child, GuardianId guardian) {
    return tx.as(
        new Actor.Job(tx.tenant(), "authority"),
        () ->
            guardians.of(tx, child).stream()
                .filter(it -> it.person().id().equals(guardian))
                .findFirst());
  }

  /**
   * Whether what was signed waits for somebody else before it opens anything.
   *
   * @param keeper the organisation that records the paper; empty: signed in the portal
   */
  boolean awaits(Tx tx, ConsentRequest request, GuardianId giver, Optional<OrganisationId> keeper) {
    return ConfirmationRule.awaits(
        new ConfirmationRule.Facts(
            request.giving(),
            request.receiving(),
            keeper,
            organisations.hubs(tx).stream().map(Organisation::id).collect(Collectors.toSet()),
            Vouching.of(tx, request.child(), giver, tx.today())));
  }
}
