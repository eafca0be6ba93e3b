package jp.tsunagi.record.idea;

import java.util.List;
import java.util.stream.Stream;
import jp.tsunagi.base.database.Tx;

/**
 * Tells a text that was taken from the bank from one somebody wrote: two plans that both begin with
 * an example are not copied from each other.
 */
public final class FromBank {
  private static final char STOP = '\u3002';

  private FromBank() {}

  /** The texts of the bank of a municipality, asked for once for all that is compared with them. */
  public static final class Known {
    private final List<Phrase> phrases;

    Known(List<Phrase> phrases) {
      this.phrases = List.copyOf(phrases);
    }

    /**
     * Whether all of a text comes from the bank, line by line and sentence by sentence: its blanks
     * filled in or not, spaces and the last full stop apart. Nothing comes from nowhere: an empty
     * text does not.
     */
    public boolean holds(String text) {
      List<String> lines = text.lines().map(Phrase::plain).filter(it -> !it.isEmpty()).toList();
      return !lines.isEmpty() && lines.stream().allMatch(this::line);
    }

    private boolean line(String line) {
      if (phrases.stream().anyMatch(phrase -> phrase.is(line))) {
        return true;
      }
      for (int at = line.indexOf(STOP); at >= 0; at = line.indexOf(STOP, at + 1)) {
        String first = line.substring(0, at);
        if (phrases.stream().anyMatch(phrase -> phrase.is(first)) && line(line.substring(at + 1))) {
          return true;
        }
      }
      return false;
    }
  }

  /** What this municipality offers or has offered, and what the program brings. */
  public static Known known(Tx tx) {
    Ideas.load(tx);
    return new Known(
        Stream.concat(IdeaSql.texts(tx).stream(), IdeaBase.all().stream().map(IdeaBase.Line::text))
            .distinct()
            .map(Phrase::of)
            .toList());
  }
}
