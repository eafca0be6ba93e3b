package jp.tsunagi.base.name;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * Folds writing and readings to the one form by which they are found. Same for names and queries:
 *
 * <ul>
 *   <li>NFKC (half to full width), capitals, accents dropped; hiragana to katakana
 *   <li>voicing marks dropped, ヂ as ジ, ヅ as ズ, ヲ ヰ ヱ as オ イ エ, ヴァ as バ; small kana as large ones
 *   <li>lengthening written as the vowel it lengthens: コウタ, コータ and コオタ are one, ユキ and ユウキ are not
 *   <li>variants of kanji to the common one ({@code variants.txt}), selectors dropped, 々 written
 *       out
 *   <li>blanks and punctuation dropped
 * </ul>
 *
 * Each character is folded looking at those before it only (a final ヴ excepted), so that what one
 * has typed so far folds to the beginning of what one is going to type.
 */
final class Folding {
  private static final Map<Integer, Integer> LETTERS = FoldingTable.pairs("letters");
  private static final Map<Integer, Integer> V_BEFORE = FoldingTable.pairs("v.before");
  private static final Map<Integer, Integer> V_GLIDE = FoldingTable.pairs("v.glide");
  private static final Map<Integer, Integer> VOWELS = FoldingTable.groups("vowels");
  private static final Map<Integer, Integer> LENGTHENING = FoldingTable.pairs("lengthening");
  private static final Map<Integer, Integer> VARIANTS = FoldingTable.variants();
  private static final String REPEAT = FoldingTable.text("repeat");
  private static final int LONG = FoldingTable.letter("long");
  private static final int V = FoldingTable.letter("v");
  private static final int V_ALONE = FoldingTable.letter("v.alone");
  private static final int NONE = -1;

  private final StringBuilder folded = new StringBuilder();
  private int last = NONE;

  private Folding() {}

  static String fold(String text) {
    var folding = new Folding();
    var letters = plain(text).codePoints().toArray();
    for (var i = 0; i < letters.length; i++) {
      var next = i + 1 < letters.length ? letters[i + 1] : NONE;
      i += folding.take(letters[i], next);
    }
    return folding.folded.toString();
  }

  /** Whether it is written with a kanji, one of the municipality's own (外字) included. */
  static boolean isKanji(int c) {
    return Character.isIdeographic(c) || Character.getType(c) == Character.PRIVATE_USE;
  }

  /** Whether the last sound is a ヴ whose vowel is still to be typed. */
  static boolean endsInOpenV(String text) {
    var plain = plain(text);
    return !plain.isEmpty() && plain.codePointBefore(plain.length()) == V;
  }

  private static String plain(String text) {
    var composable = text.replace('\u309B', '\u3099').replace('\u309C', '\u309A');
    var full = Normalizer.normalize(composable, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    return Normalizer.normalize(Kana.toKatakana(full), Normalizer.Form.NFKC);
  }

  /** Folds one letter; answers how many after it are used up. */
  private int take(int letter, int next) {
    if (letter != V) {
      takeOne(letter);
      return 0;
    }
    var together = V_BEFORE.get(next);
    append(together != null ? together : V_GLIDE.getOrDefault(next, V_ALONE));
    return together != null ? 1 : 0;
  }

  private void takeOne(int letter) {
    var mapped = LETTERS.get(letter);
    if (mapped != null) {
      append(mapped);
      return;
    }
    Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD)
        .codePoints()
        .filter(part -> part == letter || isKept(part))
        .forEach(part -> append(LETTERS.getOrDefault(part, part)));
  }

  private void append(int letter) {
    if (!isKept(letter)) {
      return;
    }
    var vowel = VOWELS.getOrDefault(last, NONE);
    var whole = letter;
    if (letter == LONG) {
      whole = vowel;
    } else if (REPEAT.indexOf(letter) >= 0) {
      whole = last;
    } else if (vowel != NONE && LENGTHENING.getOrDefault(vowel, NONE) == letter) {
      whole = vowel;
    }
    if (whole != NONE) {
      last = VARIANTS.getOrDefault(whole, whole);
      folded.appendCodePoint(last);
    }
  }

  private static boolean isKept(int c) {
    return Character.isLetterOrDigit(c) || isKanji(c);
  }
}
