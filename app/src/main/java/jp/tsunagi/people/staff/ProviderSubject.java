package jp.tsunagi.people.staff;

/**
 * Whom the identity provider means, whatever login it names: two names that never pass to somebody
 * else (OpenID Connect Core 5.7).
 *
 * @param issuer as the provider names itself
 * @param subject as it names the person for itself
 */
record ProviderSubject(String issuer, String subject) {
  @Override
  public String toString() {
    return "ProviderSubject";
  }
}
