package jp.tsunagi.work.programme;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /programmes}: the programmes of the reader's organisations. */
@Controller
class ProgrammesController {
  private final Database database;
  private final Programmes programmes;
  private final Participation participation;

  ProgrammesController(Database database, Programmes programmes, Participation participation) {
    this.database = database;
    this.programmes = programmes;
    this.participation = participation;
  }

  @GetMapping("/programmes")
  @Permitted(Permission.STAFF)
  @Traced(Action.NONE)
  ModelAndView show(Actor.Staff actor) {
    return Screen.of(page(actor, ""));
  }

  @PostMapping("/programmes")
  @Permitted(Permission.WRITE)
  @Traced(Action.ADMINISTER)
  ModelAndView add(
      Actor.Staff actor, @RequestParam OrganisationId organisation, @RequestParam String name) {
    if (name.isBlank()) {
      return Screen.of(page(actor, t("programme.name.missing")), 422);
    }
    var id = participation.add(actor, organisation, name);
    return Screen.done("/programmes/" + id, "programme.added");
  }

  private ProgrammesPage page(Actor.Staff actor, String problem) {
    Map<OrganisationId, String> seats =
        actor
            .reading()
            .filter(seat -> !seat.ceiling().isEmpty())
            .collect(
                Collectors.toMap(Seat::organisation, Seat::organisationName, (one, other) -> one));
    if (seats.isEmpty()) {
      throw new NotFound();
    }
    return database.call(
        actor,
        tx -> {
          FiscalYear year = FiscalYear.of(tx.today());
          var all = programmes.of(tx, List.copyOf(seats.keySet()));
          var counts = ParticipantSql.counts(tx, all, year);
          return new ProgrammesPage(
              year.words().in(language()),
              all.stream()
                  .map(one ->
                      new ProgrammesPage.Line(
                          "/programmes/" + one.id(),
                          one.name(),
                          seats.getOrDefault(one.organisation(), ""),
                          counts.getOrDefault(one.id(), 0)))
                  .toList(),
              actor.with(Right.WRITE).stream()
                  .map(seat ->
                      new ProgrammesPage.Owner(
                          seat.organisation().toString(), seat.organisationName()))
                  .distinct()
                  .toList(),
              problem);
        });
  }
}
