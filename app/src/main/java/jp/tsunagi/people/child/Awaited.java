package jp.tsunagi.people.child;

import java.util.Optional;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;

/** Whoever prepared the registration of a child elsewhere, under the id the child will have. */
public interface Awaited {
  /** What else will happen when the child is put on record, in one sentence. */
  Optional<String> announced(Tx tx, ChildId child);

  /** The child is on record: does the rest, and says where one goes from here. */
  Optional<String> registered(Tx tx, ChildId child);
}
