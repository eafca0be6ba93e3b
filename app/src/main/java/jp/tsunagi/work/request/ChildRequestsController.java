package jp.tsunagi.work.request;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.people.child.Identity;
import jp.tsunagi.record.sheet.SheetReading;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /children/{id}/requests}: what is asked about a child, and asking for a sheet (B4). */
@Controller
class ChildRequestsController {
  private final Database database;
  private final Identities children;
  private final PlanRequests requests;
  private final RequestWords words;
  private final SheetReading sheets;
  private final Trace trace;

  ChildRequestsController(
      Database database,
      Identities children,
      PlanRequests requests,
      RequestWords words,
      SheetReading sheets,
      Trace trace) {
    this.database = database;
    this.children = children;
    this.requests = requests;
    this.words = words;
    this.sheets = sheets;
    this.trace = trace;
  }

  @GetMapping("/children/{id}/requests")
  @Permitted(Permission.STAFF)
  @Traced(Action.VIEW_CHILD)
  ModelAndView show(Actor.Staff actor, @PathVariable ChildId id) {
    return Screen.of(
        database.call(
            actor,
            tx -> {
              Identity child = children.get(tx, id);
              if (PlanRequests.concerned(tx, actor, id).isEmpty()) {
                throw new NotFound();
              }
              return page(
                  tx,
                  actor,
                  child,
                  PlanRequests.asking(tx, actor, id)
                      .map(seat -> begin(tx, id, seat, beginning(tx, seat, Typed.NOTHING)))
                      .orElse(null));
            }));
  }

  private ChildRequestsPage page(
      Tx tx, Actor.Staff actor, Identity child, ChildRequestsPage.@Nullable Begin begin) {
    viewed(tx, child.id());
    return new ChildRequestsPage(
        child, rows(tx, actor, child, Side.ANSWERING), rows(tx, actor, child, Side.ASKING), begin);
  }

  private BeginForm beginning(Tx tx, Seat seat, Typed typed) {
    return new BeginForm(
        words.organisations().open(tx).stream()
            .filter(one -> !one.id().equals(seat.organisation()))
            .toList(),
        typed,
        FiscalYear.of(tx.today()));
  }

  private void viewed(Tx tx, ChildId id) {
    trace.write(tx, Entry.of(Action.VIEW_CHILD).child(id).purpose("REQUESTS"));
  }

  private List<RequestsPage.Row> rows(Tx tx, Actor.Staff actor, Identity child, Side side) {
    RequestWords.Places places = words.places(tx);
    return PlanRequests.ofChild(tx, actor, child.id(), side).stream()
        .map(one -> RequestsController.row(one, child, side, places, tx))
        .toList();
  }

  private ChildRequestsPage.Begin begin(Tx tx, ChildId id, Seat seat, BeginForm form) {
    String url = url(id) + "/new";
    return form.view(url, known(tx, id, seat, url));
  }

  /** Sheets of which something is read already: their existence is known. */
  private List<Link> known(Tx tx, ChildId id, Seat seat, String url) {
    RequestWords.Places places = words.places(tx);
    return sheets.of(tx, id).stream()
        .filter(sheet -> PlanForms.find(sheet.form()).isPresent())
        .flatMap(sheet ->
            sheet
                .organisation()
                .filter(author -> !author.equals(seat.organisation()))
                .filter(author -> !places.conceals(id, author))
                .map(author ->
                    new Link(
                        url
                            + "?place="
                            + author
                            + "&form="
                            + sheet.form()
                            + "&year="
                            + sheet.fiscalYear(),
                        t(
                            "request.known",
                            places.name(id, author),
                            PlanForms.title(sheet.form(), sheet.fiscalYear()))))
                .stream())
        .distinct()
        .toList();
  }

  @GetMapping("/children/{id}/requests/new")
  @Permitted(Permission.STAFF)
  @Traced(Action.VIEW_CHILD)
  ModelAndView form(
      Actor.Staff actor,
      @PathVariable ChildId id,
      @RequestParam MultiValueMap<String, String> sent) {
    return database.call(
        actor,
        tx -> {
          Identity child = children.get(tx, id);
          Seat seat = PlanRequests.asking(tx, actor, id).orElseThrow(NotFound::new);
          Typed typed = new Typed(sent);
          BeginForm beginning = beginning(tx, seat, typed);
          var wanted = beginning.read();
          if (wanted.isEmpty()) {
            return again(tx, actor, child, seat, beginning);
          }
          viewed(tx, id);
          return Screen.of(page(child, new AskForm(wanted.get(), typed, tx.today()).view(true)));
        });
  }

  @PostMapping("/children/{id}/requests/new")
  @Permitted(Permission.STAFF)
  @Traced({Action.REQUEST, Action.VIEW_CHILD})
  ModelAndView ask(
      Actor.Staff actor,
      @PathVariable ChildId id,
      @RequestParam MultiValueMap<String, String> sent) {
    return database.call(
        actor,
        tx -> {
          Identity child = children.get(tx, id);
          Seat seat = PlanRequests.asking(tx, actor, id).orElseThrow(NotFound::new);
          Typed typed = new Typed(sent);
          BeginForm beginning = beginning(tx, seat, typed);
          var wanted = beginning.read();
          if (wanted.isEmpty()) {
            return again(tx, actor, child, seat, beginning);
          }
          AskForm form = new AskForm(wanted.get(), typed, tx.today());
          Optional<PlanRequest> asked = form.read(tx, id, seat);
          if (asked.isEmpty()) {
            viewed(tx, id);
            return Screen.of(page(child, form.view(false)), 422);
          }
          requests.ask(tx, asked.get(), seat);
          return Screen.done("/requests/" + asked.get().id(), "request.done.asked");
        });
  }

  /** Something is not chosen: the choice once more, as it was made. */
  private ModelAndView again(
      Tx tx, Actor.Staff actor, Identity child, Seat seat, BeginForm beginning) {
    return Screen.of(page(tx, actor, child, begin(tx, child.id(), seat, beginning)), 422);
  }

  private static NewRequestPage page(Identity child, NewRequestPage.Form form) {
    return new NewRequestPage(child, url(child.id()) + "/new", url(child.id()), form);
  }

  private static String url(ChildId child) {
    return "/children/" + child + "/requests";
  }
}
