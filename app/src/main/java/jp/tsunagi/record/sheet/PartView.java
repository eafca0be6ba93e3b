package jp.tsunagi.record.sheet;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.stream.Stream;
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

  /** The part in the reader's words. */
  public static PartView of(Tx tx, Sheet sheet, Part part) {
    var givers = new GiverWords(tx, sheet);
    return new PartView(
        part.section().key(),
        part.section().title().in(language()),
        Stream.concat(
                LineView.of(part).stream(),
                LineView.left(part).stream()
                    .map(line -> line.label(t("sheet.left.label", line.label()))))
            .map(line -> line.who(givers.of(part, line.field())))
            .toList(),
        givers.of(part),
        t(part.own() ? "sheet.ground.own" : "sheet.ground.opened"),
        "/children/" + sheet.child() + "/items/" + part.item() + "/reason");
  }
}
