package jp.tsunagi.base.ui;

import java.util.Set;

/**
 * Text for a cell of a workbook: never a formula, not even after somebody saves the workbook as CSV
 * and opens it again (SECURITY: CSV formula).
 */
public final class CellText {
  private static final Set<Integer> DANGEROUS =
      Set.of(
          (int) '=',
          (int) '+',
          (int) '-',
          (int) '@',
          (int) '\t',
          (int) '\r',
          0xFF1D,
          0xFF0B,
          0xFF0D,
          0xFF20);
  private static final int LONGEST = 32_000;

  private CellText() {}

  /** The text, with an apostrophe before it where a program might take it for a formula. */
  public static String of(String text) {
    String clean =
        text.codePoints()
            .filter(CellText::allowed)
            .limit(LONGEST)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return !clean.isEmpty() && DANGEROUS.contains(clean.codePointAt(0)) ? "'" + clean : clean;
  }

  private static boolean allowed(int c) {
    return c == '\n' || c == '\t' || (c >= ' ' && c != 0xFFFE && c != 0xFFFF && !surrogate(c));
  }

  private static boolean surrogate(int c) {
    return Character.getType(c) == Character.SURROGATE;
  }
}
