package jp.tsunagi.view.portal;

import static jp.tsunagi.base.ui.Text.t;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.people.child.Identity;
import jp.tsunagi.record.ground.ConsentKind;
import jp.tsunagi.record.ground.ConsentRequests;
import jp.tsunagi.record.ground.ConsentsInForce;
import jp.tsunagi.record.ground.Showings;
import jp.tsunagi.work.relocation.MovedAway;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** {@code /portal}: my children, what waits for me, what was agreed, who looked. */
@Controller
class PortalController {
  /** As long as it stands at the head; after that the history has it. */
  private static final Duration TOLD = Duration.ofDays(90);

  private final Database database;
  private final Identities children;
  private final ConsentRequests requests;
  private final PortalSheets sheets;
  private final Showings showings;
  private final MovedAway moved;
  private final Trace trace;

  PortalController(
      Database database,
      Identities children,
      ConsentRequests requests,
      PortalSheets sheets,
      Showings showings,
      MovedAway moved,
      Trace trace) {
    this.database = database;
    this.children = children;
    this.requests = requests;
    this.sheets = sheets;
    this.showings = showings;
    this.moved = moved;
    this.trace = trace;
  }

  @GetMapping("/portal")
  @Permitted(Permission.GUARDIAN)
  @Traced(Action.LIST)
  ModelAndView show(Actor.Guardian actor) {
    return Screen.of(
        database.call(
            actor,
            tx -> {
              List<Identity> mine = children.ofGuardian(tx);
              List<Showings.ToGuardian> shown = showings.to(tx, actor);
              trace.write(
                  tx,
                  Entry.of(Action.LIST)
                      .children(
                          Stream.concat(
                                  mine.stream(), shown.stream().map(Showings.ToGuardian::child))
                              .map(Identity::id)
                              .toList()));
              boolean grown = mine.isEmpty() && grown(tx, actor);
              return new PortalPage(
                  mine.stream().map(child -> child(tx, child)).toList(),
                  shown.stream().map(PortalController::shown).toList(),
                  t(grown ? "portal.child.grown" : "portal.child.none"),
                  t(grown ? "portal.child.grown.next" : "portal.child.none.next"));
            }));
  }

  /**
   * Whether a child of this guardian decides for itself by now; says neither which nor since when.
   */
  private static boolean grown(Tx tx, Actor.Guardian actor) {
    return tx.as(new Actor.Job(tx.tenant(), "portal"), () -> GrownSql.any(tx, actor.guardian()));
  }

  private static PortalPage.Shown shown(Showings.ToGuardian one) {
    return new PortalPage.Shown(
        one.child().view(),
        "shown-" + one.child().id(),
        PortalShownController.ground(one),
        "/portal/children/" + one.child().id() + "/shown");
  }

  private PortalPage.Child child(Tx tx, Identity child) {
    String url = "/portal/children/" + child.id();
    List<Link> ways = new ArrayList<>();
    if (sheets.profile(tx, child.id()).isPresent()) {
      boolean agreed = ConsentsInForce.any(tx, child.id(), ConsentKind.USE);
      ways.add(
          new Link(url + "/profile", t(agreed ? "portal.way.profile" : "portal.way.profile.read")));
    }
    ways.add(new Link(url + "/sheets", t("portal.way.sheets")));
    ways.add(new Link(url + "/consents", t("portal.way.consents")));
    ways.add(new Link(url + "/objections", t("portal.way.objections")));
    if (Showings.ofAge(tx, child)) {
      ways.add(new Link(url + "/showings", t("portal.way.showings")));
    }
    ways.add(new Link(url + "/readers", t("portal.way.readers")));
    ways.add(new Link(url + "/access", t("portal.way.access")));
    return new PortalPage.Child(
        child.view(),
        "child-" + child.id(),
        moved.seen(tx, child.id(), tx.now().minus(TOLD)),
        tasks(tx, child, url),
        ways);
  }

  private List<PortalPage.Task> tasks(Tx tx, Identity child, String url) {
    List<PortalPage.Task> tasks = new ArrayList<>();
    var waiting = requests.waiting(tx, child.id());
    waiting.forEach(request ->
        tasks.add(
            new PortalPage.Task(
                url + "/consents/" + request.id(),
                t("portal.task.consent." + request.kind()),
                t("portal.task.consent.note"))));
    sheets.waiting(tx, child.id()).forEach(tasks::add);
    boolean agreed = ConsentsInForce.any(tx, child.id(), ConsentKind.USE);
    if (!agreed && waiting.stream().noneMatch(it -> it.kind() == ConsentKind.USE)) {
      tasks.add(
          new PortalPage.Task(
              url + "/consents/start", t("portal.task.start"), t("portal.task.start.note")));
    }
    if (agreed) {
      sheets.profileTask(tx, child.id()).ifPresent(tasks::add);
    }
    return tasks;
  }
}
