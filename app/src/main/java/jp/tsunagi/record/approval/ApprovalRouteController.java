package jp.tsunagi.record.approval;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.organisation.Organisation;
import jp.tsunagi.people.organisation.Organisations;
import jp.tsunagi.people.staff.PostKind;
import jp.tsunagi.people.staff.Posts;
import jp.tsunagi.record.form.AttachedTo;
import jp.tsunagi.record.form.FormDefinition;
import jp.tsunagi.record.form.FormVersions;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * {@code /approval-route}: 決裁の順. Whoever approves at a place (where nobody does, whoever enrols)
 * says which posts decide there and which forms need it; a system administrator says it for any
 * place.
 */
@Controller
class ApprovalRouteController {
  static final String URL = "/approval-route";

  private final Database database;
  private final ApprovalRoutes routes;
  private final Organisations organisations;
  private final FormVersions forms;
  private final Posts posts;
  private final Trace trace;

  ApprovalRouteController(
      Database database,
      ApprovalRoutes routes,
      Organisations organisations,
      FormVersions forms,
      Posts posts,
      Trace trace) {
    this.database = database;
    this.routes = routes;
    this.organisations = organisations;
    this.forms = forms;
    this.posts = posts;
    this.trace = trace;
  }

  /** The places of which the actor says it. */
  @GetMapping("/approval-route")
  @Permitted(Permission.HEAD)
  @Traced(Action.NONE)
  ModelAndView places(Actor.Staff actor) {
    List<Organisation> places = database.call(actor, tx -> places(tx, actor));
    return places.size() == 1
        ? Screen.redirect(url(places.getFirst().id()))
        : Screen.of(
            new ApprovalPlacesPage(
                places.stream().map(place -> new Link(url(place.id()), place.name())).toList()));
  }

  private static String url(OrganisationId place) {
    return URL + "/" + place;
  }

  private List<Organisation> places(Tx tx, Actor.Staff actor) {
    if (actor.may(Right.ADMINISTER)) {
      return organisations.open(tx).stream()
          .filter(place -> !UsualRoute.possible(place.kind()).isEmpty())
          .toList();
    }
    Set<OrganisationId> own = new LinkedHashSet<>();
    for (Seat seat : actor.heading()) {
      boolean approved = !posts.holders(tx, seat.organisation(), Right.APPROVE).isEmpty();
      if (seat.may(approved ? Right.APPROVE : Right.ENROL)) {
        own.add(seat.organisation());
      }
    }
    return own.stream().flatMap(id -> organisations.find(tx, id).stream()).toList();
  }

  private Organisation place(Tx tx, Actor.Staff actor, OrganisationId id) {
    return places(tx, actor).stream()
        .filter(place -> place.id().equals(id))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  @GetMapping("/approval-route/{place}")
  @Permitted(Permission.HEAD)
  @Traced(Action.NONE)
  ModelAndView show(Actor.Staff actor, @PathVariable("place") OrganisationId id) {
    return Screen.of(
        database.call(
            actor,
            tx -> {
              Organisation place = place(tx, actor, id);
              return page(tx, place, routes.of(tx, id), Map.of());
            }));
  }

  /**
   * Adds a post at the end, takes one out, moves one up, or keeps it all; what is not kept yet is
   * carried in the page.
   */
  @PostMapping("/approval-route/{place}")
  @Permitted(Permission.HEAD)
  @Traced({Action.ADMINISTER, Action.NONE})
  ModelAndView change(
      Actor.Staff actor,
      @PathVariable("place") OrganisationId id,
      @RequestParam MultiValueMap<String, String> form) {
    Typed typed = new Typed(form);
    return database.call(
        actor,
        tx -> {
          Organisation place = place(tx, actor, id);
          List<PostKind> order = order(place, typed);
          Map<String, Boolean> asked = new LinkedHashMap<>();
          switchable(tx, place)
              .forEach(one ->
                  typed
                      .given("form." + one.key())
                      .ifPresent(value -> asked.put(one.key(), value.equals("yes"))));
          if (!typed.ticked("keep")) {
            return Screen.of(page(tx, place, order, asked));
          }
          routes.decide(tx, id, order, asked);
          trace.write(tx, Entry.of(Action.ADMINISTER).about("organisation", id));
          return Screen.done(url(id), "approval.route.done");
        });
  }

  /** The posts as the page has them, with what its button changes. */
  private static List<PostKind> order(Organisation place, Typed typed) {
    List<PostKind> possible = UsualRoute.possible(place.kind());
    List<PostKind> order =
        new ArrayList<>(
            typed.all("post").stream().flatMap(word -> named(possible, word)).distinct().toList());
    typed.given("out").flatMap(word -> named(possible, word).findFirst()).ifPresent(order::remove);
    typed
        .given("up")
        .flatMap(word -> named(possible, word).findFirst())
        .filter(post -> order.indexOf(post) > 0)
        .ifPresent(post -> {
          int at = order.indexOf(post);
          order.remove(at);
          order.add(at - 1, post);
        });
    if (typed.ticked("in")) {
      named(possible, typed.text("further"))
          .filter(post -> !order.contains(post))
          .findFirst()
          .ifPresent(order::add);
    }
    return order;
  }

  private static Stream<PostKind> named(List<PostKind> possible, String word) {
    return possible.stream().filter(post -> post.name().equals(word));
  }

  /** The forms of such a place that say something of a decision. */
  private List<FormDefinition> switchable(Tx tx, Organisation place) {
    return forms.allValidIn(tx, FiscalYear.of(tx.today()).year()).stream()
        .filter(ApprovalRoutes::switchable)
        .filter(form -> form.isFor(place.kind()))
        .filter(form -> form.attachedTo() != AttachedTo.PROGRAMME || place.kind().isHub())
        .toList();
  }

  private ApprovalRoutePage page(
      Tx tx, Organisation place, List<PostKind> order, Map<String, Boolean> chosen) {
    List<PostKind> possible = UsualRoute.possible(place.kind());
    return new ApprovalRoutePage(
        place.name(),
        url(place.id()),
        order.stream().map(ApprovalRouteController::post).toList(),
        possible.stream()
            .filter(post -> !order.contains(post))
            .map(ApprovalRouteController::post)
            .toList(),
        switchable(tx, place).stream()
            .map(form ->
                new ApprovalRoutePage.Form(
                    "form." + form.key(),
                    form.title().in(language()),
                    Optional.ofNullable(chosen.get(form.key()))
                        .orElseGet(() -> routes.asked(tx, place.id(), form))))
            .toList(),
        routes
            .lastChange(tx, place.id())
            .map(last -> changed(last))
            .orElse(t("approval.route.usual")));
  }

  private static ApprovalRoutePage.Post post(PostKind post) {
    return new ApprovalRoutePage.Post(post.name(), t("staff.post." + post));
  }

  private static String changed(ApprovalRoutes.Change last) {
    String day = DateWords.plain(last.at().atZone(ActingClock.JAPAN).toLocalDate()).in(language());
    return last.by()
        .map(name -> t("approval.route.changed.by", day, name))
        .orElseGet(() -> t("approval.route.changed", day));
  }
}
