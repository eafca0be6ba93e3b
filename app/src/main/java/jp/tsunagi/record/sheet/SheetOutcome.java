package jp.tsunagi.record.sheet;

import jp.tsunagi.base.database.SheetId;

/** What came of an action on a sheet. Nothing has been changed when it was refused. */
public sealed interface SheetOutcome {
  /**
   * It is done.
   *
   * @param state in which the sheet stands now
   */
  record Done(SheetId sheet, SheetState state) implements SheetOutcome {}

  /** It is not done. */
  record Refused(SheetRefusal why) implements SheetOutcome {}

  /** For those who told nothing that could be refused: fails loudly. */
  default SheetId orThrow() {
    return switch (this) {
      case Done(var sheet, _) -> sheet;
      case Refused(var why) -> throw new IllegalStateException("refused: " + why);
    };
  }
}
