package jp.tsunagi.base.ui;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words with readings, written as books do: {@code 計画《けいかく》が変《か》わります}. A reading belongs to the
 * kanji right before it; {@code ｜} marks the beginning where that is not meant ({@code ｜お母《かあ》さん}).
 */
public final class Furigana {
  /** What the page that is being made hangs above its kanji. */
  enum Above {
    /** Staff: the readings of names and nothing else. */
    NAMES,
    /** A family with ふりがな：あり: every reading that is known. */
    ALL,
    /** A family with ふりがな：なし. */
    NOTHING
  }

  /** Bound while a page is made; what is made elsewhere shows what its text marks. */
  static final ScopedValue<Above> ABOVE = ScopedValue.newInstance();

  private static final String MARK = "\uFF5C";
  private static final String OPEN = "\u300A";
  private static final String CLOSE = "\u300B";
  private static final int REPEATED = 0x3005;

  private Furigana() {}

  /** A piece of text, with the reading above it or without. */
  public record Piece(String text, @Nullable String reading) {}

  /** The pieces of our own words, as far as this page hangs readings above them. */
  public static List<Piece> pieces(String text) {
    if (!ABOVE.isBound()) {
      return marked(text);
    }
    return switch (ABOVE.get()) {
      case NAMES, NOTHING -> List.of(new Piece(bare(text), null));
      case ALL -> text.contains(OPEN) ? marked(text) : Readings.pieces(text);
    };
  }

  /** The pieces of what a person wrote: a mark in it is the writer's own and stands as it is. */
  public static List<Piece> written(String text) {
    return ABOVE.isBound() && ABOVE.get() == Above.ALL
        ? Readings.pieces(text)
        : List.of(new Piece(text, null));
  }

  /** Whether names bear their readings on this page. */
  public static boolean aboveNames() {
    return !ABOVE.isBound() || ABOVE.get() != Above.NOTHING;
  }

  /** The pieces of a text as it marks them. */
  static List<Piece> marked(String text) {
    if (!text.contains(OPEN)) {
      return List.of(new Piece(text, null));
    }
    var pieces = new ArrayList<Piece>();
    var at = 0;
    for (var open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, at)) {
      var close = text.indexOf(CLOSE, open);
      if (close < 0) {
        break;
      }
      var begin = baseBegin(text, at, open);
      plain(text.substring(at, begin), pieces);
      var base = text.substring(begin, open).replace(MARK, "");
      pieces.add(new Piece(base, text.substring(open + 1, close)));
      at = close + 1;
    }
    plain(text.substring(at), pieces);
    return List.copyOf(pieces);
  }

  /** The text without its readings, for titles, options and attributes. */
  public static String bare(String text) {
    return !text.contains(OPEN)
        ? text
        : String.join("", marked(text).stream().map(Piece::text).toList());
  }

  private static int baseBegin(String text, int from, int open) {
    var mark = text.lastIndexOf(MARK, open);
    if (mark >= from) {
      return mark;
    }
    var begin = open;
    while (begin > from && kanji(text.codePointBefore(begin))) {
      begin -= Character.charCount(text.codePointBefore(begin));
    }
    return begin;
  }

  static boolean kanji(int c) {
    return Character.isIdeographic(c) || c == REPEATED || (c >= 0xE0100 && c <= 0xE01EF);
  }

  private static void plain(String text, List<Piece> pieces) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(text, null));
    }
  }
}
