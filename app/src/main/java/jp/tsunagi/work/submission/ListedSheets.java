package jp.tsunagi.work.submission;

import java.util.UUID;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;

/** Sheets in lists that wait to be handed in: such a sheet neither moves nor goes. */
public final class ListedSheets {
  private ListedSheets() {}

  /**
   * Whether the sheet is in a list that nobody has decided yet. Once a list is approved, the ground
   * in law that came of it stands for it.
   */
  public static boolean waits(Tx tx, SheetId sheet) {
    return SubmissionSql.isListed(tx, sheet);
  }

  /** The ground that came of a list is gone, and its line in the list with it. */
  public static void forget(Tx tx, UUID ground) {
    SubmissionSql.forget(tx, ground);
  }
}
