package jp.tsunagi.people.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * On the way to the identity provider and back. It stays at the browser, sealed, so that whoever
 * comes back is who went, and nothing is kept of who never does.
 *
 * @param state that comes back with the person
 * @param nonce that comes back inside what the provider says
 * @param verifier by which we show the provider that the code is ours (PKCE)
 * @param to where somebody signed in goes on, who shows once more who it is; empty at the door
 */
record ProviderJourney(String state, String nonce, String verifier, Instant begun, String to) {
  static final String COOKIE = "__Host-tsunagi-provider";
  static final Duration LASTS = Duration.ofMinutes(10);

  private static final String SEALED_FOR = "provider journey";
  private static final String BETWEEN = " ";
  private static final String DOOR = "-";
  private static final int PARTS = 5;

  /** From the door. */
  static ProviderJourney fresh(Instant now) {
    return again(now, "");
  }

  /** Of somebody signed in, on the way to that page of ours. */
  static ProviderJourney again(Instant now, String to) {
    return new ProviderJourney(Sessions.token(), Sessions.token(), Sessions.token(), now, to);
  }

  /** Whether somebody signed in shows once more who it is. */
  boolean isAgain() {
    return !to.isEmpty();
  }

  /** As the browser keeps it. */
  String sealed(FactorSeal seal) {
    String all =
        String.join(
            BETWEEN,
            state,
            nonce,
            verifier,
            String.valueOf(begun.getEpochSecond()),
            isAgain() ? to : DOOR);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(seal.seal(all.getBytes(StandardCharsets.UTF_8), SEALED_FOR));
  }

  /** The one that the browser keeps, if the person came back with its state in time. */
  static Optional<ProviderJourney> of(FactorSeal seal, String cookie, String state, Instant now) {
    return bytes(cookie)
        .flatMap(sealed -> seal.open(sealed, SEALED_FOR))
        .map(plain -> new String(plain, StandardCharsets.UTF_8).split(BETWEEN))
        .filter(parts -> parts.length == PARTS)
        .map(parts ->
            new ProviderJourney(
                parts[0],
                parts[1],
                parts[2],
                Instant.ofEpochSecond(Long.parseLong(parts[3])),
                parts[4].equals(DOOR) ? "" : parts[4]))
        .filter(journey -> same(journey.state(), state))
        .filter(journey -> !journey.begun().plus(LASTS).isBefore(now));
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<byte[]> bytes(String cookie) {
    try {
      return Optional.of(Base64.getUrlDecoder().decode(cookie));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "ProviderJourney";
  }
}
