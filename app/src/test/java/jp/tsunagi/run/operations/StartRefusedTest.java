package jp.tsunagi.run.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jp.tsunagi.base.database.DatabaseWay;
import jp.tsunagi.base.database.InstallationRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartRefusedTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(InstallationRefused.Reason.class)
  void everyReasonOfADatabaseHasWords(InstallationRefused.Reason reason) {
    assertThat(new StartRefused("database." + reason, "jdbc:postgresql://x/y", "15").words())
        .hasSize(2)
        .allSatisfy(words -> assertThat(words).contains("jdbc:postgresql://x/y"));
  }

  @Test
  void aPortThatIsTakenIsSaidBeforeAnythingIsStarted() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      StartOptions options = new StartOptions();
      options.port = other.getLocalPort();
      options.data = folder.resolve("data");
      assertThatThrownBy(() -> new Start(options).run())
          .isInstanceOfSatisfying(
              StartRefused.class,
              refused ->
                  assertThat(refused.words().getFirst()).contains("ポート " + options.port, "--port"));
      assertThat(Files.exists(folder.resolve("data"))).isFalse();
    }
  }

  @Test
  void aProxyIsNamedInNumbers() {
    StartOptions options = new StartOptions();
    options.port = 0;
    options.data = folder.resolve("data");
    options.trustedProxies = List.of("10.0.0.5", "proxy.example");
    assertThatThrownBy(() -> new Start(options).run())
        .isInstanceOfSatisfying(
            StartRefused.class,
            refused -> assertThat(refused.words().getFirst()).contains("proxy.example"));
    assertThat(Files.exists(folder.resolve("data"))).isFalse();
  }

  @Test
  void thePublicAddressIsANameReachedByHttps() {
    StartOptions options = new StartOptions();
    options.port = 0;
    options.data = folder.resolve("data");
    options.publicAddress = "http://tsunagi.example.lg.jp";
    assertThatThrownBy(() -> new Start(options).run())
        .isInstanceOfSatisfying(
            StartRefused.class,
            refused -> assertThat(refused.words().getFirst()).contains(options.publicAddress));
    assertThat(Files.exists(folder.resolve("data"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::"})
  void whatOthersReachIsNotServedInTheClear(String address) {
    StartOptions options = new StartOptions();
    options.port = 0;
    options.address = address;
    options.data = folder.resolve("data");
    assertThatThrownBy(() -> new Start(options).run())
        .isInstanceOfSatisfying(
            StartRefused.class,
            refused ->
                assertThat(refused.words())
                    .hasSize(2)
                    .allSatisfy(words ->
                        assertThat(words).contains(address, "--trusted-proxy", "--plain-http")));
    assertThat(Files.exists(folder.resolve("data"))).isFalse();
    options.plainHttp = true;
    goesOn(options);
    options.plainHttp = false;
    options.trustedProxies = List.of("10.0.0.5");
    goesOn(options);
    options.trustedProxies = List.of();
    options.address = "127.0.0.1";
    goesOn(options);
  }

  /** As far as the next look: the address itself is not what stops it. */
  private static void goesOn(StartOptions options) {
    options.publicAddress = "http://tsunagi.example.lg.jp";
    assertThatThrownBy(() -> new Start(options).run())
        .isInstanceOfSatisfying(
            StartRefused.class,
            refused -> assertThat(refused.words().getFirst()).contains(options.publicAddress));
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://192.0.2.7:5432/tsunagi, 192.0.2.7",
    "jdbc:postgresql://192.0.2.7/tsunagi?sslmode=require, 192.0.2.7",
    "'jdbc:postgresql://127.0.0.1:5432,192.0.2.7:5432/tsunagi', 192.0.2.7",
    "jdbc:postgresql://192.0.2.7/tsunagi?sslmode=verify-full, ''",
    "jdbc:postgresql://127.0.0.1:5432/tsunagi, ''",
    "jdbc:postgresql://[::1]/tsunagi, ''",
    "jdbc:postgresql:tsunagi, ''"
  })
  void rowsFromADatabaseElsewhereComeFromWhoWasAskedFor(String url, String host) {
    assertThat(DatabaseWay.unguarded(url).orElse("")).isEqualTo(host);
  }

  @Test
  void aDatabaseElsewhereIsReachedInTheClearOnlyWhereThatWasSaid() {
    StartOptions options = new StartOptions();
    options.databaseUrl = "jdbc:postgresql://192.0.2.7:5432/tsunagi";
    Secrets none = Secrets.of(folder.resolve("data"));
    assertThatThrownBy(() -> options.store(none))
        .isInstanceOfSatisfying(
            StartRefused.class,
            refused ->
                assertThat(refused.words())
                    .allSatisfy(
                        words -> assertThat(words).contains("192.0.2.7", "sslmode=verify-full")));
    options.plainDatabase = true;
    assertThatThrownBy(() -> options.store(none))
        .as("then its password is asked for")
        .isInstanceOfSatisfying(
            StartRefused.class,
            refused ->
                assertThat(refused.words().getFirst()).contains("TSUNAGI_DATABASE_PASSWORD"));
  }

  @ParameterizedTest
  @CsvSource({
    "http://idp.example.lg.jp, tsunagi, https://tsunagi.example.lg.jp, --oidc-issuer の",
    "idp, tsunagi, https://tsunagi.example.lg.jp, --oidc-issuer の",
    "https://idp.example.lg.jp, '', https://tsunagi.example.lg.jp, --oidc-client",
    "https://idp.example.lg.jp, tsunagi, '', --public-address"
  })
  void aProviderIsNamedWhole(String issuer, String client, String address, String said) {
    var options = new ProviderOptions();
    options.issuer = issuer;
    options.client = client;
    assertThatThrownBy(() -> options.settings(address))
        .isInstanceOfSatisfying(
            StartRefused.class,
            refused ->
                assertThat(refused.words()).hasSize(2).first().asString().contains(said, issuer));
  }

  @Test
  void theSecretOfAProviderComesFromAFile() throws IOException {
    var options = new ProviderOptions();
    assertThat(options.settings("")).isEmpty();
    options.issuer = "https://idp.example.lg.jp";
    options.client = "tsunagi";
    options.secretFile = Files.writeString(folder.resolve("secret"), "of two\n");
    var settings = options.settings("https://tsunagi.example.lg.jp").orElseThrow();
    assertThat(settings.secret()).contains("of two");
    assertThat(settings.claim()).isEqualTo("preferred_username");
    assertThat(settings.toString()).doesNotContain("of two");
    options.secretFile = folder.resolve("nowhere");
    assertThatThrownBy(() -> options.settings("https://tsunagi.example.lg.jp"))
        .isInstanceOf(StartRefused.class);
  }

  @Test
  void typedPathsCountFromWhereTheLauncherWasCalled() {
    System.setProperty("tsunagi.directory", folder.toString());
    try {
      assertThat(Home.resolve(Path.of("つなぎ", "data")))
          .isEqualTo(folder.resolve("つなぎ").resolve("data"));
      assertThat(Home.resolve(Path.of("/srv/data"))).isEqualTo(Path.of("/srv/data"));
    } finally {
      System.clearProperty("tsunagi.directory");
    }
  }
}
