package jp.tsunagi.people.organisation;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Map;
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
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /organisations/{id}}: one organisation, new or known. */
@Controller
class OrganisationController {
  private final Database database;
  private final Organisations organisations;
  private final AddOrganisation add;
  private final ChangeOrganisation change;

  OrganisationController(
      Database database,
      Organisations organisations,
      AddOrganisation add,
      ChangeOrganisation change) {
    this.database = database;
    this.organisations = organisations;
    this.add = add;
    this.change = change;
  }

  static String url(OrganisationId id) {
    return "/organisations/" + id;
  }

  @GetMapping("/organisations/new")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.NONE)
  ModelAndView blank() {
    return Screen.of(fresh(OrganisationDraft.blank(OrganisationId.create()), List.of()));
  }

  @PostMapping("/organisations")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.ADMINISTER)
  ModelAndView add(
      Actor.Staff actor, @RequestParam OrganisationId id, @RequestParam Map<String, String> typed) {
    OrganisationDraft draft = OrganisationDraft.of(id, typed);
    List<FieldRefusal> refusals = add.with(actor, draft);
    return refusals.isEmpty()
        ? Screen.done(url(id), "organisation.done.added")
        : Screen.of(fresh(draft, refusals), 422);
  }

  @GetMapping("/organisations/{id}")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.NONE)
  ModelAndView show(Actor.Staff actor, @PathVariable OrganisationId id) {
    return Screen.of(
        database.call(
            actor,
            tx -> {
              Organisation there = there(tx, id);
              return known(tx, there, OrganisationDraft.of(there), List.of());
            }));
  }

  @PostMapping("/organisations/{id}")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.ADMINISTER)
  ModelAndView change(
      Actor.Staff actor, @PathVariable OrganisationId id, @RequestParam Map<String, String> typed) {
    OrganisationDraft draft = OrganisationDraft.of(id, typed);
    List<FieldRefusal> refusals = change.with(actor, draft);
    return refusals.isEmpty()
        ? Screen.done(url(draft.id()), "organisation.done.changed")
        : Screen.of(
            database.call(actor, tx -> known(tx, there(tx, draft.id()), draft, refusals)), 422);
  }

  private Organisation there(Tx tx, OrganisationId id) {
    return organisations.find(tx, id).orElseThrow(NotFound::new);
  }

  private static OrganisationPage fresh(OrganisationDraft draft, List<FieldRefusal> refusals) {
    return new OrganisationPage(
        "/organisations",
        draft.id().toString(),
        t("organisation.new.title"),
        new OrganisationForm(draft, refusals).fields(),
        null);
  }

  private OrganisationPage known(
      Tx tx, Organisation there, OrganisationDraft draft, List<FieldRefusal> refusals) {
    FiscalYear year = FiscalYear.of(tx.today());
    String url = url(there.id());
    return new OrganisationPage(
        url,
        there.id().toString(),
        there.name(),
        new OrganisationForm(draft, refusals).fields(),
        new OrganisationPage.Known(
            there.closedFrom().map(KeepView::closed).orElse(null),
            new Link(url + "/keeping", t("organisation.keep.way")),
            new Link("/staff?organisation=" + there.id(), t("organisation.staff")),
            OrganisationWords.status(there.connection()),
            t("organisation.connection.note." + there.connection()),
            new Link(url + "/connection", t("organisation.connection.change")),
            year.words().in(language()),
            organisations.classes(tx, there.id(), year.year()).stream()
                .map(OrganisationController::link)
                .toList(),
            new Link(url + "/classes", t("organisation.classes.add"))));
  }

  /** The class by its name; one that has ended says so. */
  static Link link(SchoolClass one) {
    String name =
        one.closedFrom().map(_ -> t("organisation.class.closed", one.name())).orElseGet(one::name);
    return new Link(url(one.organisation()) + "/classes/" + one.id(), name);
  }
}
