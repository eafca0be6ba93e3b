package jp.tsunagi.people.staff;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * PIN: what stands in for the password at a registered terminal, so that the person is changed in
 * five seconds. At least six digits, and none that colleagues would try first.
 */
final class Pin {
  static final int LEAST = 6;
  static final int MOST = 12;
  private static final int LONGEST_PATTERN = 4;
  private static final int ANY_CENTURY = 2000;
  private static final int SHORT_DATE = 6;
  private static final int LONG_DATE = 8;

  private Pin() {}

  /** What was typed, in whatever width. */
  static String typed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
  }

  /** The key of what is wrong with it, if anything is. */
  static Optional<String> problem(String pin, String login) {
    if (!pin.matches("[0-9]{" + LEAST + "," + MOST + "}")) {
      return Optional.of("staff.pin.refused.digits");
    }
    if (isPattern(pin) || isRow(pin)) {
      return Optional.of("staff.pin.refused.trivial");
    }
    if (isDate(pin)) {
      return Optional.of("staff.pin.refused.date");
    }
    return login.contains(pin) ? Optional.of("staff.pin.refused.login") : Optional.empty();
  }

  /** 000000, 121212, 123123, 20242024. */
  private static boolean isPattern(String pin) {
    return IntStream.rangeClosed(1, LONGEST_PATTERN)
        .anyMatch(length ->
            pin.length() > length
                && pin.substring(length).equals(pin.substring(0, pin.length() - length)));
  }

  /** 123456, 654321, 890123. */
  private static boolean isRow(String pin) {
    return isRow(pin, 1) || isRow(pin, 9);
  }

  private static boolean isRow(String pin, int step) {
    return IntStream.range(1, pin.length())
        .allMatch(i -> (pin.charAt(i) - pin.charAt(i - 1) + 10) % 10 == step);
  }

  /** A birthday or another day, of either calendar: 850314, 600314 (昭和60年), 19850314. */
  private static boolean isDate(String pin) {
    return switch (pin.length()) {
      case SHORT_DATE -> isDay(ANY_CENTURY, pin.substring(2));
      case LONG_DATE ->
          pin.matches("(19|20).*")
              && isDay(Integer.parseInt(pin.substring(0, 4)), pin.substring(4));
      default -> false;
    };
  }

  private static boolean isDay(int year, String monthAndDay) {
    try {
      return LocalDate.of(
              year,
              Integer.parseInt(monthAndDay.substring(0, 2)),
              Integer.parseInt(monthAndDay.substring(2)))
          .isAfter(LocalDate.MIN);
    } catch (DateTimeException none) {
      return false;
    }
  }
}
