package jp.tsunagi.people.child;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * 招待の合言葉: eight letters in two groups, without letters that look alike. Only a slow digest of it is
 * kept, so that whoever steals the table cannot try them all.
 */
record InvitationCode(String letters) {
  private static final String ALPHABET = "34679ACDEFGHJKMNPQRTWXY";
  private static final int LENGTH = 8;
  private static final int ROUNDS = 300_000;
  private static final int BITS = 256;
  private static final byte[] SALT = "tsunagi invitation".getBytes(StandardCharsets.UTF_8);
  private static final SecureRandom RANDOM = new SecureRandom();

  static InvitationCode fresh() {
    StringBuilder letters = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      letters.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return new InvitationCode(letters.toString());
  }

  /** As somebody typed it, with or without the hyphen, in any width. */
  static InvitationCode typed(String text) {
    return new InvitationCode(
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .toUpperCase(Locale.ROOT)
            .replaceAll("[^A-Z0-9]", ""));
  }

  /** As it is printed: ABCD-EFGH. */
  String shown() {
    return letters.substring(0, LENGTH / 2) + "-" + letters.substring(LENGTH / 2);
  }

  byte[] digest() {
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
          .generateSecret(new PBEKeySpec(key(), SALT, ROUNDS, BITS))
          .getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same work for any text, an empty one included. */
  private char[] key() {
    String text = letters.length() > LENGTH ? letters.substring(0, LENGTH + 1) : letters;
    return (text + ".").toCharArray();
  }

  @Override
  public String toString() {
    return "InvitationCode";
  }
}
