package jp.tsunagi.people.staff;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.TenantId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Wrong passwords and PINs, and tries that have to wait: a row in nobody's name that says whose
 * account it was. It is written beside the answer, so that an account that is there costs no more
 * time than one that is not. A login that nobody has is counted ({@link Incidents}).
 */
@Component
class RefusedSignIns implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(RefusedSignIns.class);
  private static final int WAITING = 1_000;
  private static final String WORD = "staff.signin.refused";

  private final Database database;
  private final Accounts accounts;
  private final Trace trace;
  private final OnceAMinute waits;
  private final ThreadPoolExecutor writer =
      new ThreadPoolExecutor(
          1,
          1,
          1,
          TimeUnit.MINUTES,
          new ArrayBlockingQueue<>(WAITING),
          Thread.ofPlatform().daemon().name("refused-sign-ins").factory());

  RefusedSignIns(Database database, Accounts accounts, Trace trace, Clock clock) {
    this.database = database;
    this.accounts = accounts;
    this.trace = trace;
    this.waits = new OnceAMinute(clock);
  }

  /** What was not taken. */
  enum Why {
    /** The password was wrong. */
    PASSWORD_WRONG,
    /** The PIN was wrong. */
    PIN_WRONG,
    /** There were too many before it; nothing was compared. */
    SIGN_IN_WAIT
  }

  /** Of an account, if there is one of that login. */
  void note(Optional<AccountId> account, Why why) {
    account.ifPresentOrElse(
        id -> {
          if (why != Why.SIGN_IN_WAIT || waits.first(id)) {
            later(() -> write(id, why));
          }
        },
        () -> later(Incidents.UNKNOWN_LOGIN::note));
  }

  /** Of somebody who has a PIN at that terminal. */
  void note(Terminal terminal, StaffId staff, Why why) {
    if (why != Why.SIGN_IN_WAIT || waits.first(staff)) {
      later(() ->
          database.run(
              new Actor.Login(),
              tx ->
                  tx.as(
                      job(terminal.tenant()),
                      () -> {
                        trace.write(tx, entry(why, staff));
                        return true;
                      })));
    }
  }

  private void write(AccountId account, Why why) {
    database.run(
        new Actor.Login(),
        tx ->
            accounts
                .memberships(tx, account)
                .forEach(one ->
                    tx.as(
                        job(one.tenant()),
                        () -> {
                          trace.write(tx, entry(why, member(one)));
                          return true;
                        })));
  }

  private static Actor.Job job(TenantId tenant) {
    return new Actor.Job(tenant, "sign-in");
  }

  private static Id member(Membership one) {
    return one.kind() == Membership.Kind.STAFF
        ? new StaffId(one.member())
        : new GuardianId(one.member());
  }

  private static Entry entry(Why why, Id whose) {
    return Entry.of(Action.SIGN_IN_REFUSED).about(WORD, whose).purpose(why.name());
  }

  private void later(Runnable work) {
    try {
      writer.execute(() -> tried(work));
    } catch (RejectedExecutionException full) {
      LOG.error("more sign-ins are refused than can be traced");
    }
  }

  private static void tried(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException failed) {
      LOG.error("a refused sign-in left no row: {}", failed.getClass().getName());
    }
  }

  /** How many rows are still to be written. */
  int waiting() {
    return writer.getQueue().size();
  }

  /** When everything refused so far has its row. */
  CompletableFuture<Void> written() {
    return CompletableFuture.runAsync(() -> {}, writer);
  }

  /** What waits is written before the database closes. */
  @Override
  public void destroy() throws InterruptedException {
    writer.shutdown();
    if (!writer.awaitTermination(Duration.ofSeconds(5).toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.error("refused sign-ins of the last moment left no row");
    }
  }
}
