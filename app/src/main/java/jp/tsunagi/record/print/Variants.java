package jp.tsunagi.record.print;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import jp.tsunagi.record.print.TrueType.Variant;

/**
 * Which character of the enlarged fonts prints an 異体字. A variant that is also a character (神 with
 * its old radical) is printed as that one. The others borrow a place that no text of a paper has:
 * the engine prints neither selectors nor the private area. {@link PdfText} puts the right words
 * back behind them, for who searches or copies.
 */
final class Variants {
  /**
   * CJK Extension G, of which none of our fonts has a character; every second place, so that the
   * list behind a PDF never joins two.
   */
  static final int BORROWED = 0x30000;

  private final Map<Variant, Integer> shown = new HashMap<>();
  private final Map<Integer, Variant> borrowed = new TreeMap<>();
  private final Map<Variant, Integer> places = new HashMap<>();

  /** Fonts in the order in which a character is looked for in them. */
  Variants(TrueType... fonts) {
    int next = BORROWED;
    for (TrueType font : fonts) {
      Map<Integer, Integer> characters = new HashMap<>();
      font.glyphs().forEach((c, glyph) -> characters.putIfAbsent(glyph, c));
      font.same().forEach(variant -> shown.putIfAbsent(variant, variant.base()));
      for (var each : font.drawn().entrySet()) {
        if (!shown.containsKey(each.getKey())) {
          Integer known = characters.get(each.getValue());
          int c = known == null ? next : known;
          shown.put(each.getKey(), c);
          if (known == null) {
            borrowed.put(c, each.getKey());
            places.put(each.getKey(), c);
            next += 2;
          }
        }
      }
    }
  }

  /** The character that prints it; empty when no font has the variant. */
  OptionalInt shown(int base, int selector) {
    Integer c = shown.get(new Variant(base, selector));
    return c == null ? OptionalInt.empty() : OptionalInt.of(c);
  }

  /** What stands at each borrowed place. */
  Map<Integer, Variant> borrowed() {
    return borrowed;
  }

  /** The font with its glyphs at the borrowed places. */
  byte[] enlarged(TrueType font) {
    Map<Integer, Integer> further = new TreeMap<>();
    font.drawn()
        .forEach((variant, glyph) -> {
          Integer c = places.get(variant);
          if (c != null) {
            further.put(c, glyph);
          }
        });
    return font.with(further);
  }
}
