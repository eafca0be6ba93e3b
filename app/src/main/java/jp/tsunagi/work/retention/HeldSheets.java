package jp.tsunagi.work.retention;

import java.util.Optional;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.work.relocation.KeptSheets;
import org.springframework.stereotype.Component;

/** What is kept longer, or stands in a disposal that waits or is under way, is not moved. */
@Component
final class HeldSheets implements KeptSheets {
  @Override
  public boolean keeps(Tx tx, SheetId sheet) {
    return DisposalSql.isNamed(tx, sheet)
        || RetentionSql.find(tx, sheet)
            .filter(kept ->
                HoldSql.running(tx, Optional.empty()).stream().anyMatch(hold -> hold.covers(kept)))
            .isPresent();
  }
}
