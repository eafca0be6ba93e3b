package jp.tsunagi.record.print;

import java.util.Map;

/**
 * Text as the fonts of papers can show it. A 異体字 (IVS) stays where a font draws it; otherwise its
 * selector goes, so that the character itself stands there and not a sign for something unknown.
 * What no font has becomes 〓. {@link Losses} says in words what a paper could not show.
 */
public final class PrintableText {
  private static final int GETA = 0x3013;

  /** Ticks and boxes somebody typed, which fonts for print lack. */
  private static final Map<Integer, Integer> LIKENESS =
      Map.of(0x2610, 0x25A1, 0x2611, 0x25A0, 0x2612, 0x25A0, 0x2705, 0x25A0, 0x2714, 0x25A0);

  private PrintableText() {}

  /** The text to print; line ends stay. */
  public static String of(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    int[] characters = text.codePoints().toArray();
    for (int i = 0; i < characters.length; i++) {
      int c = LIKENESS.getOrDefault(characters[i], characters[i]);
      append(shown, c);
      if (i + 1 < characters.length && PrintFonts.variant(c, characters[i + 1]).isPresent()) {
        shown.appendCodePoint(characters[i + 1]);
      }
    }
    return shown.toString();
  }

  private static void append(StringBuilder shown, int c) {
    if (c == '\n') {
      shown.append('\n');
    } else if (c == '\t') {
      shown.append(' ');
    } else if (!leftOut(c)) {
      shown.appendCodePoint(PrintFonts.has(c) ? c : GETA);
    }
  }

  /** Whether a character of this text becomes 〓. */
  static boolean isLost(int c) {
    return c != '\n' && c != '\t' && !leftOut(c) && !PrintFonts.has(LIKENESS.getOrDefault(c, c));
  }

  private static boolean leftOut(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.SURROGATE, Character.FORMAT, Character.NON_SPACING_MARK ->
          !combinesInKana(c);
      default -> isSelector(c);
    };
  }

  /** Dakuten and handakuten as characters of their own belong to the text. */
  private static boolean combinesInKana(int c) {
    return c == 0x3099 || c == 0x309A;
  }

  private static boolean isSelector(int c) {
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
  }
}
