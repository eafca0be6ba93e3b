package jp.tsunagi.run.operations;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.base.database.TenantId;
import jp.tsunagi.people.staff.ProviderSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name the identity provider of the municipality (OpenID Connect). */
final class ProviderOptions {
  private static final String SECRET = "TSUNAGI_OIDC_SECRET";

  @Option(names = "--oidc-issuer")
  @Nullable String issuer;

  @Option(names = "--oidc-client")
  @Nullable String client;

  /** A file with the secret and nothing else; without it the environment is asked. */
  @Option(names = "--oidc-secret-file")
  @Nullable Path secretFile;

  @Option(names = "--oidc-claim", defaultValue = ProviderSettings.USUAL_CLAIM)
  String claim = ProviderSettings.USUAL_CLAIM;

  /** Values of acr or amr that mean that a second factor was shown there. */
  @Option(names = "--oidc-second-factor", split = ",")
  List<String> factors = List.of();

  @Option(names = "--oidc-name")
  @Nullable String name;

  /** The number of the municipality for whose staff it speaks, where there are several. */
  @Option(names = "--oidc-municipality")
  @Nullable Integer municipality;

  /**
   * As it was named; empty where none was.
   *
   * @param publicAddress by which people come back from there
   * @throws StartRefused when it cannot be used as it was named
   */
  Optional<ProviderSettings> settings(String publicAddress) {
    if (issuer == null) {
      return Optional.empty();
    }
    URI address = address(issuer);
    if (client == null || client.isBlank() || !claim.matches("[A-Za-z0-9_]{1,60}")) {
      throw new StartRefused("oidc.client", issuer);
    }
    if (publicAddress.isBlank() && !ProviderSettings.isHere(address)) {
      throw new StartRefused("oidc.public", issuer);
    }
    return Optional.of(
        new ProviderSettings(
            issuer,
            client,
            secret(),
            claim,
            Set.copyOf(factors),
            Optional.ofNullable(name).map(String::strip).filter(text -> !text.isEmpty()),
            Optional.ofNullable(municipality).map(TenantId::new)));
  }

  private static URI address(String issuer) {
    try {
      URI address = URI.create(issuer);
      if (ProviderSettings.isSound(address)) {
        return address;
      }
    } catch (IllegalArgumentException unreadable) {
      throw new StartRefused("oidc.issuer", issuer);
    }
    throw new StartRefused("oidc.issuer", issuer);
  }

  private Optional<String> secret() {
    if (secretFile == null) {
      return Optional.ofNullable(System.getenv(SECRET)).filter(text -> !text.isBlank());
    }
    Path file = Home.resolve(secretFile);
    try {
      return Optional.of(Files.readString(file).strip());
    } catch (IOException e) {
      throw new StartRefused("file", file);
    }
  }
}
