package jp.tsunagi.view.overview;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.ListFile;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.base.ui.TakeOut;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.base.ui.Veil;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /lists/{list}}: the work lists of a hub (A13). */
@Controller
class WorkListController {
  /** More than any hub's list; a larger one is taken out in parts, by age. */
  private static final int MOST = 5000;

  private final Database database;
  private final Trace trace;
  private final Veil veil;

  WorkListController(Database database, Trace trace, Veil veil) {
    this.database = database;
    this.trace = trace;
    this.veil = veil;
  }

  @GetMapping("/lists/{list}")
  @Permitted(Permission.STAFF)
  @Traced(Action.LIST)
  ModelAndView show(
      Actor.Staff actor,
      @PathVariable String list,
      @RequestParam MultiValueMap<String, String> query) {
    WorkList which = WorkList.of(list).orElseThrow(NotFound::new);
    Seat seat = seat(actor);
    Narrowing asked = asked(actor, which, new Typed(query));
    return Screen.of(
        database.call(
            actor,
            tx -> {
              tx.planForValues();
              List<WorkListRow> found = WorkListSql.page(tx, seat, which, asked, WorkListView.SIZE);
              trace.write(
                  tx, entry(Action.LIST, seat, found.stream().limit(WorkListView.SIZE).toList()));
              return new WorkListView(actor, seat, which, asked, tx.today())
                  .page(
                      WorkListSql.counts(tx, seat, which, asked),
                      WorkListSql.offers(tx, seat),
                      found);
            }));
  }

  /** Posted, because a name belongs into no address; leads to where it stands covered. */
  @PostMapping("/lists/{list}/narrowing")
  @Permitted(Permission.STAFF)
  @Traced(Action.NONE)
  ModelAndView narrow(
      Actor.Staff actor,
      @PathVariable String list,
      @RequestParam MultiValueMap<String, String> form) {
    WorkList which = WorkList.of(list).orElseThrow(NotFound::new);
    seat(actor);
    Typed typed = new Typed(form);
    String words = Narrowing.Words.few(typed.text("q"));
    String covered = words.isEmpty() ? "" : veil.cover(actor.staff().value(), words);
    return Screen.redirect(
        Narrowing.of(which, typed, new Narrowing.Words(words, covered)).url(which));
  }

  /** The whole list as a file, narrowed and ordered as on the screen. */
  @PostMapping("/lists/{list}/file")
  @Permitted(Permission.EXPORT)
  @Traced(Action.EXPORT)
  ModelAndView file(
      Actor.Staff actor,
      @PathVariable String list,
      @RequestParam MultiValueMap<String, String> form,
      @RequestParam String purpose) {
    WorkList which = WorkList.of(list).orElseThrow(NotFound::new);
    Seat seat = seat(actor);
    if (!seat.may(Right.EXPORT)) {
      throw new NotFound();
    }
    String what = TakeOut.Purpose.of(purpose).orElseThrow(NotFound::new).name();
    Narrowing asked = asked(actor, which, new Typed(form)).from(null);
    return database.call(
        actor,
        tx -> {
          tx.planForValues();
          List<WorkListRow> rows = WorkListSql.page(tx, seat, which, asked, MOST);
          trace.write(tx, entry(Action.EXPORT, seat, rows).purpose(what));
          WorkListView view = new WorkListView(actor, seat, which, asked, tx.today());
          return ListFile.cells(
              t("overview.list." + which),
              view.columns().fileHeads(),
              rows.stream().map(row -> view.columns().fileCells(row, view.status(row))).toList());
        });
  }

  /** What was covered for somebody else asks for nothing. */
  private Narrowing asked(Actor.Staff actor, WorkList list, Typed asked) {
    Narrowing.Words words =
        asked
            .given("for")
            .flatMap(covered ->
                veil.uncover(actor.staff().value(), covered)
                    .map(plain -> new Narrowing.Words(Narrowing.Words.few(plain), covered)))
            .orElse(Narrowing.Words.NONE);
    return Narrowing.of(list, asked, words);
  }

  private static Seat seat(Actor.Staff actor) {
    return Desk.seats(actor).stream()
        .filter(seat -> Desk.of(seat) == Desk.HUB)
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private static Entry entry(Action action, Seat seat, List<WorkListRow> rows) {
    return Entry.of(action)
        .children(rows.stream().map(WorkListRow::child).toList())
        .seat(seat)
        .ground("INVOLVEMENT");
  }
}
