package jp.tsunagi.base.name;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Kana in Latin letters, as people type them (Hepburn, long vowels written out). Enough to find a
 * name again in what somebody typed; not for showing it.
 */
public final class Romaji {
  private static final int SMALL_TSU = 0x3063;
  private static final Map<Integer, String> BENT = Map.of(0x3083, "a", 0x3085, "u", 0x3087, "o");
  private static final Map<Integer, String> SOUNDS = sounds();

  private Romaji() {}

  private static Map<Integer, String> sounds() {
    Map<Integer, String> sounds = new HashMap<>();
    try (var in = Romaji.class.getResourceAsStream("/words/romaji.txt")) {
      new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" "))
          .forEach(row -> {
            for (int at = 0; at < row[0].length(); at++) {
              sounds.put((int) row[0].charAt(at), row[at + 1]);
            }
          });
      return Map.copyOf(sounds);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What is no kana is left out. */
  public static String of(String text) {
    StringBuilder latin = new StringBuilder();
    boolean twice = false;
    for (int c : Kana.toHiragana(Kana.tidy(text)).codePoints().toArray()) {
      String sound = SOUNDS.getOrDefault(c, "");
      if (BENT.containsKey(c)) {
        bend(latin, BENT.get(c));
      }
      if (!sound.isEmpty()) {
        latin.append(twice ? sound.substring(0, 1) : "").append(sound);
      }
      twice = c == SMALL_TSU;
    }
    return latin.toString();
  }

  /** A small ya, yu or yo takes the place of the vowel before it. */
  private static void bend(StringBuilder latin, String vowel) {
    int last = latin.length() - 1;
    if (last >= 0 && latin.charAt(last) == 'i') {
      latin.setLength(last);
      boolean soft = latin.toString().matches(".*(sh|ch|j)");
      latin.append(soft ? "" : "y").append(vowel);
    }
  }
}
