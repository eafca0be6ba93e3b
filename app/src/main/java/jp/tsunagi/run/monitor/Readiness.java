package jp.tsunagi.run.monitor;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.InstallationState;
import jp.tsunagi.base.trace.TraceProbe;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Whether requests should come here: the program is up and not going down, its database answers and
 * has the schema of this program, and the trace can be written. Looked at when asked, at most every
 * two seconds; a database that hangs is a no after three.
 */
@Component
public final class Readiness implements DisposableBean {
  private static final long GOOD_FOR = Duration.ofSeconds(2).toNanos();
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Database database;
  private final TraceProbe trace;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("readiness").factory());

  private volatile boolean up;
  private volatile boolean stopping;
  private volatile @Nullable String schema;
  private @Nullable Future<Look> look;

  Readiness(Database database, TraceProbe trace) {
    this.database = database;
    this.trace = trace;
  }

  /** What must hold. */
  enum Condition {
    /** The program has started, and is not about to stop. */
    RUNNING,
    /** The database answers in time. */
    DATABASE,
    /** It has the migrations that it had when the program started, or later ones. */
    SCHEMA,
    /** A row of the trace can be added. */
    TRACE
  }

  private record Look(Set<Condition> holding, long at) {}

  /**
   * An answer.
   *
   * @param holding what holds of all conditions
   */
  public record Answer(Set<Condition> holding) {
    /** Whether requests should come here. */
    public boolean ready() {
      return holding.size() == Condition.values().length;
    }

    /** One line, and one for each condition. */
    String text() {
      return Arrays.stream(Condition.values())
          .map(it -> it.name().toLowerCase(java.util.Locale.ROOT) + (isHeld(it) ? " yes" : " no"))
          .collect(Collectors.joining("\n", ready() ? "ready\n" : "not ready\n", "\n"));
    }

    private boolean isHeld(Condition condition) {
      return holding.contains(condition);
    }
  }

  @EventListener(ApplicationReadyEvent.class)
  void up() {
    up = true;
  }

  /** From now on the answer is no; what is under way goes on. */
  @EventListener(ContextClosedEvent.class)
  public void stop() {
    stopping = true;
  }

  /** As it is now. */
  public Answer answer() {
    EnumSet<Condition> holding = EnumSet.noneOf(Condition.class);
    if (up && !stopping) {
      holding.add(Condition.RUNNING);
    }
    holding.addAll(looked());
    return new Answer(holding);
  }

  private Set<Condition> looked() {
    if (stopping) {
      return Set.of();
    }
    try {
      return current().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).holding();
    } catch (TimeoutException | ExecutionException hanging) {
      return Set.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Set.of();
    }
  }

  /** One look at a time, for all who ask meanwhile. */
  private synchronized Future<Look> current() {
    Future<Look> last = look;
    if (last == null || last.isDone() && isOld(last)) {
      last = thread.submit(this::look);
      look = last;
    }
    return last;
  }

  private static boolean isOld(Future<Look> done) {
    return done.state() != Future.State.SUCCESS
        || System.nanoTime() - done.resultNow().at() > GOOD_FOR;
  }

  private Look look() {
    EnumSet<Condition> holding = EnumSet.noneOf(Condition.class);
    try {
      String now = database.call(new Actor.Login(), InstallationState::of).schema();
      holding.add(Condition.DATABASE);
      if (now.compareTo(atStart(now)) >= 0) {
        holding.add(Condition.SCHEMA);
      }
      trace.add();
      holding.add(Condition.TRACE);
    } catch (RuntimeException refused) {
      // what does not hold is the answer
    }
    return new Look(holding, System.nanoTime());
  }

  /** The start made every migration of this program: what is there first is what it needs. */
  private String atStart(String now) {
    String known = schema;
    if (known == null) {
      schema = now;
      return now;
    }
    return known;
  }

  @Override
  public void destroy() {
    thread.shutdownNow();
  }
}
