package jp.tsunagi.record.sheet;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is different between two texts, word by word, for Japanese too, which has no blanks. Texts
 * that have little in common are shown whole: single words that happen to stand in both would only
 * confuse. Pure.
 */
public final class WordDiff {
  /** Texts with fewer than one in so many words in common are shown whole. */
  private static final int LITTLE = 4;

  private WordDiff() {}

  /** A stretch of a text, and whether the other text has it too. */
  public record Piece(String text, boolean changed) {}

  /**
   * Both texts in pieces.
   *
   * @param was of the earlier text; what is changed is gone
   * @param is of the later text; what is changed is new
   */
  public record Pieces(List<Piece> was, List<Piece> is) {
    public Pieces {
      was = List.copyOf(was);
      is = List.copyOf(is);
    }
  }

  /** Compares them. */
  public static Pieces between(String was, String is) {
    List<String> before = words(was);
    List<String> after = words(is);
    var deltas = DiffUtils.diff(before, after).getDeltas();
    int gone = deltas.stream().mapToInt(delta -> delta.getSource().size()).sum();
    boolean little = (before.size() - gone) * LITTLE < Math.max(before.size(), after.size());
    if (little) {
      return new Pieces(whole(was), whole(is));
    }
    List<Piece> left = new ArrayList<>();
    List<Piece> right = new ArrayList<>();
    int atLeft = 0;
    int atRight = 0;
    for (AbstractDelta<String> delta : deltas) {
      var source = delta.getSource();
      var target = delta.getTarget();
      add(left, before.subList(atLeft, source.getPosition()), false);
      add(right, after.subList(atRight, target.getPosition()), false);
      add(left, source.getLines(), true);
      add(right, target.getLines(), true);
      atLeft = source.getPosition() + source.size();
      atRight = target.getPosition() + target.size();
    }
    add(left, before.subList(atLeft, before.size()), false);
    add(right, after.subList(atRight, after.size()), false);
    return new Pieces(left, right);
  }

  private static List<Piece> whole(String text) {
    return text.isEmpty() ? List.of() : List.of(new Piece(text, true));
  }

  private static void add(List<Piece> pieces, List<String> words, boolean changed) {
    if (!words.isEmpty()) {
      pieces.add(new Piece(String.join("", words), changed));
    }
  }

  /** Words, blanks and marks, nothing left out. */
  private static List<String> words(String text) {
    BreakIterator breaks = BreakIterator.getWordInstance(Locale.JAPANESE);
    breaks.setText(text);
    List<String> words = new ArrayList<>();
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
      words.add(text.substring(from, to));
    }
    return words;
  }
}
