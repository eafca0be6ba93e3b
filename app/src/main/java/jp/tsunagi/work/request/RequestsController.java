package jp.tsunagi.work.request;

import static jp.tsunagi.base.ui.Text.t;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.ListFile;
import jp.tsunagi.base.ui.PagerView;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.base.ui.TakeOut;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.people.child.Identity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /requests}: what is asked of the reader's places, and by them (B4). */
@Controller
class RequestsController {
  private final Database database;
  private final Identities children;
  private final RequestWords words;
  private final Trace trace;

  RequestsController(Database database, Identities children, RequestWords words, Trace trace) {
    this.database = database;
    this.children = children;
    this.words = words;
    this.trace = trace;
  }

  @GetMapping("/requests")
  @Permitted(Permission.STAFF)
  @Traced(Action.LIST)
  ModelAndView show(Actor.Staff actor, @RequestParam Map<String, String> asked) {
    RequestFilter filter = RequestFilter.of(asked, usual(actor));
    return Screen.of(database.call(actor, tx -> page(tx, actor, filter)));
  }

  @PostMapping("/requests/file")
  @Permitted(Permission.EXPORT)
  @Traced(Action.EXPORT)
  ModelAndView file(Actor.Staff actor, @RequestParam Map<String, String> asked) {
    String purpose =
        TakeOut.Purpose.of(asked.getOrDefault("purpose", "")).orElseThrow(NotFound::new).name();
    RequestFilter filter = RequestFilter.of(asked, usual(actor));
    return database.call(
        actor,
        tx -> {
          List<PlanRequest> found =
              RequestSql.of(
                  tx,
                  Sides.of(tx, filter.side(), actor.with(Right.EXPORT))
                      .and(filter.condition(tx.today())),
                  filter.whole());
          Map<ChildId, Identity> known = known(tx, found);
          trace.write(tx, Entry.of(Action.EXPORT).children(known.keySet()).purpose(purpose));
          RequestWords.Places places = words.places(tx);
          boolean asking = filter.side() == Side.ASKING;
          return ListFile.of(
              t("request.title"),
              Stream.of("child", "what", asking ? "author" : "asker", "asked", "needed", "state")
                  .map(head -> t("request.head." + head))
                  .toList(),
              found.stream()
                  .flatMap(one ->
                      Optional.ofNullable(known.get(one.child()))
                          .map(child -> cells(child, row(one, child, filter.side(), places, tx)))
                          .stream())
                  .toList());
        });
  }

  private static List<String> cells(Identity child, RequestsPage.Row row) {
    return List.of(
        child.line(),
        row.what(),
        row.place(),
        row.asked(),
        row.needed(),
        Stream.of(row.status().word(), row.status().since())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" ")));
  }

  private Map<ChildId, Identity> known(Tx tx, List<PlanRequest> found) {
    return children.find(tx, found.stream().map(PlanRequest::child).distinct().toList()).stream()
        .collect(Collectors.toMap(Identity::id, child -> child));
  }

  /** Whoever answers begins with what is asked of the place. */
  private static Side usual(Actor.Staff actor) {
    return actor.seats().stream().anyMatch(Seat::heads) ? Side.ANSWERING : Side.ASKING;
  }

  private RequestsPage page(Tx tx, Actor.Staff actor, RequestFilter filter) {
    var mine = Sides.of(tx, filter.side(), actor.seats());
    Optional<PlanRequest> before = filter.after().flatMap(id -> RequestSql.find(tx, id, mine));
    List<PlanRequest> found =
        RequestSql.of(tx, mine.and(filter.condition(tx.today())), filter.page(before));
    List<PlanRequest> shown = found.subList(0, Math.min(RequestFilter.PAGE, found.size()));
    Map<ChildId, Identity> known = known(tx, shown);
    trace.write(tx, Entry.of(Action.LIST).children(known.keySet()).ground("INVOLVEMENT"));
    RequestWords.Places places = words.places(tx);
    return new RequestsPage(
        sides(filter),
        shows(filter),
        sorts(filter),
        filter.side() == Side.ASKING,
        shown.stream()
            .flatMap(one ->
                Optional.ofNullable(known.get(one.child()))
                    .map(child -> row(one, child, filter.side(), places, tx))
                    .stream())
            .toList(),
        t("request.none." + filter.side()),
        t("request.none.next." + filter.side()),
        new PagerView(
            before.isPresent() ? filter.url() : null,
            found.size() > shown.size() ? filter.next(shown.getLast()) : null,
            null),
        actor.may(Right.EXPORT) ? takeOut(filter) : null);
  }

  private static TakeOut takeOut(RequestFilter filter) {
    return new TakeOut(
        "/requests/file",
        List.of(
            new Link("side", filter.side().name()),
            new Link("show", filter.show().name()),
            new Link("sort", filter.sort().name())));
  }

  static RequestsPage.Row row(
      PlanRequest one, Identity child, Side side, RequestWords.Places places, Tx tx) {
    return new RequestsPage.Row(
        "/requests/" + one.id(),
        child.view(),
        PlanForms.title(one.form(), one.year()),
        places.name(one.child(), side == Side.ASKING ? one.author() : one.asker()),
        RequestWords.day(one.askedAt()),
        RequestWords.day(one.neededBy()),
        RequestWords.status(one, side, tx.today()));
  }

  private static List<Link> sides(RequestFilter filter) {
    return Arrays.stream(Side.values())
        .map(side ->
            new Link(
                filter.url(side, filter.show(), filter.sort()),
                t("request.side." + side),
                side == filter.side()))
        .toList();
  }

  private static List<Link> shows(RequestFilter filter) {
    return Arrays.stream(RequestFilter.Show.values())
        .map(show ->
            new Link(
                filter.url(filter.side(), show, filter.sort()),
                t("request.show." + show),
                show == filter.show()))
        .toList();
  }

  private static List<Link> sorts(RequestFilter filter) {
    return Arrays.stream(RequestFilter.Sort.values())
        .map(sort ->
            new Link(
                filter.url(filter.side(), filter.show(), sort),
                t("request.sort." + sort),
                sort == filter.sort()))
        .toList();
  }
}
