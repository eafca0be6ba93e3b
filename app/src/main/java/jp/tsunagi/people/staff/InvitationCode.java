package jp.tsunagi.people.staff;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * 招待の合言葉: letters in groups of four, without those that look alike. Only a slow digest of it is
 * kept, so that whoever steals the table cannot try them all.
 */
public record InvitationCode(String letters) {
  private static final String ALPHABET = "34679ACDEFGHJKMNPQRTWXY";
  private static final int GROUP = 4;

  /** More than the longest of them. */
  private static final int CUT = 16;

  private static final int ROUNDS = 300_000;
  private static final int BITS = 256;
  private static final byte[] SALT = "tsunagi invitation".getBytes(StandardCharsets.UTF_8);
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern GROUPS = Pattern.compile("[A-Z0-9]{" + GROUP + "}(?=.)");

  /** A new one, of so many groups. */
  public static InvitationCode fresh(int groups) {
    StringBuilder letters = new StringBuilder(groups * GROUP);
    for (int i = 0; i < groups * GROUP; i++) {
      letters.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return new InvitationCode(letters.toString());
  }

  /** As somebody typed it, with or without the hyphens, in any width. */
  public static InvitationCode typed(String text) {
    return new InvitationCode(
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .toUpperCase(Locale.ROOT)
            .replaceAll("[^A-Z0-9]", ""));
  }

  /** As it is printed: ABCD-EFGH. */
  public String shown() {
    return GROUPS
        .matcher(letters)
        .replaceAll(found -> Matcher.quoteReplacement(found.group() + "-"));
  }

  /** What is kept of it; slow, and therefore never inside a transaction that others wait for. */
  public byte[] digest() {
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
    String text = letters.length() > CUT ? letters.substring(0, CUT) : letters;
    return (text + ".").toCharArray();
  }

  @Override
  public String toString() {
    return "InvitationCode";
  }
}
