package jp.tsunagi.people.staff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Passwords that are tried first, of those that are long enough ({@code words/passwords.txt} says
 * how they were made).
 */
final class CommonPasswords {
  private static final Set<String> ALL = read();

  private CommonPasswords() {}

  private static Set<String> read() {
    try (var in = CommonPasswords.class.getResourceAsStream("/words/passwords.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("# "))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static boolean contain(String password) {
    return ALL.contains(password.toLowerCase(Locale.ROOT));
  }

  /** How many there are. */
  static int size() {
    return ALL.size();
  }
}
