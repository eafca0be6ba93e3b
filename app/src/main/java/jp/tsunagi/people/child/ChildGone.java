package jp.tsunagi.people.child;

import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;

/**
 * A child of whom nothing is left on record is about to be deleted: whoever still has rows about it
 * (who dealt with it, what is derived from that) deletes them in the same transaction.
 */
public record ChildGone(Tx tx, ChildId child) {}
