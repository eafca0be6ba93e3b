package jp.tsunagi.people.staff;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.base.database.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * シングルサインオン: the identity provider of a municipality (OpenID Connect), as it was named when the
 * program was started.
 *
 * @param issuer as the provider names itself
 * @param client as the provider knows us
 * @param secret that we show the provider; empty for a public client
 * @param claim which of what it says is the login here
 * @param factors values of {@code acr} or {@code amr} that mean that a second factor was shown
 *     there
 * @param name as the button calls it; empty for the usual words
 * @param municipality whose staff it vouches for; empty where there is one municipality alone
 */
public record ProviderSettings(
    String issuer,
    String client,
    Optional<String> secret,
    String claim,
    Set<String> factors,
    Optional<String> name,
    Optional<TenantId> municipality) {
  /** The claim that providers of offices usually fill with the name one signs in with. */
  public static final String USUAL_CLAIM = "preferred_username";

  private static final List<String> HERE = List.of("localhost", "127.0.0.1");

  public ProviderSettings {
    factors = Set.copyOf(factors);
  }

  @Override
  public String toString() {
    return "ProviderSettings";
  }

  /** Whether what is sent there is read by nobody on the way: HTTPS, or this machine. */
  public static boolean isSound(@Nullable URI address) {
    return address != null
        && address.getHost() != null
        && ("https".equals(address.getScheme())
            || "http".equals(address.getScheme()) && HERE.contains(address.getHost()));
  }

  /** Whether it runs on this machine: to try it out. */
  public static boolean isHere(URI issuer) {
    return HERE.contains(issuer.getHost());
  }
}
