package jp.tsunagi.base.database;

/** Looks at a transaction that has changed something, before the change is kept. */
@FunctionalInterface
public interface BeforeCommit {
  /** Throws to take everything back. */
  void check(Tx tx);
}
