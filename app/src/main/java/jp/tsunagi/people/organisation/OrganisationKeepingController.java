package jp.tsunagi.people.organisation;

import java.util.List;
import java.util.Map;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.FieldRefusal;
import jp.tsunagi.base.ui.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /organisations/{id}/keeping}: its name, and whether it works. */
@Controller
class OrganisationKeepingController {
  private final Database database;
  private final Organisations organisations;
  private final RenameOrganisation rename;
  private final CloseOrganisation close;

  OrganisationKeepingController(
      Database database,
      Organisations organisations,
      RenameOrganisation rename,
      CloseOrganisation close) {
    this.database = database;
    this.organisations = organisations;
    this.rename = rename;
    this.close = close;
  }

  @GetMapping("/organisations/{id}/keeping")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.NONE)
  ModelAndView show(Actor.Staff actor, @PathVariable OrganisationId id) {
    return Screen.of(page(actor, id, KeepView.FRESH));
  }

  private KeepPage page(Actor.Staff actor, OrganisationId id, KeepView view) {
    return database.call(
        actor, tx -> view.of(tx, organisations.find(tx, id).orElseThrow(NotFound::new)));
  }

  @PostMapping("/organisations/{id}/keeping/name")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.ADMINISTER)
  ModelAndView rename(
      Actor.Staff actor, @PathVariable OrganisationId id, @RequestParam Map<String, String> typed) {
    List<FieldRefusal> refusals = rename.with(actor, id, Renaming.of(typed));
    return refusals.isEmpty()
        ? Screen.done(OrganisationController.url(id), "organisation.done.renamed")
        : Screen.of(page(actor, id, new KeepView(typed, refusals, List.of())), 422);
  }

  @PostMapping("/organisations/{id}/keeping/closing")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.ADMINISTER)
  ModelAndView close(
      Actor.Staff actor, @PathVariable OrganisationId id, @RequestParam Map<String, String> typed) {
    return switch (close.with(actor, id, typed.getOrDefault("lastDay", ""))) {
      case CloseOrganisation.Outcome.Closed() ->
          Screen.done(OrganisationController.url(id), "organisation.done.closed");
      case CloseOrganisation.Outcome.Refused(var why) ->
          Screen.of(page(actor, id, new KeepView(typed, List.of(why), List.of())), 422);
      case CloseOrganisation.Outcome.Unsettled(var left) ->
          Screen.of(page(actor, id, new KeepView(typed, List.of(), left)), 422);
    };
  }

  /** It was closed by mistake. */
  @PostMapping("/organisations/{id}/keeping/closing/removal")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.ADMINISTER)
  ModelAndView reopen(Actor.Staff actor, @PathVariable OrganisationId id) {
    close.reopen(actor, id);
    return Screen.done(OrganisationController.url(id), "organisation.done.reopened");
  }
}
