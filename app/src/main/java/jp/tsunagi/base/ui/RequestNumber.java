package jp.tsunagi.base.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/**
 * お問い合わせ番号: what a request is called in the log, and on the page that says that it failed. Easy to
 * read out on the telephone; says nothing of anybody.
 */
public final class RequestNumber {
  /** Letters and digits that are not mistaken for each other. */
  private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int HALF = 4;
  private static final String NAME = RequestNumber.class.getName();

  private RequestNumber() {}

  /** A new one. */
  public static String fresh() {
    return half() + "-" + half();
  }

  private static String half() {
    return ThreadLocalRandom.current()
        .ints(HALF, 0, LETTERS.length())
        .mapToObj(at -> LETTERS.substring(at, at + 1))
        .collect(Collectors.joining());
  }

  /** From now on the request is called so. */
  public static void give(HttpServletRequest request, String number) {
    request.setAttribute(NAME, number);
  }

  /** What the request is called; empty where nobody gave it a number. */
  public static Optional<String> of(HttpServletRequest request) {
    return request.getAttribute(NAME) instanceof String number
        ? Optional.of(number)
        : Optional.empty();
  }
}
