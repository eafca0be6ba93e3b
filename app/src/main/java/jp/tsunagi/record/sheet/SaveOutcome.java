package jp.tsunagi.record.sheet;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.tsunagi.record.form.Address;
import jp.tsunagi.record.form.AnswerMerge;
import jp.tsunagi.record.form.Entered;

/** What came of saving a part of a draft. */
public sealed interface SaveOutcome {
  /**
   * Saved; where two people wrote the same field the other's text stays and both are handed back.
   *
   * @param version of the part now
   * @param either fields that stay as they were: written and ticked at once
   */
  record Saved(int version, Instant at, List<Both> both, SortedMap<Address, Entered.Either> either)
      implements SaveOutcome {
    public Saved {
      both = List.copyOf(both);
      either = Collections.unmodifiableSortedMap(new TreeMap<>(either));
    }

    public Saved(int version, Instant at, List<Both> both) {
      this(version, at, both, Collections.emptySortedMap());
    }

    Saved asking(SortedMap<Address, Entered.Either> open) {
      return new Saved(version, at, both, open);
    }

    /** Whether nothing is left to be decided by whoever wrote. */
    public boolean isClear() {
      return both.isEmpty() && either.isEmpty();
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
