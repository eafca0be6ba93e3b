package jp.tsunagi.record.sheet;

import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.record.sheet.ReadSheet.Passed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /sheets/{id}/comparison}: two final versions side by side, what was and what is (A4). */
@Controller
class SheetComparisonController {
  private final Database database;
  private final SheetReading reading;
  private final Trace trace;

  SheetComparisonController(Database database, SheetReading reading, Trace trace) {
    this.database = database;
    this.reading = reading;
    this.trace = trace;
  }

  @GetMapping("/sheets/{id}/comparison")
  @Permitted(Permission.STAFF)
  @Traced(Action.VIEW_SHEET)
  ModelAndView show(
      Actor.Staff actor,
      @PathVariable SheetId id,
      @RequestParam Optional<Integer> from,
      @RequestParam Optional<Integer> to) {
    return Screen.of(database.call(actor, tx -> page(tx, id, from, to)));
  }

  private SheetComparisonPage page(
      Tx tx, SheetId id, Optional<Integer> from, Optional<Integer> to) {
    ReadSheet now = reading.inUse(tx, id);
    reading.opened(tx, now);
    List<Passed> finals = reading.finals(tx, now);
    if (finals.size() < 2) {
      throw new NotFound();
    }
    Passed after = to.map(it -> version(finals, it)).orElseGet(finals::getLast);
    Passed before =
        from.map(it -> version(finals, it))
            .orElseGet(() -> finals.get(Math.max(0, finals.indexOf(after) - 1)));
    ReadSheet is = reading.revision(tx, id, after.revision());
    SheetController.viewed(tx, trace, is);
    return new SheetComparisonPage(
        SheetHead.of(tx, now.sheet(), now.form()),
        "/sheets/" + id,
        SheetView.version(tx, before),
        SheetView.version(tx, after),
        SheetComparison.between(tx, reading.revision(tx, id, before.revision()), is),
        finals.stream().map(each -> choice(tx, each, before)).toList(),
        finals.stream().map(each -> choice(tx, each, after)).toList());
  }

  private static Passed version(List<Passed> finals, int revision) {
    return finals.stream()
        .filter(step -> step.revision() == revision)
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private static jp.tsunagi.base.ui.Option choice(Tx tx, Passed step, Passed chosen) {
    return new jp.tsunagi.base.ui.Option(
        String.valueOf(step.revision()), SheetView.version(tx, step), step.equals(chosen));
  }
}
