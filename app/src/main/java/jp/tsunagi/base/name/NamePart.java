package jp.tsunagi.base.name;

import java.util.Optional;

/**
 * A family, given or middle name with its reading.
 *
 * @param written as the family writes it, selectors of 異体字 (IVS) included, never normalised
 * @param kana in full-width hiragana, however it was typed
 */
public record NamePart(String written, String kana) {
  /** Longest writing or reading, in code points. */
  public static final int LONGEST = 60;

  /** No such part. */
  public static final NamePart NONE = new NamePart("", "");

  private static final int SELECTOR_FIRST = 0xE0100;
  private static final int SELECTOR_LAST = 0xE01EF;

  /** Joins pictures to one. */
  private static final int JOINER = 0x200D;

  /** Selectors that say whether a character is drawn as text or as a picture. */
  private static final int SHAPE_FIRST = 0xFE0E;

  private static final int SHAPE_LAST = 0xFE0F;

  /**
   * @throws IllegalArgumentException with the key of the refusal, for text not {@linkplain #refusal
   *     checked} before
   */
  public NamePart {
    written = written.strip();
    kana = reading(kana);
    refusal(written, kana)
        .ifPresent(refusal -> {
          throw new IllegalArgumentException(refusal.key());
        });
  }

  /** Why these cannot be a part of a name; both empty is no part and not refused. */
  public static Optional<NameRefusal> refusal(String written, String kana) {
    return writingRefusal(written.strip())
        .or(() -> kanaRefusal(kana))
        .or(() -> together(written.isBlank(), kana.isBlank()));
  }

  /** A reading as it is kept: hiragana, full width, one blank between names. */
  public static String reading(String kana) {
    return Kana.toHiragana(Kana.tidy(kana));
  }

  public boolean isNone() {
    return written.isEmpty();
  }

  private static Optional<NameRefusal> together(boolean noName, boolean noKana) {
    if (noName == noKana) {
      return Optional.empty();
    }
    return Optional.of(noName ? NameRefusal.NAME_MISSING : NameRefusal.KANA_MISSING);
  }

  private static Optional<NameRefusal> kanaRefusal(String kana) {
    if (length(kana) > LONGEST) {
      return Optional.of(NameRefusal.TOO_LONG);
    }
    return kana.isBlank() || Kana.only(kana) ? Optional.empty() : Optional.of(NameRefusal.NOT_KANA);
  }

  /** Why this is not how anybody's or any place's name is written; empty text is not refused. */
  public static Optional<NameRefusal> writingRefusal(String written) {
    if (length(written) > LONGEST) {
      return Optional.of(NameRefusal.TOO_LONG);
    }
    if (written.codePoints().anyMatch(NamePart::isNoCharacter)) {
      return Optional.of(NameRefusal.NOT_A_CHARACTER);
    }
    if (written.codePoints().anyMatch(NamePart::isPicture)) {
      return Optional.of(NameRefusal.PICTURE);
    }
    return hasStraySelector(written) ? Optional.of(NameRefusal.STRAY_SELECTOR) : Optional.empty();
  }

  private static boolean isNoCharacter(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    };
  }

  /** 絵文字, and what joins and colours them; digits and kana that can be drawn as one are none. */
  private static boolean isPicture(int c) {
    return Character.isEmojiPresentation(c)
        || Character.isEmojiModifier(c)
        || (Character.isExtendedPictographic(c) && Character.getType(c) == Character.OTHER_SYMBOL)
        || c == JOINER
        || (c >= SHAPE_FIRST && c <= SHAPE_LAST);
  }

  private static boolean hasStraySelector(String written) {
    var before = 0;
    for (var c : written.codePoints().toArray()) {
      if (isSelector(c) && !Character.isIdeographic(before)) {
        return true;
      }
      before = c;
    }
    return false;
  }

  static boolean isSelector(int c) {
    return c >= SELECTOR_FIRST && c <= SELECTOR_LAST;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
