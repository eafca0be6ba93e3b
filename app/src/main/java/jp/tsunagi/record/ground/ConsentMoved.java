package jp.tsunagi.record.ground;

import java.util.Optional;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.Tx;

/**
 * Something became of a consent that was prepared, told in the transaction in which it happened.
 *
 * @param period the days on which it holds; empty where it was not given
 */
public record ConsentMoved(
    Tx tx, ChildId child, ConsentId consent, Move move, Optional<Period> period) {

  /** What became of it. */
  public enum Move {
    /** Signed, and it holds. */
    GIVEN,
    /** Signed, and it waits for a second place (ADR 8). */
    AWAITING,
    /** The second place stands for it. */
    CONFIRMED,
    /** いまは同意しません. */
    DECLINED,
    /** Taken back by whoever prepared it. */
    DROPPED,
    /** 撤回. */
    WITHDRAWN
  }

  static ConsentMoved of(Tx tx, ChildId child, ConsentId consent, Move move) {
    return new ConsentMoved(tx, child, consent, move, Optional.empty());
  }
}
