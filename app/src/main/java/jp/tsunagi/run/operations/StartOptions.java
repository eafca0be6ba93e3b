package jp.tsunagi.run.operations;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.database.DatabaseWay;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options by which the program is started, for made-up and for real data alike. */
final class StartOptions {
  private static final String PASSWORD = "TSUNAGI_DATABASE_PASSWORD";

  @Option(names = "--port", defaultValue = "8080")
  int port = 8080;

  @Option(names = "--address", defaultValue = "127.0.0.1")
  String address = "127.0.0.1";

  @Option(names = "--data", defaultValue = "data")
  Path data = Path.of("data");

  @Option(names = "--database-url")
  @Nullable String databaseUrl;

  @Option(names = "--database-user")
  @Nullable String databaseUser;

  /** Proxies in front of the program whose word about a visitor's address is believed. */
  @Option(names = "--trusted-proxy", split = ",")
  List<String> trustedProxies = List.of();

  /** Whether others than this machine may be served in the clear: on a closed net, to try it. */
  @Option(names = "--plain-http")
  boolean plainHttp;

  /** Whether a database elsewhere may be reached without checking its certificate. */
  @Option(names = "--plain-database")
  boolean plainDatabase;

  /** The address by which people reach the program, as letters and passkeys bear it. */
  @Option(names = "--public-address", defaultValue = "")
  String publicAddress = "";

  /**
   * Whether what came out of a backup is served before it is opened, to nobody but this machine.
   */
  @Option(names = "--before-opening")
  boolean beforeOpening;

  @Mixin WatchOptions watch = new WatchOptions();

  @Mixin ProviderOptions provider = new ProviderOptions();

  /** Where seals of the trace are kept beside the database; by default in the data folder. */
  @Option(names = "--seals")
  @Nullable Path seals;

  /** A syslog server that is sent every seal, too: HOST:PORT. */
  @Option(names = "--syslog")
  @Nullable String syslog;

  /** The file to which seals are appended. */
  Path seals() {
    return seals == null ? data().resolve("seals.jsonl") : Home.resolve(seals);
  }

  /** The data folder as it was meant where the command was typed. */
  Path data() {
    return Home.resolve(data);
  }

  /** Opens the database these options name. */
  Store store(Secrets secrets) {
    return databaseUrl == null
        ? Store.embedded(data(), secrets, Progress::say)
        : given(databaseUrl, secrets);
  }

  /** Takes the data folder for oneself. */
  DataFolder folder() {
    return DataFolder.take(data());
  }

  /** Opens the database in a folder that is taken already. */
  Store store(Secrets secrets, DataFolder taken) {
    return databaseUrl == null
        ? Store.embedded(taken, data(), secrets, Progress::say)
        : given(databaseUrl, secrets);
  }

  /** The same, to read it while the program may be running. */
  Store beside(Secrets secrets) {
    return databaseUrl == null
        ? Store.beside(data(), secrets, Progress::say)
        : given(databaseUrl, secrets);
  }

  private Store given(String url, Secrets secrets) {
    Optional<String> host = DatabaseWay.unguarded(url);
    if (host.isPresent() && !plainDatabase) {
      throw new StartRefused("clear.database", host.get());
    }
    String user = Optional.ofNullable(databaseUser).orElse("tsunagi_owner");
    String password = System.getenv(PASSWORD);
    if (password == null) {
      throw new StartRefused("password", user, PASSWORD);
    }
    return Store.given(url, user, password, secrets);
  }
}
