package jp.tsunagi.view.overview;

import static jp.tsunagi.base.ui.Text.t;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import jp.tsunagi.base.ui.StatusView;
import jp.tsunagi.base.ui.TakeOut;
import org.springframework.stereotype.Controller;
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

  WorkListController(Database database, Trace trace) {
    this.database = database;
    this.trace = trace;
  }

  @GetMapping("/lists/{list}")
  @Permitted(Permission.STAFF)
  @Traced(Action.LIST)
  ModelAndView show(
      Actor.Staff actor,
      @PathVariable String list,
      @RequestParam Optional<String> age,
      @RequestParam Optional<String> programme,
      @RequestParam Optional<String> after) {
    WorkList which = WorkList.of(list).orElseThrow(NotFound::new);
    Seat seat = seat(actor);
    Narrowing asked = Narrowing.of(age, programme, after);
    return Screen.of(
        database.call(
            actor,
            tx -> {
              List<WorkListRow> found = WorkListSql.page(tx, seat, which, asked, WorkListView.SIZE);
              trace.write(
                  tx, entry(Action.LIST, seat, found.stream().limit(WorkListView.SIZE).toList()));
              return new WorkListView(actor, seat, which, asked, tx.today())
                  .page(WorkListSql.counts(tx, seat), found, List.of());
            }));
  }

  /** The whole list as a file, narrowed as on the screen. */
  @PostMapping("/lists/{list}/file")
  @Permitted(Permission.EXPORT)
  @Traced(Action.EXPORT)
  ModelAndView file(
      Actor.Staff actor,
      @PathVariable String list,
      @RequestParam Optional<String> age,
      @RequestParam String purpose) {
    WorkList which = WorkList.of(list).orElseThrow(NotFound::new);
    Seat seat = seat(actor);
    if (!seat.may(Right.EXPORT)) {
      throw new NotFound();
    }
    String what = TakeOut.Purpose.of(purpose).orElseThrow(NotFound::new).name();
    Narrowing asked = Narrowing.of(age, Optional.empty(), Optional.empty());
    return database.call(
        actor,
        tx -> {
          List<WorkListRow> rows = WorkListSql.page(tx, seat, which, asked, MOST);
          trace.write(tx, entry(Action.EXPORT, seat, rows).purpose(what));
          return file(which, new WorkListView(actor, seat, which, asked, tx.today()), rows);
        });
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

  private static ModelAndView file(WorkList list, WorkListView view, List<WorkListRow> rows) {
    List<String> heads = new ArrayList<>();
    List.of("name", "kana", "grade", "birth")
        .forEach(column -> heads.add(t("overview.head." + column)));
    heads.addAll(view.heads());
    heads.add(t("overview.head.state"));
    return ListFile.of(
        t("overview.list." + list), heads, rows.stream().map(row -> cells(view, row)).toList());
  }

  private static List<String> cells(WorkListView view, WorkListRow row) {
    StatusView status = view.status(row);
    List<String> cells = new ArrayList<>();
    cells.add(Wording.plain(row.name()));
    cells.add(row.name().familyKana() + " " + row.name().givenKana());
    cells.add(Wording.say(row.grade(view.today()).words()));
    cells.add(Wording.full(row.birthDate()));
    cells.addAll(view.cells(row));
    cells.add(status == null ? "" : status.word());
    return cells;
  }
}
