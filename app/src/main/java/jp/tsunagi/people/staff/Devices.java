package jp.tsunagi.people.staff;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Browsers from which somebody has signed in before, so that a stranger's guesses never keep the
 * owner out. The cookie holds a random number and a signature over it and the login for each of the
 * last few people at this browser, and one over nobody's: no name, nothing that opens anything.
 */
@Component
final class Devices {
  static final String COOKIE = "__Host-tsunagi-device";
  private static final int PEOPLE = 8;
  private static final int NONCE = 12;
  private static final int SIGNATURE = 20;
  private static final String BETWEEN = "~";

  /** As no login is typed. */
  private static final String ANYBODY = "\n";

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  Devices(DeviceKey key) {
    this.key = new SecretKeySpec(key.secret(), "HmacSHA256");
  }

  /** The mark of this login at the browser with that cookie, if it has one of ours. */
  Optional<String> known(String cookie, String login) {
    return marks(cookie).filter(mark -> isOf(mark, login)).findFirst();
  }

  /** The mark of the browser itself, where anybody has signed in. */
  Optional<String> known(String cookie) {
    return known(cookie, ANYBODY);
  }

  /** The cookie's value after that login has signed in at the browser. */
  String with(String cookie, String login) {
    Optional<String> browser = known(cookie);
    Optional<String> own = known(cookie, login);
    if (browser.isPresent() && own.isPresent()) {
      return cookie;
    }
    Stream<String> others =
        marks(cookie)
            .filter(mark -> browser.filter(mark::equals).isEmpty())
            .filter(mark -> own.filter(mark::equals).isEmpty())
            .limit(PEOPLE - 1);
    return Stream.concat(
            Stream.of(browser.orElseGet(() -> fresh(ANYBODY)), own.orElseGet(() -> fresh(login))),
            others)
        .collect(Collectors.joining(BETWEEN));
  }

  private static Stream<String> marks(String cookie) {
    return cookie.isEmpty()
        ? Stream.empty()
        : Arrays.stream(cookie.split(BETWEEN)).limit(PEOPLE + 1);
  }

  private String fresh(String login) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] mark = Arrays.copyOf(nonce, NONCE + SIGNATURE);
    System.arraycopy(signature(nonce, login), 0, mark, NONCE, SIGNATURE);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(mark);
  }

  private boolean isOf(String mark, String login) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(mark);
      return bytes.length == NONCE + SIGNATURE
          && MessageDigest.isEqual(
              Arrays.copyOfRange(bytes, NONCE, bytes.length),
              signature(Arrays.copyOf(bytes, NONCE), login));
    } catch (IllegalArgumentException notOurs) {
      return false;
    }
  }

  private byte[] signature(byte[] nonce, String login) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(nonce);
      return Arrays.copyOf(mac.doFinal(login.getBytes(StandardCharsets.UTF_8)), SIGNATURE);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
