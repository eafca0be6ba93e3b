package jp.tsunagi.view.overview;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.stream.Collectors;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.ui.Link;

/** An event as a row of a file. */
final class TimelineCells {
  private TimelineCells() {}

  static List<String> of(Event event) {
    return List.of(
        Wording.say(FiscalYear.of(event.on()).words()),
        Wording.full(event.on()),
        event.word(),
        event.text(),
        event.by(),
        event.why().stream().map(Link::text).collect(Collectors.joining(t("overview.comma"))));
  }
}
