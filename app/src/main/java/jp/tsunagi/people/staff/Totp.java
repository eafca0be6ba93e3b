package jp.tsunagi.people.staff;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that an app and this installation share, and the codes it gives (RFC 6238): six digits
 * from SHA-1, anew every thirty seconds, because that is what every app understands.
 */
record Totp(byte[] secret) {
  static final int DIGITS = 6;
  static final Duration STEP = Duration.ofSeconds(30);

  /** Clocks differ, and a code takes a while to type: one step before and one after count too. */
  private static final int AROUND = 1;

  private static final int BYTES = 20;
  private static final int GROUP = 4;
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final SecureRandom RANDOM = new SecureRandom();

  Totp {
    secret = secret.clone();
  }

  static Totp fresh() {
    byte[] secret = new byte[BYTES];
    RANDOM.nextBytes(secret);
    return new Totp(secret);
  }

  @Override
  public byte[] secret() {
    return secret.clone();
  }

  /** The time step of an instant. */
  static long stepOf(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), STEP.toSeconds());
  }

  /** The code of a time step. */
  String code(long step) {
    try {
      return new HmacOneTimePasswordGenerator(DIGITS)
          .generateOneTimePasswordString(new SecretKeySpec(secret, "HmacSHA1"), step, Locale.ROOT);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The time step whose code that is, of those that count now. */
  OptionalLong step(String code, Instant now) {
    long here = stepOf(now);
    return LongStream.rangeClosed(here - AROUND, here + AROUND)
        .filter(step -> same(code, code(step)))
        .max();
  }

  private static boolean same(String typed, String right) {
    return MessageDigest.isEqual(
        typed.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }

  /** The secret as an app takes it when it is typed, in groups of four letters. */
  List<String> groups() {
    String letters = letters();
    return IntStream.range(0, letters.length() / GROUP)
        .mapToObj(group -> letters.substring(group * GROUP, (group + 1) * GROUP))
        .toList();
  }

  /** Base32: five bits a letter. */
  private String letters() {
    StringBuilder letters = new StringBuilder();
    int held = 0;
    int bits = 0;
    for (byte one : secret) {
      held = (held << Byte.SIZE | one & 0xff) & 0xffff;
      for (bits += Byte.SIZE; bits >= 5; bits -= 5) {
        letters.append(BASE32.charAt(held >> bits - 5 & 0x1f));
      }
    }
    return letters.toString();
  }

  /** What the QR code says to the app. */
  String address(String issuer, String login) {
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s"
        .formatted(escaped(issuer), escaped(login), letters(), escaped(issuer));
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public String toString() {
    return "Totp";
  }
}
