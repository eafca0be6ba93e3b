package jp.tsunagi.record.form;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Places in a {@link Field.Statement} that are filled when it is shown or printed: {@code {child}}.
 */
public enum Placeholder {
  CHILD,
  GUARDIAN,
  MUNICIPALITY,
  /** 範囲: the categories or sections agreed to. */
  SCOPE,
  /** 渡す機関. */
  GIVERS,
  /** 受け取る機関. */
  RECEIVERS,
  /** 期間. */
  PERIOD,
  /** The day a withdrawal takes effect, or a paper was made. */
  DATE;

  private static final Pattern BRACED = Pattern.compile("\\{([^{}]*)}");

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Placeholder> named(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }

  static String words() {
    return Arrays.stream(values()).map(Placeholder::word).collect(Collectors.joining(", "));
  }

  static Stream<String> wordsIn(String text) {
    return BRACED.matcher(text).results().map(match -> match.group(1));
  }

  /**
   * The text with every known placeholder replaced; one without a value shows as a line to fill in.
   */
  public static String fill(String text, Map<Placeholder, String> values) {
    return BRACED.matcher(text).replaceAll(match -> Matcher.quoteReplacement(value(match, values)));
  }

  private static String value(MatchResult match, Map<Placeholder, String> values) {
    return named(match.group(1))
        .map(each -> values.getOrDefault(each, "＿＿＿＿＿＿＿＿"))
        .orElse(match.group());
  }
}
