package jp.tsunagi.base.ui;

import org.jspecify.annotations.Nullable;

/** A name with its readings; a reading that is null or says the same as the writing is left out. */
public record NameView(
    String family, @Nullable String familyReading, String given, @Nullable String givenReading) {

  /** Longer than a line of a telephone: its reading stands behind it, where both can break. */
  private static final int LONG = 20;

  /** As a heading on a telephone. */
  private static final int LONG_WRITING = 8;

  /** Whether no reading is hung above this name. */
  public static boolean isLong(String written, @Nullable String reading) {
    return written.length() > LONG_WRITING || (reading != null && reading.length() > LONG);
  }

  /** Reading to hang above, null when the writing says it already. */
  public static @Nullable String above(String written, @Nullable String reading) {
    return reading == null || reading.isBlank() || inHiragana(written).equals(inHiragana(reading))
        ? null
        : reading;
  }

  private static String inHiragana(String text) {
    var folded = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c >= 0x30A1 && c <= 0x30F6 ? c - 0x60 : c)
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }
}
