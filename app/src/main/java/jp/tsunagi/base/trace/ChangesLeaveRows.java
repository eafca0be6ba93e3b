package jp.tsunagi.base.trace;

import jp.tsunagi.base.database.Tx;

/** A transaction of a request in which somebody changes something leaves the row it states. */
final class ChangesLeaveRows implements jp.tsunagi.base.database.BeforeCommit {
  @Override
  public void check(Tx tx) {
    if (tx.scope().id().isPresent() && !Coverage.mayChange()) {
      throw new IllegalStateException("a change without its row");
    }
  }
}
