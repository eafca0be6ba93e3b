package jp.tsunagi.base.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jooq.ExecuteListenerProvider;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock, the pool of connections of the serving role, and the way to them. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
  private static final int CONNECTIONS = 20;
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /**
   * Nobody waits longer for an answer than {@link #LONGEST}, and no statement may keep a connection
   * from the others. A prepared statement is planned once: with the policies of row level security
   * in it, planning costs several times what the statement itself does.
   */
  private static final List<String> SETTINGS =
      List.of(
          "-c statement_timeout=" + LONGEST.toMillis(), "-c plan_cache_mode=force_generic_plan");

  /** From which time on a connection keeps a statement prepared. */
  private static final int PREPARED_AT = 2;

  @Bean
  @ConditionalOnMissingBean
  ActingClock clock() {
    return new ActingClock(Clock.systemUTC());
  }

  @Bean
  HikariDataSource dataSource(DatabaseAddress address, ObjectProvider<MeterRegistry> meters) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(address.url());
    config.setUsername(address.applicationName());
    config.setPassword(address.applicationPassword());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(2);
    config.setPoolName("tsunagi");
    config.addDataSourceProperty("ApplicationName", "tsunagi");
    config.addDataSourceProperty("options", String.join(" ", SETTINGS));
    config.addDataSourceProperty("prepareThreshold", PREPARED_AT);
    // the rows that a refusal is about are nobody's to read in a message
    config.addDataSourceProperty("logServerErrorDetail", "false");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    // many rows of one batch travel as one statement
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    meters.ifAvailable(config::setMetricRegistry);
    return new HikariDataSource(config);
  }

  @Bean
  Database database(
      HikariDataSource source,
      Clock clock,
      List<BeforeCommit> checks,
      ObjectProvider<ExecuteListenerProvider> listeners) {
    return new Database(
        source, clock, checks, listeners.stream().toArray(ExecuteListenerProvider[]::new));
  }
}
