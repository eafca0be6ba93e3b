package jp.tsunagi.record.sheet;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.record.form.Occasion;

/**
 * Something that takes place on the way of a sheet: 担当者会議, 説明 …
 *
 * @param kind its word
 * @param noted each time it took place in this revision: the day, and who took part
 * @param open whether the reader may note it now
 * @param on the day; {@code people} who took part
 */
public record OccasionView(
    String kind, List<String> noted, boolean open, FieldView on, FieldView people) {
  public OccasionView {
    noted = List.copyOf(noted);
  }

  static OccasionView of(Tx tx, ReadSheet read, Occasion occasion, boolean open) {
    SheetMove move = SheetMove.of(occasion);
    List<String> noted =
        read.steps().stream()
            .filter(step -> step.move() == move && step.revision() == read.sheet().revision())
            .map(step ->
                t(
                    "sheet.occasion.noted",
                    step.on()
                        .map(on -> SheetWords.day(tx, on))
                        .orElseGet(() -> SheetWords.day(tx, step.at())),
                    step.note().orElse("")))
            .toList();
    return new OccasionView(
        occasion.name(),
        noted,
        open,
        FieldView.of("on." + occasion, t("sheet.occasion.on." + occasion)).must(),
        FieldView.of("people." + occasion, t("sheet.occasion.people." + occasion)).must());
  }
}
