package jp.tsunagi.base.access;

/** What a post allows its holder to do, beside the categories it may see. */
public enum Right {
  /** Read what the rule lets the organisation read. */
  READ,
  /** Write the organisation's own parts while the involvement runs. */
  WRITE,
  /** Decide where a form's route names the post. */
  APPROVE,
  /** Print what is readable now. */
  PRINT,
  /** Take lists and sheets out as files. */
  EXPORT,
  /** Take a child into the record: match against all children, record consents (hubs). */
  INTAKE,
  /** Enrol children, change classes for the organisation; receipts: {@link Seat#receives()}. */
  ENROL,
  /** 緊急閲覧: open a record in an emergency, for an hour, and answer for it. */
  EMERGENCY,
  /** Keep organisations, staff, posts and settings of the municipality. */
  ADMINISTER,
  /** Read the trace: who looked at what; no word of the record (F1). */
  AUDIT;

  /**
   * Whether it changes the record of a child: only from an organisation connected for reading and
   * writing (A11). Keeping the register is none of that.
   */
  public boolean changes() {
    return switch (this) {
      case WRITE, APPROVE, INTAKE, ENROL -> true;
      case READ, PRINT, EXPORT, EMERGENCY, ADMINISTER, AUDIT -> false;
    };
  }
}
