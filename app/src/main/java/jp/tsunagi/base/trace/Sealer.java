package jp.tsunagi.base.trace;

import java.time.Duration;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.TenantId;
import jp.tsunagi.base.database.Tx;
import org.jooq.exception.IntegrityConstraintViolationException;

/** Seals what has been added to the trace of one municipality since the last seal. */
final class Sealer {
  private static final Duration NEVER_SEALED = Duration.ofDays(1);

  private final Database database;
  private final TraceKey key;

  Sealer(Database database, TraceKey key) {
    this.database = database;
    this.key = key;
  }

  /**
   * A seal as it is handed out.
   *
   * @param narrowing how many of its rows may say that somebody is to read less from then on
   */
  record Sealed(Seal seal, long narrowing) {
    String line() {
      return seal.line(narrowing);
    }
  }

  /** The next seal; empty when there was nothing new, or another node has just sealed it. */
  Optional<Sealed> next(TenantId tenant) {
    try {
      return database.call(job(tenant), this::next);
    } catch (IntegrityConstraintViolationException anotherNodeWasFaster) {
      return Optional.empty();
    }
  }

  /** The same, without what it is handed out with. */
  Optional<Seal> seal(TenantId tenant) {
    return next(tenant).map(Sealed::seal);
  }

  private Optional<Sealed> next(Tx tx) {
    Seal.Previous before = SealSql.last(tx).map(Seal::asPrevious).orElse(Seal.Previous.NONE);
    // first the bound, then the rows: what is below it is all there when the rows are read
    long to = SealSql.oldestUnderWay(tx);
    if (to < before.to()) {
      throw new DatabaseMovedWithoutIncarnation(to, before.to());
    }
    Merkle rows = new Merkle();
    SealSql.leaves(tx, before.to(), to, rows);
    if (rows.count() == 0) {
      return Optional.empty();
    }
    Seal seal = Seal.next(before, tx.tenant(), to, rows, tx.now(), key);
    SealSql.add(tx, seal);
    return Optional.of(new Sealed(seal, SealSql.narrowing(tx, seal.from(), seal.to())));
  }

  /**
   * For how long the oldest row that no seal covers has been waiting; at most since the last seal,
   * since what is told about the past bears the time of then. Longer than that where rows are
   * numbered below the last seal, so that none would ever cover them.
   */
  Duration lag(TenantId tenant) {
    return database.call(job(tenant), Sealer::lag);
  }

  private static Duration lag(Tx tx) {
    Optional<Seal> last = SealSql.last(tx);
    if (last.isPresent() && SealSql.oldestUnderWay(tx) < last.get().to()) {
      return Duration.between(last.get().sealedAt(), tx.now()).plus(NEVER_SEALED);
    }
    return SealSql.oldestUnsealed(tx, last.map(Seal::to).orElse(0L))
        .map(at -> last.map(Seal::sealedAt).filter(at::isBefore).orElse(at))
        .map(since -> Duration.between(since, tx.now()))
        .filter(Duration::isPositive)
        .orElse(Duration.ZERO);
  }

  static Actor job(TenantId tenant) {
    return new Actor.Job(tenant, "seal");
  }
}
