package jp.tsunagi.run.ledger;

import java.time.Duration;
import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.run.ledger.RunSql.Run;
import jp.tsunagi.run.ledger.RunSql.State;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** {@code /import/children/{upload}/progress}: how far a ledger is that takes its time. */
@Controller
class LedgerProgressController {
  /** Silent for so long, the program that took it in was stopped, and nothing came in. */
  private static final Duration SILENCE = Duration.ofMinutes(2);

  private final Database database;

  LedgerProgressController(Database database) {
    this.database = database;
  }

  @GetMapping("/import/children/{upload}/progress")
  @Permitted(Permission.INTAKE)
  @Traced(Action.NONE)
  ModelAndView show(Actor.Staff actor, @PathVariable UUID upload) {
    return Screen.of(
        database.call(
            actor,
            tx ->
                RunSql.find(tx, actor.staff(), upload)
                    .map(run -> page(tx, run))
                    .orElseThrow(NotFound::new)));
  }

  private static LedgerProgressPage page(Tx tx, Run run) {
    boolean silent = run.told().plus(SILENCE).isBefore(tx.now());
    boolean failed = run.state() == State.FAILED || (run.state() == State.RUNNING && silent);
    return new LedgerProgressPage(
        "/import/children/" + run.upload() + "/progress",
        run.done(),
        run.rows(),
        run.state() == State.RUNNING && !failed,
        failed);
  }
}
