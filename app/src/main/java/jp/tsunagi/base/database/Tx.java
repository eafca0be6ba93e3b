package jp.tsunagi.base.database;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The transaction under way: its statements, its one instant, and for whom it runs. */
public final class Tx {
  private final DSLContext sql;
  private final Instant now;
  private final UUID request = Id.fresh();
  private final Consequences consequences = new Consequences(this);
  private final Map<Class<?>, Object> known = new HashMap<>();
  private Scope scope;
  private int ordinal;

  Tx(DSLContext sql, Scope scope, Instant now) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
  }

  public DSLContext sql() {
    return sql;
  }

  /** The instant of the whole transaction; SQL's own now() is never used. */
  public Instant now() {
    return now;
  }

  /** The day of the whole transaction in Japan. */
  public LocalDate today() {
    return now.atZone(ActingClock.JAPAN).toLocalDate();
  }

  public Scope scope() {
    return scope;
  }

  /** The municipality this transaction runs for. */
  public TenantId tenant() {
    return scope
        .tenantId()
        .orElseThrow(() -> new IllegalStateException("nobody has logged in: no municipality"));
  }

  /** One number for all that one request does. */
  public UUID request() {
    return request;
  }

  /**
   * Does some of the program's own writing that changes nothing anybody asked for: the row of the
   * trace, a counter, a form that comes with the program.
   */
  public <T> T besides(Supplier<T> writing) {
    return Changes.besides(writing);
  }

  /**
   * The commit does not wait until this is on the disk: when the machine fails right afterwards,
   * the latest transactions are gone as a whole. Only for what would be made again from its
   * beginning; the next ordinary commit brings all of it to the disk.
   */
  public void withoutWaitingForDisk() {
    sql.setLocal(DSL.name("synchronous_commit"), DSL.val("off")).execute();
  }

  /**
   * From here on statements are planned for the tables as they are now. For a transaction that
   * fills them, now and then: plans kept from before know them small, and new statistics come after
   * the commit only.
   */
  public void planAnew() {
    sql.execute("discard plans");
  }

  /**
   * From here on each statement is planned for the values in it. For the lists of a hub: it reaches
   * a hundred times the children of a class, and a plan made for any post takes ten times as long.
   * What asks for one child is planned once for all ({@link DatabaseConfiguration}).
   */
  public void planForValues() {
    sql.setLocal(DSL.name("plan_cache_mode"), DSL.val("force_custom_plan")).execute();
  }

  /** Counts the audit rows of this transaction. */
  public int nextOrdinal() {
    return ordinal++;
  }

  /**
   * All statements from here on read the same instant, whatever others commit meanwhile. Only
   * before anything was read, and for what changes nothing that others may change.
   */
  public void atOneInstant() {
    sql.execute("set transaction isolation level repeatable read");
  }

  /** A fact about the child has changed: works out what follows, at once or with the others. */
  public void follow(Consequence consequence, ChildId child) {
    forget();
    consequences.of(consequence, child);
  }

  /**
   * Several changes of facts in one go: what follows from them is worked out once, at their end, in
   * this same transaction. While it lasts the actor reaches nobody whom it did not reach before.
   */
  public void together(Runnable work) {
    forget();
    consequences.together(work);
  }

  /**
   * Does a piece of the program's own work (keeping grants, matching doubles) inside the
   * transaction of somebody who may not see everything that work must see.
   */
  public <T> T as(Scope job, Supplier<T> work) {
    Scope before = scope;
    become(job);
    T result;
    try {
      result = work.get();
    } catch (RuntimeException e) {
      // what follows is the rollback; the database takes no more settings in a failed transaction
      scope = before;
      throw e;
    }
    become(before);
    return result;
  }

  /**
   * Does some work with something worked out for it, which the statements of that work may ask for,
   * until a fact changes ({@link #follow}).
   */
  public <V, T> T knowing(Class<V> kind, V value, Supplier<T> work) {
    known.put(kind, value);
    try {
      return work.get();
    } finally {
      known.remove(kind);
    }
  }

  /** What the work under way was given to know of this kind. */
  public <V> Optional<V> known(Class<V> kind) {
    return Optional.ofNullable(kind.cast(known.get(kind)));
  }

  /** What was worked out before a change answers for nothing after it. */
  private void forget() {
    if (!known.isEmpty()) {
      known.clear();
      sql.execute(Context.NO_CHILD);
    }
  }

  private void become(Scope next) {
    scope = next;
    sql.execute(Context.of(next, now));
  }
}
