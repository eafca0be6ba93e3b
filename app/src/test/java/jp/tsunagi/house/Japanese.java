package jp.tsunagi.house;

import java.util.regex.Pattern;

/** Text that belongs into the messages. */
final class Japanese {
  private static final Pattern SIGN =
      Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\u3001\u3002\u300c\u300d]");

  private Japanese() {}

  static boolean in(String text) {
    return SIGN.matcher(text).find();
  }
}
