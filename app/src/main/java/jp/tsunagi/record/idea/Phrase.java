package jp.tsunagi.record.idea;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A text with blanks, as it is recognised when somebody has filled them in. Blanks, line ends and
 * the last full stop do not count. Pure.
 */
record Phrase(List<String> pieces) {
  /** Characters that fill one blank: a word or two, not a sentence of one's own. */
  private static final int FILLED = 40;

  private static final Pattern SPACES = Pattern.compile("[\\s\\u3000]+");
  private static final Pattern BLANK = Pattern.compile("[\\uFF3F_]+");
  private static final String STOP = "\u3002";

  static Phrase of(String text) {
    return new Phrase(Arrays.asList(BLANK.split(plain(text), -1)));
  }

  /** Without spaces and without the last full stop. */
  static String plain(String text) {
    String close = SPACES.matcher(text).replaceAll("");
    return close.endsWith(STOP) ? close.substring(0, close.length() - STOP.length()) : close;
  }

  /** Whether a plain text is this one, its blanks filled in or left. */
  boolean is(String plain) {
    if (pieces.size() == 1) {
      return plain.equals(pieces.getFirst());
    }
    return plain.startsWith(pieces.getFirst()) && goesOn(plain, pieces.getFirst().length(), 1);
  }

  private boolean goesOn(String plain, int from, int piece) {
    String next = pieces.get(piece);
    if (piece == pieces.size() - 1) {
      int at = plain.length() - next.length();
      return at >= from && at - from <= FILLED && plain.endsWith(next);
    }
    for (int at = plain.indexOf(next, from);
        at >= 0 && at - from <= FILLED;
        at = plain.indexOf(next, at + 1)) {
      if (goesOn(plain, at + next.length(), piece + 1)) {
        return true;
      }
    }
    return false;
  }
}
