package jp.tsunagi.work.retention;

import java.util.Optional;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.work.relocation.KeptSheets;
import org.springframework.stereotype.Component;

/** What is kept longer, or stands in a disposal that waits or is under way, is not moved. */
@Component
final class HeldSheets implements KeptSheets {
  private final Records records;
  private final SheetRecords sheets;

  HeldSheets(Records records, SheetRecords sheets) {
    this.records = records;
    this.sheets = sheets;
  }

  @Override
  public boolean keeps(Tx tx, SheetId sheet) {
    return DisposalSql.isNamed(tx, sheets.kinds(), sheet.value())
        || records
            .find(tx, RetentionKind.OTHER, sheet.value())
            .filter(kept ->
                HoldSql.running(tx, Optional.empty()).stream().anyMatch(hold -> hold.covers(kept)))
            .isPresent();
  }
}
