package jp.tsunagi.people.child;

import static jp.tsunagi.schema.Tables.CHILD;

import java.util.Collection;
import java.util.List;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.GuardianGrants;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;
import org.springframework.stereotype.Component;

/** Says who a child is, to whoever may see that it exists. */
@Component
public final class Identities {

  /** The child, unless the actor may not see it: then nothing is there. */
  public Identity get(Tx tx, ChildId child) {
    return find(tx, List.of(child)).stream().findFirst().orElseThrow(NotFound::new);
  }

  /** Those of the children that the actor may see, in the order asked for. */
  public List<Identity> find(Tx tx, Collection<ChildId> children) {
    return List.copyOf(IdentitySql.of(tx, children).values());
  }

  /**
   * The same, and of age who shows something to the guardian signed in: who it is, nothing else
   * ({@link Readable#shown}).
   */
  public List<Identity> shown(Tx tx, Collection<ChildId> children) {
    return List.copyOf(IdentitySql.shown(tx, children).values());
  }

  /** Every child of a guardian, by birth. For a staff member this would be the whole reach. */
  public List<Identity> ofGuardian(Tx tx) {
    if (!(Actor.of(tx) instanceof Actor.Guardian guardian)) {
      throw new IllegalStateException("lists of staff start from reach");
    }
    return find(
        tx,
        tx.sql()
            .select(CHILD.CHILD_ID)
            .from(CHILD)
            .where(Readable.child(tx))
            .and(CHILD.CHILD_ID.in(GuardianGrants.decided(tx, guardian)))
            .orderBy(CHILD.BIRTH_DATE, CHILD.CHILD_ID)
            .fetch(CHILD.CHILD_ID));
  }
}
