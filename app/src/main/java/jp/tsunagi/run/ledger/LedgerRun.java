package jp.tsunagi.run.ledger;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.run.ledger.UploadSql.Upload;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Takes a ledger in beside the request that asked for it, in one transaction, and tells from
 * outside that transaction how far it is.
 */
@Component
class LedgerRun implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(LedgerRun.class);

  /** As long as the end waits for a ledger to come to the end of a row. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Database database;
  private final LedgerCheck check;
  private final LedgerImport ledger;
  private final LedgerDesk desk;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile boolean stopping;

  LedgerRun(Database database, LedgerCheck check, LedgerImport ledger, LedgerDesk desk) {
    this.database = database;
    this.desk = desk;
    this.check = check;
    this.ledger = ledger;
  }

  /**
   * Begins; completes when all of it is in, or none. A copy: whoever stops waiting for it does not
   * keep the end from being noted.
   */
  CompletableFuture<RunSql.State> start(Actor.Staff actor, Seat seat, Upload upload) {
    waiting.incrementAndGet();
    return CompletableFuture.runAsync(() -> take(actor, seat, upload), threads)
        .handle((_, failure) -> {
          waiting.decrementAndGet();
          RunSql.State state = failure == null ? RunSql.State.DONE : RunSql.State.FAILED;
          if (failure != null && !(failure.getCause() instanceof Stopped)) {
            LOG.error("a ledger was not taken in", failure);
          }
          database.run(actor, tx -> RunSql.end(tx, upload.id(), state));
          return state;
        })
        .copy();
  }

  private void take(Actor.Staff actor, Seat seat, Upload upload) {
    desk.inTurn(() -> taken(actor, seat, upload));
  }

  private boolean taken(Actor.Staff actor, Seat seat, Upload upload) {
    goOn();
    return database.call(
        actor,
        tx -> {
          Checked checked = checked(tx, seat, upload);
          int rows = checked.sound().size();
          tell(actor, other -> RunSql.tell(other, upload.id(), rows, 0));
          ledger.run(
              tx,
              seat,
              checked,
              done -> {
                goOn();
                tell(actor, other -> RunSql.tell(other, upload.id(), rows, done));
              });
          return true;
        });
  }

  /** The program is going down: nothing of the ledger is taken in, and it may be begun again. */
  private static final class Stopped extends RuntimeException {
    Stopped() {
      super("stopped", null, false, false);
    }
  }

  private void goOn() {
    if (stopping) {
      throw new Stopped();
    }
  }

  /** How many have begun and not ended. */
  int waiting() {
    return waiting.get();
  }

  /** In a transaction of its own: what is told must be seen before the rows are. */
  private void tell(Actor.Staff actor, Consumer<Tx> how) {
    try {
      CompletableFuture.runAsync(() -> database.run(actor, how), threads).join();
    } catch (CompletionException untold) {
      LOG.warn("how far a ledger is could not be told", untold);
    }
  }

  /** Every row of the upload, looked at as of now. */
  Checked checked(Tx tx, Seat seat, Upload upload) {
    return LedgerFile.read(upload.content()) instanceof Sheet.Outcome.Read(var sheet)
        ? check.check(tx, seat, sheet)
        : new Checked(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new Sheet(List.of(), List.of(), List.of()));
  }

  @Override
  public void start() {
    stopping = false;
  }

  /** With the web server: by then a long one has been stopped between two rows, whole. */
  @Override
  public void stop() {
    stopping = true;
    threads.shutdown();
    try {
      if (!threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public int getPhase() {
    return 0;
  }

  @Override
  public boolean isRunning() {
    return !threads.isTerminated();
  }
}
