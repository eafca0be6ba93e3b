package jp.tsunagi.base.database;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.ExecuteListenerProvider;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;

/** The only way to the database: a transaction, for somebody. One action is one transaction. */
public final class Database {
  private final DSLContext root;
  private final Clock clock;
  private final List<BeforeCommit> checks;

  public Database(DataSource source, Clock clock, ExecuteListenerProvider... listeners) {
    this(source, clock, List.of(), listeners);
  }

  Database(
      DataSource source,
      Clock clock,
      List<BeforeCommit> checks,
      ExecuteListenerProvider... listeners) {
    var configuration = new DefaultConfiguration();
    configuration.set(source);
    configuration.set(SQLDialect.POSTGRES);
    configuration.set(new Settings().withRenderSchema(true).withExecuteLogging(false));
    configuration.set(
        Stream.concat(Stream.of(Changes::noting), Arrays.stream(listeners))
            .toArray(ExecuteListenerProvider[]::new));
    this.root = DSL.using(configuration);
    this.clock = clock;
    this.checks = List.copyOf(checks);
  }

  /** Whether a transaction is under way here: what takes long is done before or after it. */
  public static boolean isUnderway() {
    return Changes.isUnderway();
  }

  /** Does the work in one transaction; any exception rolls all of it back. */
  public <T> T call(Scope scope, Function<Tx, T> work) {
    if (Changes.isUnderway()) {
      throw new IllegalStateException("one action is one transaction: pass the Tx on");
    }
    return Changes.during(
        () -> root.transactionResult(configuration -> begin(configuration.dsl(), scope, work)));
  }

  /** Like {@link #call}, without a result. */
  public void run(Scope scope, Consumer<Tx> work) {
    call(
        scope,
        tx -> {
          work.accept(tx);
          return true;
        });
  }

  private <T> T begin(DSLContext sql, Scope scope, Function<Tx, T> work) {
    Tx tx = new Tx(sql, scope, clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS));
    sql.execute(Context.of(scope, tx.now()));
    T result = work.apply(tx);
    if (Changes.any()) {
      checks.forEach(check -> check.check(tx));
    }
    return result;
  }
}
