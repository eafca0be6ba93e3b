package jp.tsunagi.people.organisation;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.FieldRefusal;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /organisations/{id}/classes}: 組 of last year, this and the next. */
@Controller
class OrganisationClassesController {
  private final Database database;
  private final Organisations organisations;
  private final AddClasses add;

  OrganisationClassesController(Database database, Organisations organisations, AddClasses add) {
    this.database = database;
    this.organisations = organisations;
    this.add = add;
  }

  @GetMapping("/organisations/{id}/classes")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.NONE)
  ModelAndView show(
      Actor.Staff actor,
      @PathVariable OrganisationId id,
      @RequestParam(defaultValue = "0") int year) {
    return Screen.of(database.call(actor, tx -> blank(tx, id, near(tx, year))));
  }

  @PostMapping("/organisations/{id}/classes")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.ADMINISTER)
  ModelAndView submit(
      Actor.Staff actor,
      @PathVariable OrganisationId id,
      @RequestParam int year,
      @RequestParam(defaultValue = "") String lines) {
    FiscalYear asked = database.call(actor, tx -> near(tx, year));
    var refusals = add.with(actor, id, asked, lines);
    if (refusals.isEmpty()) {
      return Screen.done(
          OrganisationController.url(id) + "/classes?year=" + asked.year(),
          "organisation.done.classes");
    }
    String words = refusals.stream().map(FieldRefusal::words).collect(Collectors.joining(" "));
    return Screen.of(
        database.call(actor, tx -> page(tx, id, asked, field(lines).error(words), false)), 422);
  }

  /** This fiscal year or one beside it; 0, as when none is asked for, is this one. */
  private static FiscalYear near(Tx tx, int year) {
    FiscalYear now = FiscalYear.of(tx.today());
    if (year == 0) {
      return now;
    }
    FiscalYear asked = new FiscalYear(year);
    if (Math.abs(year - now.year()) > 1) {
      throw new NotFound();
    }
    return asked;
  }

  private OrganisationClassesPage blank(Tx tx, OrganisationId organisation, FiscalYear year) {
    boolean none = names(tx, organisation, year).isEmpty();
    List<String> before = none ? names(tx, organisation, year.previous()) : List.of();
    return page(tx, organisation, year, field(String.join("\n", before)), !before.isEmpty());
  }

  private List<String> names(Tx tx, OrganisationId organisation, FiscalYear year) {
    return organisations.classes(tx, organisation, year.year()).stream()
        .map(SchoolClass::name)
        .toList();
  }

  private static FieldView field(String lines) {
    return FieldView.of("lines", t("organisation.classes.field"))
        .hint(t("organisation.classes.hint"))
        .value(lines)
        .must();
  }

  private OrganisationClassesPage page(
      Tx tx, OrganisationId id, FiscalYear year, FieldView lines, boolean copied) {
    Organisation there = organisations.find(tx, id).orElseThrow(NotFound::new);
    String url = OrganisationController.url(id);
    FiscalYear now = FiscalYear.of(tx.today());
    return new OrganisationClassesPage(
        url + "/classes",
        there.name(),
        url,
        Stream.of(now.previous(), now, now.next())
            .map(one -> link(url, one, one.equals(year)))
            .toList(),
        year.year(),
        year.words().in(language()),
        organisations.classes(tx, id, year.year()).stream()
            .map(OrganisationController::link)
            .toList(),
        lines,
        copied);
  }

  private static Link link(String url, FiscalYear year, boolean current) {
    return new Link(url + "/classes?year=" + year.year(), year.words().in(language()), current);
  }
}
