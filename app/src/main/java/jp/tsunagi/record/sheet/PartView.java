package jp.tsunagi.record.sheet;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.sheet.ReadSheet.Part;

/**
 * A part as it is read.
 *
 * @param who whose words, typed by whom, when
 * @param ground why it is seen, in one word that leads to the whole reason
 */
public record PartView(
    String key, String title, List<LineView> lines, String who, String ground, String why) {

  static PartView of(Tx tx, Sheet sheet, Part part) {
    return new PartView(
        part.section().key(),
        part.section().title().in(language()),
        LineView.of(part),
        who(tx, part),
        t(part.own() ? "sheet.ground.own" : "sheet.ground.opened"),
        "/children/" + sheet.child() + "/items/" + part.item() + "/reason");
  }

  private static String who(Tx tx, Part part) {
    String typist = part.typist().flatMap(id -> PersonSql.staff(tx, id)).orElse("");
    String day = SheetWords.day(tx, part.changedAt());
    return switch (part.giverKind()) {
      case "GUARDIAN" -> {
        String giver = PersonSql.guardian(tx, part.giver()).orElse("");
        if (typist.isEmpty()) {
          yield t("sheet.who.guardian", giver, day);
        }
        String received =
            part.receivedOn().map((LocalDate on) -> SheetWords.day(tx, on)).orElse(day);
        yield t("sheet.who.typed", giver, typist, received);
      }
      case "PERSON" -> t("sheet.who.person", typist, day);
      default -> t("sheet.who.staff", typist, day);
    };
  }
}
