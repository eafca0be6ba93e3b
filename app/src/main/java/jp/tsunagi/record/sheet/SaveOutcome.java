package jp.tsunagi.record.sheet;

import java.time.Instant;
import java.util.List;
import jp.tsunagi.record.form.AnswerMerge;

/** What came of saving a part of a draft. */
public sealed interface SaveOutcome {
  /**
   * Saved; where two people wrote the same field the other's text stays and both are handed back.
   *
   * @param version of the part now
   */
  record Saved(int version, Instant at, List<Both> both) implements SaveOutcome {
    public Saved {
      both = List.copyOf(both);
    }
  }

  /** Not saved. */
  record Refused(SheetRefusal why) implements SaveOutcome {}

  /**
   * Two texts of one field.
   *
   * @param other who wrote the saved one; empty for the same person at another screen
   */
  record Both(AnswerMerge.Clash clash, String other, Instant at) {}

  /** For those who told nothing that could be refused: fails loudly. */
  default Saved orThrow() {
    return switch (this) {
      case Saved saved -> saved;
      case Refused(var why) -> throw new IllegalStateException("refused: " + why);
    };
  }
}
