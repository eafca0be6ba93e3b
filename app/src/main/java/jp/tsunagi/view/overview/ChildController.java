package jp.tsunagi.view.overview;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.ListFile;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.base.ui.TakeOut;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /children/{id}}: who this is, whom to call, what helps, and the timeline (A1, D13). */
@Controller
class ChildController {
  private final Database database;
  private final Trace trace;

  ChildController(Database database, Trace trace) {
    this.database = database;
    this.trace = trace;
  }

  @GetMapping("/children/{id}")
  @Permitted(Permission.STAFF)
  @Traced(Action.VIEW_CHILD)
  ModelAndView show(
      Actor.Staff actor, @PathVariable ChildId id, @RequestParam Optional<String> kind) {
    return Screen.of(
        database.call(
            actor,
            tx ->
                ChildSql.open(
                    tx,
                    id,
                    child -> {
                      List<ItemRow> items = TimelineSql.of(tx, id, ProfileSql.AT_A_GLANCE);
                      ChildView view =
                          new ChildView(actor, child, ProfileSql.of(id, items), tx.today());
                      trace.write(tx, entry(Action.VIEW_CHILD, view, items));
                      return view.page(items, kind.flatMap(ChildController::kind).orElse(null));
                    })));
  }

  /** The timeline as a file, with the filter of the screen. */
  @PostMapping("/children/{id}/timeline/file")
  @Permitted(Permission.EXPORT)
  @Traced(Action.EXPORT)
  ModelAndView file(
      Actor.Staff actor,
      @PathVariable ChildId id,
      @RequestParam Optional<String> kind,
      @RequestParam String purpose) {
    String what = TakeOut.Purpose.of(purpose).orElseThrow(NotFound::new).name();
    EventKind only = kind.flatMap(ChildController::kind).orElse(null);
    return database.call(
        actor,
        tx ->
            ChildSql.open(
                tx,
                id,
                child -> {
                  List<ItemRow> items = TimelineSql.of(tx, id, List.of());
                  ChildView view = new ChildView(actor, child, Map.of(), tx.today());
                  trace.write(tx, entry(Action.EXPORT, view, items).purpose(what));
                  List<Event> events =
                      new EventView(actor, child, tx.today())
                          .events(items).stream()
                              .filter(event -> only == null || event.kind() == only)
                              .sorted(java.util.Comparator.comparing(Event::on).reversed())
                              .toList();
                  return file(events);
                }));
  }

  private static ModelAndView file(List<Event> events) {
    return ListFile.cells(
        t("overview.timeline"),
        List.of("year", "day", "kind", "text", "by", "why").stream()
            .map(column -> t("overview.timeline." + column))
            .toList(),
        events.stream().map(TimelineCells::of).toList());
  }

  private static Optional<EventKind> kind(String asked) {
    return java.util.Arrays.stream(EventKind.values())
        .filter(one -> one.name().equalsIgnoreCase(asked))
        .findFirst();
  }

  /** Identity follows from the involvement; what else was shown names its own ground. */
  private static Entry entry(Action action, ChildView view, List<ItemRow> items) {
    TreeSet<String> grounds = new TreeSet<>();
    grounds.add("INVOLVEMENT");
    grounds.addAll(new EventView(view.reader(), view.child(), view.today()).grounds(items));
    return Entry.of(action)
        .child(view.child().id())
        .seat(view.seat())
        .ground(String.join(" ", grounds));
  }
}
