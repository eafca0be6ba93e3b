package jp.tsunagi.base.database;

import java.util.Set;

/**
 * What is derived from the facts about a child and kept beside them: reach, grants, search keys. It
 * is worked out from what is on record, so once after several changes is as good as after each.
 */
@FunctionalInterface
public interface Consequence {
  /** Replaces what is derived of these children by what the facts of the transaction say. */
  void workOut(Tx tx, Set<ChildId> children);
}
