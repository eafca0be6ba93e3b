package jp.tsunagi.base.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;

/** A way to the database for a command that works without the web server; closed after it. */
public final class Connected implements AutoCloseable {
  private static final int CONNECTIONS = 2;

  private final HikariDataSource pool;
  private final Database database;

  private Connected(HikariDataSource pool, Clock clock) {
    this.pool = pool;
    this.database = new Database(pool, clock);
  }

  /** As the serving role, under row level security like everybody. */
  public static Connected to(DatabaseAddress address, Clock clock) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(address.url());
    config.setUsername(address.applicationName());
    config.setPassword(address.applicationPassword());
    config.setMaximumPoolSize(CONNECTIONS);
    return new Connected(new HikariDataSource(config), clock);
  }

  public Database database() {
    return database;
  }

  @Override
  public void close() {
    pool.close();
  }
}
