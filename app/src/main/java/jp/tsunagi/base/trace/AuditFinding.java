package jp.tsunagi.base.trace;

import java.time.LocalDate;

/** Something about the trace that cannot have come about by the program's own work. */
public sealed interface AuditFinding {
  /** Where it was found: the id of a row, a day, or the number of a seal. */
  Object place();

  /** A row whose content is not what its keyed hash covers. */
  record RowChanged(String event) implements AuditFinding {
    @Override
    public Object place() {
      return event;
    }
  }

  /** Rows that say which child an event showed were added, changed or removed on this day (UTC). */
  record SubjectsChanged(LocalDate day) implements AuditFinding {
    @Override
    public Object place() {
      return day;
    }
  }

  /** A seal whose content is not what its keyed hash covers. */
  record SealChanged(long seal) implements AuditFinding {
    @Override
    public Object place() {
      return seal;
    }
  }

  /** A seal that does not follow on the one before it: one is missing, or was put in between. */
  record ChainBroken(long seal) implements AuditFinding {
    @Override
    public Object place() {
      return seal;
    }
  }

  /** Rows of the stretch were added, removed, moved or put in another order. */
  record StretchChanged(long seal, long sealed, long found) implements AuditFinding {
    @Override
    public Object place() {
      return seal;
    }
  }

  /** A seal kept outside that the trace does not know, or knows otherwise. */
  record KeptOutsideDiffers(long seal) implements AuditFinding {
    @Override
    public Object place() {
      return seal;
    }
  }
}
