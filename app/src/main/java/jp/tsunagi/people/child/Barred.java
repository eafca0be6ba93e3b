package jp.tsunagi.people.child;

import java.util.Collection;
import java.util.Set;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;

/**
 * 閲覧の制限: whom somebody must not see, whatever else would show it. Reach knows it already; this is
 * for what is shown without reach. Told by the module above.
 */
public interface Barred {
  /** The children whom the actor must not see today. */
  Set<ChildId> from(Tx tx, Actor.Staff actor);

  /** The children whom somebody else, who works at these places, must not see today. */
  Set<ChildId> from(Tx tx, StaffId staff, Collection<OrganisationId> places);
}
