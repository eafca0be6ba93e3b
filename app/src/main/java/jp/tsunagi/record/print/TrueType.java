package jp.tsunagi.record.print;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a TrueType font draws: its characters (cmap format 12), and the 異体字 beside them (IVS, cmap
 * format 14), which the engine of papers does not ask for.
 *
 * @param glyphs the glyph of each character
 * @param same variants for which the font draws the character itself
 * @param drawn the glyph of every other variant
 */
record TrueType(
    byte[] font,
    SortedMap<Integer, Integer> glyphs,
    Set<Variant> same,
    Map<Variant, Integer> drawn) {
  private static final int DIRECTORY = 12;
  private static final int ENTRY = 16;
  private static final int CHARACTERS = 12;
  private static final int SEQUENCES = 14;

  /** A character with the selector behind it. */
  record Variant(int base, int selector) implements Comparable<Variant> {
    @Override
    public int compareTo(Variant other) {
      int bases = Integer.compare(base, other.base);
      return bases != 0 ? bases : Integer.compare(selector, other.selector);
    }

    String text() {
      return Character.toString(base) + Character.toString(selector);
    }
  }

  static TrueType read(byte[] font) {
    ByteBuffer in = ByteBuffer.wrap(font);
    int cmap = in.getInt(place(in, "cmap") + 8);
    TrueType read = new TrueType(font, new TreeMap<>(), new TreeSet<>(), new TreeMap<>());
    for (int i = 0; i < in.getShort(cmap + 2); i++) {
      int at = cmap + in.getInt(cmap + 4 + 8 * i + 4);
      switch (in.getShort(at)) {
        case CHARACTERS -> read.characters(in, at);
        case SEQUENCES -> read.sequences(in, at);
        default -> {} // the same characters again, for older programs
      }
    }
    return read;
  }

  /** Where a table's entry stands in the directory. */
  private static int place(ByteBuffer in, String name) {
    for (int i = 0; i < in.getShort(4); i++) {
      int entry = DIRECTORY + ENTRY * i;
      if (tag(in, entry).equals(name)) {
        return entry;
      }
    }
    throw new IllegalStateException("no table " + name);
  }

  private static String tag(ByteBuffer in, int entry) {
    byte[] tag = new byte[4];
    in.get(entry, tag);
    return new String(tag, StandardCharsets.US_ASCII);
  }

  private void characters(ByteBuffer in, int at) {
    for (int group = 0; group < in.getInt(at + 12); group++) {
      int place = at + 16 + 12 * group;
      int first = in.getInt(place);
      for (int c = first; c <= in.getInt(place + 4); c++) {
        glyphs.put(c, in.getInt(place + 8) + c - first);
      }
    }
  }

  private void sequences(ByteBuffer in, int at) {
    for (int record = 0; record < in.getInt(at + 6); record++) {
      int place = at + 10 + 11 * record;
      int selector = three(in, place);
      int alike = in.getInt(place + 3);
      int others = in.getInt(place + 7);
      for (int i = 0; alike != 0 && i < in.getInt(at + alike); i++) {
        int range = at + alike + 4 + 4 * i;
        for (int more = 0; more <= Byte.toUnsignedInt(in.get(range + 3)); more++) {
          same.add(new Variant(three(in, range) + more, selector));
        }
      }
      for (int i = 0; others != 0 && i < in.getInt(at + others); i++) {
        int mapping = at + others + 4 + 5 * i;
        drawn.put(
            new Variant(three(in, mapping), selector),
            Short.toUnsignedInt(in.getShort(mapping + 3)));
      }
    }
  }

  private static int three(ByteBuffer in, int at) {
    return Byte.toUnsignedInt(in.get(at)) << 16 | Short.toUnsignedInt(in.getShort(at + 1));
  }

  /** The font with further characters: the same tables, but for what they are found by. */
  byte[] with(Map<Integer, Integer> further) {
    SortedMap<Integer, Integer> all = new TreeMap<>(glyphs);
    all.putAll(further);
    byte[] cmap = cmap(all);
    ByteBuffer in = ByteBuffer.wrap(font);
    int at = font.length + (4 - font.length % 4) % 4;
    ByteBuffer out = ByteBuffer.allocate(at + cmap.length);
    out.put(0, font).put(at, cmap);
    int entry = place(in, "cmap");
    out.putInt(entry + 8, at).putInt(entry + 12, cmap.length);
    return out.array();
  }

  private static byte[] cmap(SortedMap<Integer, Integer> glyphs) {
    ByteBuffer out = ByteBuffer.allocate(12 + 16 + 12 * glyphs.size());
    out.putShort((short) 0).putShort((short) 1);
    out.putShort((short) 3).putShort((short) 10).putInt(12);
    out.putShort((short) CHARACTERS).putShort((short) 0).putInt(16 + 12 * glyphs.size());
    out.putInt(0).putInt(glyphs.size());
    glyphs.forEach((c, glyph) -> out.putInt(c).putInt(c).putInt(glyph));
    return out.array();
  }
}
