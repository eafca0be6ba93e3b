package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.t;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
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

/** {@code /terminals}: この園（学校）の端末, registered and ended by whoever answers for the place. */
@Controller
class TerminalsController {
  static final String URL = "/terminals";
  private static final int LONGEST = 40;

  private final Database database;
  private final KeepTerminals keep;
  private final Terminals terminals;
  private final Browsers browsers;

  TerminalsController(
      Database database, KeepTerminals keep, Terminals terminals, Browsers browsers) {
    this.database = database;
    this.keep = keep;
    this.terminals = terminals;
    this.browsers = browsers;
  }

  @GetMapping("/terminals")
  @Permitted(Permission.HEAD)
  @Traced(Action.NONE)
  ModelAndView list(Actor.Staff actor, HttpServletRequest request) {
    Optional<Terminal> here = here(actor, request);
    return Screen.of(
        database.call(
            actor,
            tx ->
                new TerminalsPage(
                    places(tx, actor),
                    here.map(SignInPinController::place).orElse(null),
                    here.isPresent() || actor.heading().isEmpty() ? null : URL + "/new")));
  }

  private Optional<Terminal> here(Actor.Staff actor, HttpServletRequest request) {
    return terminals
        .of(Browsers.terminal(request))
        .filter(terminal -> terminal.tenant().equals(actor.tenant()));
  }

  private static List<TerminalsPage.Place> places(Tx tx, Actor.Staff actor) {
    Map<OrganisationId, String> names = new LinkedHashMap<>();
    actor.heading().forEach(seat -> names.put(seat.organisation(), seat.organisationName()));
    List<TerminalSql.Listed> all =
        TerminalSql.list(tx, KeepTerminals.places(actor).map(List::copyOf));
    all.forEach(one -> names.put(one.terminal().organisation(), one.terminal().organisationName()));
    return names.entrySet().stream()
        .map(place ->
            new TerminalsPage.Place(
                place.getValue(),
                all.stream()
                    .filter(one -> one.terminal().organisation().equals(place.getKey()))
                    .map(TerminalsController::line)
                    .toList(),
                PinSql.people(tx, place.getKey()).stream()
                    .map(TerminalsController::person)
                    .toList()))
        .toList();
  }

  private static TerminalsPage.Line line(TerminalSql.Listed one) {
    return new TerminalsPage.Line(
        one.terminal().name(),
        one.browser().words(),
        t("staff.terminal.by", StaffWords.day(one.registered()), one.by()),
        one.used()
            .map(at -> t("staff.terminal.used", StaffWords.moment(at)))
            .orElseGet(() -> t("staff.terminal.unused")),
        new Link(URL + "/" + one.terminal().id() + "/end", t("staff.terminal.end")));
  }

  private static TerminalsPage.Person person(PinSql.Person one) {
    return new TerminalsPage.Person(
        one.name(),
        SignInPinController.posts(one),
        StaffWords.day(one.since()),
        new Link(PinEndController.url(one.staff()), t("staff.pin.reset")));
  }

  @GetMapping("/terminals/new")
  @Permitted(Permission.HEAD)
  @Traced(Action.NONE)
  @AfterPassword
  ModelAndView blank(Actor.Staff actor, HttpServletRequest request) {
    return here(actor, request).isPresent()
        ? Screen.redirect(URL)
        : Screen.of(form(actor, Id.fresh(), Optional.empty(), "", null));
  }

  @PostMapping("/terminals/new")
  @Permitted(Permission.HEAD)
  @Traced(Action.TERMINAL)
  @AfterPassword
  ModelAndView register(
      Actor.Staff actor,
      @RequestParam UUID id,
      @RequestParam OrganisationId place,
      @RequestParam(defaultValue = "") String name,
      HttpServletRequest request,
      HttpServletResponse response) {
    String typed = name.strip();
    if (typed.isEmpty() || typed.length() > LONGEST) {
      String wrong = t("staff.terminal.refused.name", LONGEST);
      return Screen.of(form(actor, id, Optional.of(place), typed, wrong), 422);
    }
    keep.register(actor, id, place, typed, browsers.of(request).kind());
    Browsers.register(response, terminals.cookie(actor.tenant(), id));
    return Screen.done(URL, "staff.terminal.done.registered");
  }

  private static TerminalNewPage form(
      Actor.Staff actor,
      UUID id,
      Optional<OrganisationId> chosen,
      String name,
      @Nullable String wrong) {
    List<Seat> seats = actor.heading();
    if (seats.isEmpty()) {
      throw new NotFound();
    }
    OrganisationId place = chosen.orElseGet(() -> seats.getFirst().organisation());
    return new TerminalNewPage(
        URL + "/new",
        id.toString(),
        FieldView.of("place", t("staff.field.organisation")).must(),
        seats.stream()
            .map(seat ->
                new Option(
                    seat.organisation().toString(),
                    seat.organisationName(),
                    seat.organisation().equals(place)))
            .distinct()
            .toList(),
        FieldView.of("name", t("staff.terminal.field.name"))
            .must()
            .hint(t("staff.terminal.hint.name"))
            .value(name)
            .error(wrong));
  }

  @GetMapping("/terminals/{id}/end")
  @Permitted(Permission.HEAD)
  @Traced(Action.NONE)
  @AfterPassword
  ModelAndView ask(Actor.Staff actor, @PathVariable UUID id) {
    Terminal there = database.call(actor, tx -> KeepTerminals.there(tx, actor, id)).terminal();
    return Screen.of(
        new QuestionPage(
            t("staff.terminal.end.title"),
            t("staff.terminal.end.lead", SignInPinController.place(there)),
            URL + "/" + id + "/end",
            t("staff.terminal.end"),
            new Link(URL, t("staff.terminal.title"))));
  }

  @PostMapping("/terminals/{id}/end")
  @Permitted(Permission.HEAD)
  @Traced(Action.TERMINAL)
  @AfterPassword
  ModelAndView end(Actor.Staff actor, @PathVariable UUID id) {
    keep.end(actor, id);
    return Screen.done(URL, "staff.terminal.done.ended");
  }
}
