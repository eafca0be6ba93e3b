package jp.tsunagi.view.overview;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.stream.Collectors;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.ListFile.Cell;

/** An event as a row of a file. */
final class TimelineCells {
  private TimelineCells() {}

  static List<Cell> of(Event event) {
    return List.of(
        Cell.of(Wording.say(FiscalYear.of(event.on()).words())),
        Cell.of(event.on()),
        Cell.of(event.word()),
        Cell.of((event.text() + " " + event.gist()).strip()),
        Cell.of(event.by()),
        Cell.of(
            event.why().stream().map(Link::text).collect(Collectors.joining(t("overview.comma")))));
  }
}
