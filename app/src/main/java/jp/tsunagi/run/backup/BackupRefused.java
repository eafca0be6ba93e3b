package jp.tsunagi.run.backup;

import org.jspecify.annotations.Nullable;

/** A backup cannot be written, read or believed; the reason names a message of the same word. */
public final class BackupRefused extends RuntimeException {
  private final Reason reason;

  /** What is the matter. */
  public enum Reason {
    /** There is a file of this name already. */
    THERE,
    /** The file cannot be written. */
    UNWRITABLE,
    /** The file cannot be read, or is none of ours. */
    UNREADABLE,
    /** The recipient or the key is none. */
    KEY,
    /** The file was not encrypted for this key. */
    OTHER_KEY,
    /** The file ends too early, or was changed. */
    DAMAGED,
    /** It was written by a later program. */
    LATER
  }

  BackupRefused(Reason reason, Object what) {
    super(String.valueOf(what));
    this.reason = reason;
  }

  BackupRefused(Reason reason, Object what, @Nullable Exception cause) {
    super(String.valueOf(what), cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
