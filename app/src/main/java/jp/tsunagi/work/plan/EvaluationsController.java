package jp.tsunagi.work.plan;

import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /plans/evaluations}: the goals of a class with their evaluations, in one grid. */
@Controller
class EvaluationsController {
  static final String URL = "/plans/evaluations";

  private final Database database;
  private final Evaluations evaluations;
  private final Trace trace;

  EvaluationsController(Database database, Evaluations evaluations, Trace trace) {
    this.database = database;
    this.evaluations = evaluations;
    this.trace = trace;
  }

  @GetMapping("/plans/evaluations")
  @Permitted(Permission.WRITE)
  @Traced(Action.VIEW_SHEET)
  ModelAndView show(Actor.Staff actor, @RequestParam Optional<String> of) {
    return Screen.of(
        database.call(
            actor,
            tx -> {
              Evaluations.Grid grid = evaluations.grid(tx, actor, of);
              viewed(tx, grid);
              return evaluations.page(tx, grid);
            }));
  }

  /** One row that names every child whose sheet is in the grid. */
  private void viewed(Tx tx, Evaluations.Grid grid) {
    var children = grid.sheets().stream().map(EvaluationSql.Sheet::child).distinct().toList();
    trace.write(tx, Entry.of(Action.VIEW_SHEET).children(children).ground("OWN"));
  }

  /** Opens one sheet, or all that are final, for their evaluation. */
  @PostMapping("/plans/evaluations")
  @Permitted(Permission.WRITE)
  @Traced({Action.SAVE_DRAFT, Action.VIEW_SHEET})
  ModelAndView begin(Actor.Staff actor, @RequestParam String of, @RequestParam String sheet) {
    int begun =
        database.call(
            actor,
            tx -> {
              Evaluations.Grid grid = evaluations.grid(tx, actor, Optional.of(of));
              viewed(tx, grid);
              return evaluations.begin(tx, grid, sheet);
            });
    return Screen.done(
        URL + "?of=" + of, begun == 0 ? "plan.evaluations.begun.none" : "plan.evaluations.begun");
  }
}
