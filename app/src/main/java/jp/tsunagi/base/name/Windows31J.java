package jp.tsunagi.base.name;

import java.nio.charset.Charset;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * What the Windows-31J files of other systems can hold (住民 CSV, 学齢簿): 髙, 﨑, 邉 yes; 𠮷, selectors of
 * 異体字, ゔ, accented letters no. 外字 of the municipality count as unwritable: they mean something else
 * elsewhere.
 */
public final class Windows31J {
  private static final Charset CHARSET = Charset.forName("windows-31j");

  private Windows31J() {}

  /** The characters that would be lost, each once, an ideograph together with its selector. */
  public static List<String> unwritable(String text) {
    var lost = new LinkedHashSet<String>();
    for (var at = 0; at < text.length(); ) {
      var end = endOfCharacter(text, at);
      var character = text.substring(at, end);
      if (!survives(character)) {
        lost.add(character);
      }
      at = end;
    }
    return List.copyOf(lost);
  }

  /** Whether all of it comes back as it was. */
  public static boolean canWrite(String text) {
    return unwritable(text).isEmpty();
  }

  private static int endOfCharacter(String text, int at) {
    var end = at + Character.charCount(text.codePointAt(at));
    while (end < text.length() && NamePart.isSelector(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  private static boolean survives(String character) {
    return Character.getType(character.codePointAt(0)) != Character.PRIVATE_USE
        && CHARSET.newEncoder().canEncode(character)
        && new String(character.getBytes(CHARSET), CHARSET).equals(character);
  }
}
