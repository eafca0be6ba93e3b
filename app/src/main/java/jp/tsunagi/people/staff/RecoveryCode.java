package jp.tsunagi.people.staff;

import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * 予備コード: stands in once for a code of the app. Ten letters in two groups, without letters that look
 * alike.
 */
record RecoveryCode(String letters) {
  /** How many somebody has at a time. */
  static final int MANY = 10;

  static final int LENGTH = 10;
  private static final String ALPHABET = "34679ACDEFGHJKMNPQRTWXY";
  private static final SecureRandom RANDOM = new SecureRandom();

  private static RecoveryCode fresh() {
    return new RecoveryCode(
        Stream.generate(() -> ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())))
            .limit(LENGTH)
            .map(String::valueOf)
            .collect(Collectors.joining()));
  }

  /** A new set, no two alike. */
  static List<RecoveryCode> set() {
    return Stream.generate(RecoveryCode::fresh).distinct().limit(MANY).toList();
  }

  /** As it is printed: ABCDE-FGHJK. */
  String shown() {
    return letters.substring(0, LENGTH / 2) + "-" + letters.substring(LENGTH / 2);
  }

  @Override
  public String toString() {
    return "RecoveryCode";
  }
}
