package jp.tsunagi.run.ledger;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Municipality;
import jp.tsunagi.base.database.TenantId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.people.child.Identity;
import jp.tsunagi.people.child.Standing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Forgets, once an hour, what need not be known of families that were asked: all of those whose
 * consent is on file, everything but the name of those who declined some days ago, and these too
 * when their time is over. Ledgers that were looked at and not taken in go after a day.
 */
@Component
final class FamilyKeeping implements SmartLifecycle {
  /** For so long an answer that was noted by mistake can be taken back whole. */
  static final Duration REGRET = Duration.ofDays(7);

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Logger LOG = LoggerFactory.getLogger(FamilyKeeping.class);

  private final Database database;
  private final Identities children;
  private ScheduledExecutorService clock = stopped();

  FamilyKeeping(Database database, Identities children) {
    this.database = database;
    this.children = children;
  }

  private static ScheduledExecutorService stopped() {
    ScheduledExecutorService none = Executors.newSingleThreadScheduledExecutor();
    none.shutdown();
    return none;
  }

  /** One round over all municipalities. */
  void round() {
    for (TenantId tenant : database.call(new Actor.Login(), Municipality::all)) {
      database.run(new Actor.Job(tenant, "families"), this::forget);
    }
  }

  private void forget(Tx tx) {
    UploadSql.removeOutlived(tx);
    FamilySql.forgetDetails(tx, tx.now().minus(REGRET));
    FamilySql.remove(tx, FamilySql.outlived(tx));
    FamilySql.remove(tx, onRecord(tx));
  }

  /** Those whose consent is on file by now. */
  private List<UUID> onRecord(Tx tx) {
    List<Family> agreed = FamilySql.agreed(tx);
    List<ChildId> shared =
        children.find(tx, agreed.stream().map(FamilyKeeping::child).toList()).stream()
            .filter(child -> child.standing() == Standing.SHARED)
            .map(Identity::id)
            .toList();
    return agreed.stream()
        .filter(family -> shared.contains(child(family)))
        .map(Family::id)
        .toList();
  }

  private static ChildId child(Family family) {
    return family.agreed().orElseThrow().child();
  }

  @Override
  public void start() {
    clock =
        Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("families").factory());
    clock.scheduleWithFixedDelay(this::tryRound, 1, 60, TimeUnit.MINUTES);
  }

  private void tryRound() {
    try {
      round();
    } catch (RuntimeException failed) {
      // the next round is in an hour; nothing outlived is shown meanwhile
      LOG.error(
          "ledgers and their families could not be forgotten: {}", failed.getClass().getName());
    }
  }

  /** A round under way ends first: its thread must not be interrupted inside a transaction. */
  @Override
  public void stop() {
    clock.shutdown();
    try {
      if (!clock.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        clock.shutdownNow();
      }
    } catch (InterruptedException e) {
      clock.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return !clock.isShutdown();
  }
}
