package jp.tsunagi.record.sheet;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.people.organisation.Place;
import jp.tsunagi.record.approval.ApprovalWords;
import jp.tsunagi.record.approval.Manner;
import jp.tsunagi.record.sheet.ReadSheet.Passed;

/**
 * Something that happened to a sheet.
 *
 * @param note what the guardian said
 * @param paper where the paper is kept; empty when there is none
 * @param scans of it
 */
public record StepView(
    String day, String what, String who, String note, String paper, List<Link> scans) {
  StepView withoutNote() {
    return new StepView(day, what, who, "", paper, scans);
  }

  static StepView of(Tx tx, Sheet sheet, Passed step) {
    boolean concealed =
        step.actorKind().equals("STAFF")
            && sheet.organisation().filter(Place.beside(tx, sheet.child())::conceals).isPresent();
    String actor =
        step.actor()
            .map(id -> PersonSql.name(tx, new PartSql.Writer(step.actorKind(), id)))
            .map(name -> concealed ? Place.somebody() : name)
            .orElse("");
    Optional<String> guardian =
        step.guardian().flatMap(id -> PersonSql.related(tx, sheet.child(), id));
    boolean takenDown = guardian.isPresent() && step.actorKind().equals("STAFF");
    String who =
        takenDown ? t("sheet.step.noted", guardian.orElse(""), actor) : guardian.orElse(actor);
    String what =
        t("sheet.step." + step.move())
            + step.means().map(means -> t("sheet.means." + means)).orElse("")
            + step.post().map(post -> by(post, step)).orElse("");
    String day =
        step.on().map(on -> SheetWords.day(tx, on)).orElseGet(() -> SheetWords.day(tx, step.at()));
    return new StepView(
        day,
        what,
        who,
        step.note().orElse(""),
        step.paperPlace()
            .filter(_ -> !concealed)
            .map(place -> t("sheet.step.paper", place))
            .orElse(""),
        step.scans().stream().map(scan -> new Link(scan.url(), scan.name())).toList());
  }

  /** （教頭）, （教頭の代決）. */
  private static String by(String post, Passed step) {
    return t("sheet.step.by." + step.manner().orElse(Manner.HOLDER), ApprovalWords.post(post));
  }
}
