package jp.tsunagi.people.organisation;

import java.util.List;
import java.util.Map;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.ClassId;
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

/** {@code /organisations/{id}/classes/{schoolClass}}: its name, and whether there still is one. */
@Controller
class SchoolClassController {
  private final Database database;
  private final Organisations organisations;
  private final KeepClass keep;

  SchoolClassController(Database database, Organisations organisations, KeepClass keep) {
    this.database = database;
    this.organisations = organisations;
    this.keep = keep;
  }

  @GetMapping("/organisations/{id}/classes/{schoolClass}")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.NONE)
  ModelAndView show(
      Actor.Staff actor, @PathVariable OrganisationId id, @PathVariable ClassId schoolClass) {
    return Screen.of(page(actor, id, schoolClass, KeepView.FRESH));
  }

  private KeepPage page(Actor.Staff actor, OrganisationId id, ClassId schoolClass, KeepView view) {
    return database.call(
        actor,
        tx ->
            view.of(
                tx,
                organisations.find(tx, id).orElseThrow(NotFound::new),
                KeepClass.there(tx, id, schoolClass)));
  }

  private static String url(OrganisationId id, ClassId schoolClass) {
    return OrganisationController.url(id) + "/classes/" + schoolClass;
  }

  @PostMapping("/organisations/{id}/classes/{schoolClass}/name")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.ADMINISTER)
  ModelAndView rename(
      Actor.Staff actor,
      @PathVariable OrganisationId id,
      @PathVariable ClassId schoolClass,
      @RequestParam Map<String, String> typed) {
    List<FieldRefusal> refusals = keep.rename(actor, id, schoolClass, Renaming.of(typed));
    return refusals.isEmpty()
        ? Screen.done(url(id, schoolClass), "organisation.done.renamed")
        : Screen.of(page(actor, id, schoolClass, new KeepView(typed, refusals, List.of())), 422);
  }

  @PostMapping("/organisations/{id}/classes/{schoolClass}/closing")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.ADMINISTER)
  ModelAndView close(
      Actor.Staff actor,
      @PathVariable OrganisationId id,
      @PathVariable ClassId schoolClass,
      @RequestParam Map<String, String> typed) {
    return switch (keep.close(actor, id, schoolClass, typed.getOrDefault("lastDay", ""))) {
      case CloseOrganisation.Outcome.Closed() ->
          Screen.done(url(id, schoolClass), "organisation.done.closed");
      case CloseOrganisation.Outcome.Refused(var why) ->
          Screen.of(
              page(actor, id, schoolClass, new KeepView(typed, List.of(why), List.of())), 422);
      case CloseOrganisation.Outcome.Unsettled(var left) ->
          Screen.of(page(actor, id, schoolClass, new KeepView(typed, List.of(), left)), 422);
    };
  }

  /** It was closed by mistake. */
  @PostMapping("/organisations/{id}/classes/{schoolClass}/closing/removal")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.ADMINISTER)
  ModelAndView reopen(
      Actor.Staff actor, @PathVariable OrganisationId id, @PathVariable ClassId schoolClass) {
    keep.reopen(actor, id, schoolClass);
    return Screen.done(url(id, schoolClass), "organisation.done.reopened");
  }
}
