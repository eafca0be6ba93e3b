package jp.tsunagi.people.staff;

import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.Tx;

/** Turns a membership into the actor it stands for, as of this transaction. */
public interface ActorSource {
  Membership.Kind kind();

  /** The actor, unless the ground to act has ended. */
  Optional<Actor> load(Tx tx, Membership membership);
}
