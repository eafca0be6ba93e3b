package jp.tsunagi.record.sheet;

import static jp.tsunagi.base.ui.Text.t;

import java.util.Optional;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.sheet.ReadSheet.Passed;

/**
 * Something that happened to a sheet.
 *
 * @param note what the guardian said
 */
public record StepView(String day, String what, String who, String note) {

  static StepView of(Tx tx, Passed step) {
    String actor =
        step.actor()
            .map(id -> PersonSql.name(tx, new PartSql.Writer(step.actorKind(), id)))
            .orElse("");
    Optional<String> guardian = step.guardian().flatMap(id -> PersonSql.guardian(tx, id));
    boolean takenDown = guardian.isPresent() && step.actorKind().equals("STAFF");
    String who =
        takenDown ? t("sheet.step.noted", guardian.orElse(""), actor) : guardian.orElse(actor);
    String what =
        t("sheet.step." + step.move())
            + step.means().map(means -> t("sheet.means." + means)).orElse("");
    String day =
        step.on().map(on -> SheetWords.day(tx, on)).orElseGet(() -> SheetWords.day(tx, step.at()));
    return new StepView(day, what, who, step.note().orElse(""));
  }
}
