package jp.tsunagi.run.operations;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options by which the program is started, for made-up and for real data alike. */
final class StartOptions {
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

  /** Opens the database these options name. */
  Store store(Secrets secrets) {
    String url = databaseUrl;
    if (url == null) {
      return Store.embedded(data, secrets, Progress::say);
    }
    String user = Optional.ofNullable(databaseUser).orElse("tsunagi_owner");
    String password = System.getenv("TSUNAGI_DATABASE_PASSWORD");
    if (password == null) {
      throw new IllegalStateException(
          "--database-url needs the password of " + user + " in TSUNAGI_DATABASE_PASSWORD");
    }
    return Store.given(url, user, password, secrets);
  }
}
