package jp.tsunagi.record.idea;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which names stand in a text that is to be shown to many. A short given name in kana is often an
 * ordinary word, so it counts with a さん or くん behind it only. Pure.
 */
final class NamesIn {
  private static final Pattern SPACES = Pattern.compile("[\\s\\u3000]+");
  private static final int A_WORD_OF_KANA = 3;
  private static final int A_WORD_OF_KANJI = 2;

  private NamesIn() {}

  /** A name in its writing, or in its reading. */
  record Name(String family, String given) {}

  /**
   * The names that the text tells, as they stand in it.
   *
   * @param titles what is put behind a name: さん, くん …
   */
  static List<String> of(String text, Collection<Name> names, List<String> titles) {
    String close = SPACES.matcher(text).replaceAll("");
    return names.stream().flatMap(name -> told(close, name, titles)).distinct().toList();
  }

  private static Stream<String> told(String text, Name name, List<String> titles) {
    String whole = name.family() + name.given();
    if (!name.family().isEmpty() && !name.given().isEmpty() && text.contains(whole)) {
      return Stream.of(whole);
    }
    return Stream.of(name.given(), name.family())
        .filter(part -> !part.isEmpty())
        .filter(
            part -> titled(text, part, titles) || (part.equals(name.given()) && alone(text, part)));
  }

  private static boolean titled(String text, String part, List<String> titles) {
    return titles.stream().anyMatch(title -> text.contains(part + title));
  }

  private static boolean alone(String text, String given) {
    boolean kanji = given.codePoints().anyMatch(Character::isIdeographic);
    int enough = kanji ? A_WORD_OF_KANJI : A_WORD_OF_KANA;
    return given.codePointCount(0, given.length()) >= enough && text.contains(given);
  }
}
