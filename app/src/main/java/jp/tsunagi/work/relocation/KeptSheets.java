package jp.tsunagi.work.relocation;

import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;

/**
 * What must stay where it is: kept longer, or about to be disposed of. Moved away it would be kept
 * by nobody, or be gone without having been decided. Told by the module above.
 */
public interface KeptSheets {
  /** Whether the sheet must stay with its child now. */
  boolean keeps(Tx tx, SheetId sheet);
}
