package jp.tsunagi.people.staff;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What no page of ours sends is refused before anything reads it (400): a character that is none
 * (NUL, half of a pair), a value many times the longest answer of any form, a year that is none.
 */
@Component
final class ReadableInput extends OncePerRequestFilter {
  private static final String YEAR = "year";
  private static final Pattern FOUR_DIGITS = Pattern.compile("|(19|2\\d)\\d\\d");
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_VALUE = 100_000;

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var sent = request.getParameterMap();
    boolean names = sent.keySet().stream().allMatch(name -> isReadable(name, LONGEST_NAME));
    Stream<String> values = sent.values().stream().flatMap(Arrays::stream);
    Stream<String> years = Arrays.stream(sent.getOrDefault(YEAR, new String[0]));
    if (names
        && years.allMatch(year -> FOUR_DIGITS.matcher(year).matches())
        && values.allMatch(value -> isReadable(value, LONGEST_VALUE))) {
      chain.doFilter(request, response);
    } else {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }
  }

  static boolean isReadable(String text, int longest) {
    return text.length() <= longest
        && text.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
  }
}
