package jp.tsunagi.record.print;

import java.util.Map;

/**
 * Text as the fonts of papers can show it. Selectors of 異体字 (IVS) go, so that the character itself
 * stands there and not a sign for something unknown; what no font has becomes 〓, so that nothing is
 * lost without a trace.
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
    text.codePoints().forEach(c -> append(shown, LIKENESS.getOrDefault(c, c)));
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
