package jp.tsunagi.base.trace;

/**
 * Transactions are numbered below the last seal, so that no seal would ever cover their rows: the
 * database came here by other means than a restore (docs/backup.md).
 */
final class DatabaseMovedWithoutIncarnation extends RuntimeException {
  DatabaseMovedWithoutIncarnation(long number, long sealed) {
    super("transaction " + number + " below the sealed " + sealed);
  }
}
