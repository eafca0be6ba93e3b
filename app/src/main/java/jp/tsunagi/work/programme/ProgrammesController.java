package jp.tsunagi.work.programme;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import jp.tsunagi.base.database.ProgrammeId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.Screen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /programmes}: the programmes of the reader's organisations. */
@Controller
class ProgrammesController {
  private final Database database;
  private final Programmes programmes;
  private final ProgrammeKeeping keeping;
  private final ParticipantsDesk desk;

  ProgrammesController(
      Database database, Programmes programmes, ProgrammeKeeping keeping, ParticipantsDesk desk) {
    this.database = database;
    this.programmes = programmes;
    this.keeping = keeping;
    this.desk = desk;
  }

  @GetMapping("/programmes")
  @Permitted(Permission.STAFF)
  @Traced(Action.NONE)
  ModelAndView show(Actor.Staff actor) {
    return Screen.of(page(actor, "", null));
  }

  @PostMapping("/programmes")
  @Permitted(Permission.WRITE)
  @Traced(Action.ADMINISTER)
  ModelAndView add(
      Actor.Staff actor, @RequestParam OrganisationId organisation, @RequestParam String name) {
    Optional<ProgrammeKeeping.Refusal> refusal = ProgrammeKeeping.refusal(name);
    if (refusal.isPresent()) {
      return Screen.of(page(actor, name, t("programme.name." + refusal.get())), 422);
    }
    return Screen.done("/programmes/" + keeping.add(actor, organisation, name), "programme.added");
  }

  @PostMapping("/programmes/{id}/name")
  @Permitted(Permission.WRITE)
  @Traced(Action.ADMINISTER)
  ModelAndView rename(Actor.Staff actor, @PathVariable ProgrammeId id, @RequestParam String name) {
    return keeping
        .rename(actor, id, name)
        .map(why -> {
          var keep = new ParticipantsPage.Keep(name, t("programme.name." + why));
          var asked = ParticipantsDesk.Asked.of(Optional.empty(), "ALL", Optional.empty());
          return Screen.of(desk.page(actor, id, asked, keep), 422);
        })
        .orElseGet(() -> Screen.done("/programmes/" + id, "programme.renamed"));
  }

  @PostMapping("/programmes/{id}/closing")
  @Permitted(Permission.WRITE)
  @Traced(Action.ADMINISTER)
  ModelAndView close(Actor.Staff actor, @PathVariable ProgrammeId id) {
    keeping.close(actor, id, true);
    return Screen.done("/programmes", "programme.done.closed");
  }

  @PostMapping("/programmes/{id}/reopening")
  @Permitted(Permission.WRITE)
  @Traced(Action.ADMINISTER)
  ModelAndView reopen(Actor.Staff actor, @PathVariable ProgrammeId id) {
    keeping.close(actor, id, false);
    return Screen.done("/programmes/" + id, "programme.done.reopened");
  }

  private ProgrammesPage page(Actor.Staff actor, String typed, @Nullable String problem) {
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
          var open = ParticipantSql.unwritten(tx, all, year);
          return new ProgrammesPage(
              year.words().in(language()),
              all.stream()
                  .map(one ->
                      new ProgrammesPage.Line(
                          "/programmes/" + one.id(),
                          one.name(),
                          seats.getOrDefault(one.organisation(), ""),
                          counts.getOrDefault(one.id(), 0),
                          open(one.id(), open.getOrDefault(one.id(), 0))))
                  .toList(),
              programmes.closed(tx, List.copyOf(seats.keySet())).stream()
                  .map(one -> new Link("/programmes/" + one.id(), one.name()))
                  .toList(),
              owners(actor),
              FieldView.of("organisation", t("programme.organisation")).must(),
              FieldView.of("name", t("programme.name"))
                  .hint(t("programme.name.hint"))
                  .must()
                  .value(typed)
                  .error(problem));
        });
  }

  private static Link open(ProgrammeId id, int number) {
    return new Link(
        "/programmes/" + id + "?show=NOT_WRITTEN",
        number == 0 ? "" : t("programme.people", number));
  }

  private static List<Option> owners(Actor.Staff actor) {
    return actor.with(Right.WRITE).stream()
        .map(seat -> new Option(seat.organisation().toString(), seat.organisationName(), false))
        .distinct()
        .toList();
  }
}
