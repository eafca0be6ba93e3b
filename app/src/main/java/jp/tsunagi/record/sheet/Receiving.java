package jp.tsunagi.record.sheet;

import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.file.Drawing;
import jp.tsunagi.record.file.Uploads;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/**
 * Takes in the files that came for a sheet, before the transaction that saves them. They are looked
 * at only for whoever may write that sheet now, which a short transaction of its own finds out.
 */
@Component
final class Receiving {
  private final Database database;
  private final SheetReading reading;
  private final Drawing drawing;

  Receiving(Database database, SheetReading reading, Drawing drawing) {
    this.database = database;
    this.reading = reading;
    this.drawing = drawing;
  }

  /** What the actor may not see is not found; for whoever may not write it nothing is looked at. */
  Uploads files(Actor actor, SheetId id, MultiValueMap<String, MultipartFile> sent) {
    if (!Uploads.any(sent)) {
      return Uploads.NONE;
    }
    return database.call(actor, tx -> writes(tx, id)) ? drawing.look(sent) : Uploads.unseen(sent);
  }

  private boolean writes(Tx tx, SheetId id) {
    ReadSheet read = reading.draft(tx, id);
    reading.opened(tx, read);
    Sheet sheet = read.sheet();
    return switch (sheet.state()) {
      case DRAFT -> writer(tx, sheet) && WriteRule.refusal(tx, sheet, read.form()).isEmpty();
      case WITH_GUARDIAN -> WriteRule.refusal(tx, sheet, read.form()).isEmpty();
      case IN_APPROVAL, FINAL, DISCARDED -> false;
    };
  }

  private static boolean writer(Tx tx, Sheet sheet) {
    return !(Actor.of(tx) instanceof Actor.Staff staff)
        || SheetSql.writes(tx, sheet, staff.staff());
  }
}
