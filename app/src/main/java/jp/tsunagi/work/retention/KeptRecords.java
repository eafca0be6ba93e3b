package jp.tsunagi.work.retention;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;

/**
 * One sort of records that is kept for a time of its own: which there are, whose they are, what
 * stops them from going, and how they go. Asked as the program's own work: what has come to its end
 * lies beyond the reach of everybody; who may be told what of it is decided elsewhere.
 */
interface KeptRecords {
  Set<RetentionKind> kinds();

  /** Those that are wanted. */
  List<Past> past(Tx tx, Wanted wanted);

  /** Holds the row until the end of the transaction; false: it is gone. */
  boolean hold(Tx tx, UUID id);

  /** Whether something needs it still that may have come since it was listed. */
  boolean isNeeded(Tx tx, Kept kept);

  /** Deletes it with all that hangs on it; nothing of it can be brought back. */
  void dispose(Tx tx, Kept kept);

  /** The word by which the trace names it. */
  String word();

  /**
   * A record before the involvements are looked at.
   *
   * @param organisation whose it is; empty for the family's own
   * @param begun the fiscal year in which it was begun
   * @param year the fiscal year of the last that was done with it
   * @param lapsed the first day on which it did not hold any more; empty while it does, and for
   *     what holds nothing
   * @param idle nothing is there for which it holds: while it does, it lapses with the last
   *     involvement with the child
   */
  record Past(
      RetentionKind kind,
      UUID id,
      ChildId child,
      LocalDate birth,
      Optional<OrganisationId> organisation,
      int begun,
      int year,
      Optional<LocalDate> lapsed,
      boolean idle) {}
}
