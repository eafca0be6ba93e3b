package jp.tsunagi.base.trace;

import java.util.List;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Municipality;
import jp.tsunagi.base.database.TenantId;

/**
 * Whether the trace can be written now: without it nothing may be shown (SECURITY: invariant 4).
 */
public final class TraceProbe {
  private final Database database;
  private final Trace trace;

  public TraceProbe(Database database, Trace trace) {
    this.database = database;
    this.trace = trace;
  }

  /** Ends the transaction without leaving anything. */
  private static final class TakenBack extends RuntimeException {
    TakenBack() {
      super("taken back", null, false, false);
    }
  }

  /**
   * Adds a row for the first municipality and takes it back; where there is none yet nothing is
   * added.
   *
   * @throws RuntimeException as the database refused it
   */
  public void add() {
    List<TenantId> all = database.call(new Actor.Login(), Municipality::all);
    if (all.isEmpty()) {
      return;
    }
    try {
      database.run(
          new Actor.Job(all.getFirst(), "probe"),
          tx -> {
            trace.write(tx, Entry.of(Action.ADMINISTER).about("installation.probe"));
            throw new TakenBack();
          });
    } catch (TakenBack asMeant) {
      // it could be written
    }
  }
}
