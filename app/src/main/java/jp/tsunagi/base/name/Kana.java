package jp.tsunagi.base.name;

import java.text.Normalizer;
import java.util.function.IntPredicate;

/** What kana are, by their blocks, and the way from one form to another. */
final class Kana {
  /** Between katakana and hiragana of the same sound. */
  private static final int APART = 0x60;

  private static final int MIDDLE_DOT = 0x30FB;
  private static final int HALF_FIRST = 0xFF65;
  private static final int HALF_LAST = 0xFF9F;

  private Kana() {}

  /**
   * Kana of any form, with their voicing, long and repeat marks; blanks and the middle dot between.
   */
  static boolean only(String text) {
    return text.codePoints().allMatch(inReadings()) && text.codePoints().anyMatch(Kana::sounds);
  }

  /** Full width and composed, blanks made one. */
  static String tidy(String kana) {
    var composable = kana.replace('\u309B', '\u3099').replace('\u309C', '\u309A');
    var full = Normalizer.normalize(composable, Normalizer.Form.NFKC);
    return full.strip().replaceAll("\\s+", "\u3000");
  }

  static String toHiragana(String text) {
    return mapped(text, c -> (c >= 0x30A1 && c <= 0x30F6) || c == 0x30FD || c == 0x30FE, -APART);
  }

  static String toKatakana(String text) {
    return mapped(text, c -> (c >= 0x3041 && c <= 0x3096) || c == 0x309D || c == 0x309E, APART);
  }

  private static String mapped(String text, IntPredicate which, int by) {
    var result = new StringBuilder(text.length());
    text.codePoints().map(c -> which.test(c) ? c + by : c).forEach(result::appendCodePoint);
    return result.toString();
  }

  private static IntPredicate inReadings() {
    return c ->
        sounds(c)
            || Character.isWhitespace(c)
            || c == MIDDLE_DOT
            || (c >= 0x3099 && c <= 0x309E)
            || (c >= 0x30FC && c <= 0x30FE)
            || (c >= HALF_FIRST && c <= HALF_LAST);
  }

  private static boolean sounds(int c) {
    return (c >= 0x3041 && c <= 0x3096)
        || (c >= 0x30A1 && c <= 0x30FA)
        || (c >= 0x31F0 && c <= 0x31FF)
        || (c >= 0xFF66 && c <= 0xFF9D && c != 0xFF70);
  }
}
