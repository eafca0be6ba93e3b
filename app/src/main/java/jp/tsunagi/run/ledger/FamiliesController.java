package jp.tsunagi.run.ledger;

import java.util.List;
import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** {@code /import/families}: whom to ask for consent before there can be a record. */
@Controller
class FamiliesController {
  private final Database database;
  private final Trace trace;

  FamiliesController(Database database, Trace trace) {
    this.database = database;
    this.trace = trace;
  }

  @GetMapping("/import/families")
  @Permitted(Permission.INTAKE)
  @Traced(Action.LIST)
  ModelAndView show(Actor.Staff actor) {
    return database.call(
        actor,
        tx -> {
          trace.write(tx, Entry.of(Action.LIST).purpose("LEDGER_FAMILIES"));
          return Screen.of(LedgerView.families(FamilySql.open(tx, hubs(actor))));
        });
  }

  private static List<OrganisationId> hubs(Actor.Staff actor) {
    return actor.with(Right.INTAKE).stream().map(Seat::organisation).distinct().toList();
  }

  /** The family has answered: with a consent the child is registered, without one it is left. */
  @PostMapping("/import/families/{family}")
  @Permitted(Permission.INTAKE)
  @Traced(Action.IMPORT)
  ModelAndView answered(Actor.Staff actor, @PathVariable UUID family) {
    database.run(
        actor,
        tx -> {
          if (!FamilySql.answered(tx, hubs(actor), family)) {
            throw new NotFound();
          }
          trace.write(tx, Entry.of(Action.IMPORT).purpose("LEDGER_FAMILY_ANSWERED"));
        });
    return Screen.done("/import/families", "ledger.families.done");
  }
}
