package jp.tsunagi.base.ui;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.springframework.http.ResponseCookie;

/**
 * How somebody reads: with furigana unless switched off, in one of the languages of the house. Kept
 * in cookies that say nothing else, so that it holds at the door too, before anybody signs in.
 */
public final class ReadingChoice {
  /** The languages there are words for, as tags; the first is the house's own. */
  public static final List<String> LANGUAGES = List.of("ja", "en");

  static final Duration KEPT = Duration.ofDays(365);
  private static final String COOKIE = "__Host-tsunagi-furigana";
  private static final String STAFF = ReadingChoice.class.getName() + ".staff";
  private static final String OFF = "off";
  private static final String ON = "on";

  private ReadingChoice() {}

  /** Whether this reader wants furigana. */
  public static boolean furigana(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        || List.of(cookies).stream()
            .noneMatch(it -> it.getName().equals(COOKIE) && it.getValue().equals(OFF));
  }

  /** Says that staff are reading: their pages and parts of pages bear readings of names alone. */
  public static void ofStaff(HttpServletRequest request) {
    request.setAttribute(STAFF, Boolean.TRUE);
  }

  static Furigana.Above above(HttpServletRequest request) {
    if (request.getAttribute(STAFF) != null) {
      return Furigana.Above.NAMES;
    }
    return furigana(request) ? Furigana.Above.ALL : Furigana.Above.NOTHING;
  }

  /** The header that keeps the choice at the browser. */
  public static String cookie(boolean furigana) {
    return ResponseCookie.from(COOKIE, furigana ? ON : OFF)
        .secure(true)
        .httpOnly(true)
        .sameSite("Lax")
        .path("/")
        .maxAge(KEPT)
        .build()
        .toString();
  }
}
