package jp.tsunagi.people.organisation;

import static jp.tsunagi.base.ui.Text.t;

import java.util.Arrays;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Connection;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.FieldRefusal;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /organisations/{id}/connection}: 接続の段階 (A11). */
@Controller
class OrganisationConnectionController {
  private final Database database;
  private final Organisations organisations;
  private final ChangeConnection change;

  OrganisationConnectionController(
      Database database, Organisations organisations, ChangeConnection change) {
    this.database = database;
    this.organisations = organisations;
    this.change = change;
  }

  @GetMapping("/organisations/{id}/connection")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.NONE)
  ModelAndView show(Actor.Staff actor, @PathVariable OrganisationId id) {
    Organisation there = there(actor, id);
    return Screen.of(page(there, there.connection().name(), Optional.empty()));
  }

  @PostMapping("/organisations/{id}/connection")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.ADMINISTER)
  ModelAndView submit(
      Actor.Staff actor,
      @PathVariable OrganisationId id,
      @RequestParam(defaultValue = "") String connection) {
    var refusal = change.with(actor, id, stage(connection));
    return refusal.isEmpty()
        ? Screen.done(OrganisationController.url(id), "organisation.done.connection")
        : Screen.of(page(there(actor, id), connection, refusal), 422);
  }

  private static Optional<Connection> stage(String name) {
    return Arrays.stream(Connection.values()).filter(one -> one.name().equals(name)).findFirst();
  }

  private Organisation there(Actor.Staff actor, OrganisationId id) {
    return database.call(actor, tx -> organisations.find(tx, id)).orElseThrow(NotFound::new);
  }

  private static OrganisationConnectionPage page(
      Organisation there, String chosen, Optional<FieldRefusal> refusal) {
    String url = OrganisationController.url(there.id());
    return new OrganisationConnectionPage(
        url + "/connection",
        there.name(),
        url,
        OrganisationWords.connection(there.connection()),
        FieldView.of("connection", t("organisation.connection.field"))
            .error(refusal.map(FieldRefusal::words).orElse(null)),
        OrganisationForm.connections(chosen));
  }
}
