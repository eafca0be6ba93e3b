package jp.tsunagi.run.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jp.tsunagi.base.database.InstallationRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

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
