package jp.tsunagi.record.ground;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;

/**
 * 整理番号: ten random letters that lead from a paper back to what was prepared, and say nothing else.
 */
public final class Reference {
  /** Without letters that look alike on paper: 0 O, 1 I L, 2 Z, 5 S, 8 B, U V. */
  static final String LETTERS = "34679ACDEFGHJKMNPQRTWXY";

  private static final int LENGTH = 10;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Reference() {}

  static String fresh() {
    StringBuilder letters = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      letters.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return letters.toString();
  }

  /** As people read and type it: in two groups. */
  public static String shown(String reference) {
    return reference.length() == LENGTH
        ? reference.substring(0, LENGTH / 2) + "-" + reference.substring(LENGTH / 2)
        : reference;
  }

  static String tidy(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC)
        .toUpperCase(Locale.ROOT)
        .replaceAll("[^A-Z0-9]", "");
  }
}
