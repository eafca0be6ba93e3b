package jp.tsunagi.people.staff;

import java.util.HexFormat;

/**
 * Whom the identity provider means, whatever login it names: two names that never pass to somebody
 * else (OpenID Connect Core 5.7).
 *
 * @param issuer as the provider names itself
 * @param digest of how it names the person for itself, in letters: it is compared and nothing else
 */
record ProviderSubject(String issuer, String digest) {
  static ProviderSubject of(String issuer, String subject) {
    return new ProviderSubject(issuer, HexFormat.of().formatHex(Sessions.digest(subject)));
  }

  @Override
  public String toString() {
    return "ProviderSubject";
  }
}
