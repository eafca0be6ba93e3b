package jp.tsunagi.people.staff;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * What a password must be: long rather than complicated, not one that everybody tries first, not
 * the login or a name that everybody knows here. No rules about signs or digits, no expiry.
 */
public final class Password {
  /** The least number of characters. */
  public static final int LEAST = 12;

  private static final int MOST = 128;
  private static final int SYLLABLES = 10;
  private static final String CONSONANTS = "ksnhmrbdgz";
  private static final String VOWELS = "aiueo";

  private Password() {}

  /** The message key of what is wrong with it, if anything is. */
  public static Optional<String> problem(String password, String login) {
    return problem(password, login, List.of());
  }

  /**
   * The same where it is known who chooses it.
   *
   * @param names of the municipality and the places
   */
  static Optional<String> problem(String password, String login, Collection<String> names) {
    String folded = password.toLowerCase(Locale.ROOT);
    if (password.codePointCount(0, password.length()) < LEAST) {
      return Optional.of("staff.password.short");
    }
    if (password.length() > MOST) {
      return Optional.of("staff.password.long");
    }
    if (CommonPasswords.contain(password) || distinct(folded) < 5) {
      return Optional.of("staff.password.common");
    }
    if (folded.contains(login.toLowerCase(Locale.ROOT))) {
      return Optional.of("staff.password.login");
    }
    if (NamesHere.isIn(password, names)) {
      return Optional.of("staff.password.name");
    }
    return Optional.empty();
  }

  /** One that can be read out, typed once and forgotten: about 56 random bits. */
  static String suggested(Random random) {
    StringBuilder word = new StringBuilder();
    for (int syllable = 0; syllable < SYLLABLES; syllable++) {
      word.append(syllable > 0 && syllable % 2 == 0 ? "-" : "")
          .append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())))
          .append(VOWELS.charAt(random.nextInt(VOWELS.length())));
    }
    return word.toString();
  }

  private static int distinct(String text) {
    return text.codePoints().boxed().collect(Collectors.toSet()).size();
  }
}
