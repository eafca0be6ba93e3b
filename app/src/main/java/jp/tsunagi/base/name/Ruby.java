package jp.tsunagi.base.name;

import org.jspecify.annotations.Nullable;

/**
 * A part of a name and the reading to hang above it.
 *
 * @param reading hiragana above kanji, katakana above Latin letters; null when the base is kana
 *     itself
 */
public record Ruby(String base, @Nullable String reading) {
  public static Ruby of(NamePart part) {
    if (part.isNone() || Kana.only(part.written())) {
      return new Ruby(part.written(), null);
    }
    var kanji = part.written().codePoints().anyMatch(Folding::isKanji);
    return new Ruby(
        part.written(), kanji ? Kana.toHiragana(part.kana()) : Kana.toKatakana(part.kana()));
  }
}
