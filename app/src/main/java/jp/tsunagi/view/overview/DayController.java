package jp.tsunagi.view.overview;

import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ClassId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.ListFile;
import jp.tsunagi.base.ui.ListFile.Cell;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.base.ui.TakeOut;
import jp.tsunagi.people.staff.Setup;
import jp.tsunagi.people.staff.Substitutes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /day}: what waits for this person, by kind of post (issue 2: my day; A13). */
@Controller
class DayController {
  private final Database database;
  private final Trace trace;
  private final HubDay hubs;
  private final Heaps heaps;
  private final Setup setup;

  DayController(Database database, Trace trace, HubDay hubs, Heaps heaps, Setup setup) {
    this.database = database;
    this.trace = trace;
    this.hubs = hubs;
    this.heaps = heaps;
    this.setup = setup;
  }

  /** Leads everybody to where their day begins. */
  @GetMapping("/")
  @Permitted(Permission.PUBLIC)
  @Traced(Action.NONE)
  ModelAndView begin(Actor actor) {
    return Screen.redirect(
        switch (actor) {
          case Actor.Staff staff -> home(staff);
          case Actor.Guardian _ -> "/portal";
          case Actor.Job _, Actor.Login _ -> setup.isOpen() ? "/setup" : "/sign-in";
        });
  }

  /** Whoever sees no child begins with what he or she keeps: the trace, or the register. */
  private static String home(Actor.Staff staff) {
    if (staff.reading().anyMatch(seat -> !seat.ceiling().isEmpty())) {
      return "/day";
    }
    if (staff.may(Right.ADMINISTER)) {
      return "/organisations";
    }
    return staff.may(Right.AUDIT) ? "/audit" : "/day";
  }

  @GetMapping("/day")
  @Permitted(Permission.STAFF)
  @Traced(Action.LIST)
  ModelAndView show(
      Actor.Staff actor,
      @RequestParam Optional<String> post,
      @RequestParam Optional<String> show,
      @RequestParam("class") Optional<ClassId> schoolClass,
      @RequestParam Optional<String> sort) {
    Optional<Seat> seat = seat(actor, post);
    if (seat.isEmpty()) {
      return Screen.of(nobody(actor));
    }
    if (Desk.of(seat.get()) == Desk.HUB) {
      return Screen.of(hubs.day(actor, seat.get()));
    }
    DayView.Asked asked = DayView.Asked.of(show, schoolClass, sort);
    return Screen.of(
        database.call(
            actor,
            tx -> {
              List<CaseRow> rows = rows(tx, seat.get());
              trace.write(tx, entry(Action.LIST, seat.get(), rows));
              return new DayView(actor, seat.get(), rows, tx.today(), asked)
                  .page(
                      heaps.at(tx, actor, seat.get()),
                      Optional.ofNullable(
                          Substitutes.insteadOf(tx, actor).get(seat.get().assignment())));
            }));
  }

  /** The table as a file, as it is filtered and sorted on the screen. */
  @PostMapping("/day/file")
  @Permitted(Permission.EXPORT)
  @Traced(Action.EXPORT)
  ModelAndView file(
      Actor.Staff actor,
      @RequestParam Optional<String> post,
      @RequestParam Optional<String> show,
      @RequestParam("class") Optional<ClassId> schoolClass,
      @RequestParam Optional<String> sort,
      @RequestParam String purpose) {
    Seat seat =
        seat(actor, post)
            .filter(one -> one.may(Right.EXPORT) && Desk.of(one) != Desk.HUB)
            .orElseThrow(NotFound::new);
    String what = TakeOut.Purpose.of(purpose).orElseThrow(NotFound::new).name();
    return database.call(
        actor,
        tx -> {
          DayView view =
              new DayView(
                  actor,
                  seat,
                  rows(tx, seat),
                  tx.today(),
                  DayView.Asked.of(show, schoolClass, sort));
          trace.write(tx, entry(Action.EXPORT, seat, view.shown()).purpose(what));
          return file(view);
        });
  }

  /** The seat asked for, or the first from which children are seen. */
  private static Optional<Seat> seat(Actor.Staff actor, Optional<String> post) {
    List<Seat> seats = Desk.seats(actor);
    return seats.stream()
        .filter(seat -> post.filter(seat.assignment().toString()::equals).isPresent())
        .findFirst()
        .or(() -> seats.stream().findFirst());
  }

  private static List<CaseRow> rows(Tx tx, Seat seat) {
    List<CaseRow> rows = CaseSql.of(tx, seat);
    Map<ChildId, Map<String, ProfileSql.Part>> health =
        ProfileSql.of(tx, rows.stream().map(CaseRow::child).toList(), List.of(ProfileSql.HEALTH));
    return rows.stream()
        .map(row -> row.with(marks(health.getOrDefault(row.child(), Map.of()))))
        .toList();
  }

  private static List<Attention> marks(Map<String, ProfileSql.Part> parts) {
    return Optional.ofNullable(parts.get(ProfileSql.HEALTH)).stream()
        .flatMap(part -> Attention.of(part.answers()).stream())
        .map(Attention.Noted::mark)
        .toList();
  }

  private static Entry entry(Action action, Seat seat, List<CaseRow> rows) {
    return Entry.of(action)
        .children(rows.stream().map(CaseRow::child).toList())
        .seat(seat)
        .ground("INVOLVEMENT");
  }

  private static ModelAndView file(DayView view) {
    DayPage page = view.page();
    return ListFile.cells(
        page.title(),
        Stream.of("number", "name", "kana", "class", "plan", "since", "handover")
            .map(column -> t("overview.head." + column))
            .toList(),
        view.shown().stream().map(row -> cells(row, view)).toList());
  }

  private static List<Cell> cells(CaseRow row, DayView view) {
    Integer number = row.number();
    return List.of(
        Cell.of(number == null ? "" : String.valueOf(number)),
        Cell.of(Wording.plain(row.name())),
        Cell.of(row.sortKana()),
        Cell.of(
            row.className().isEmpty()
                ? Wording.say(row.grade(view.today()).words())
                : row.className()),
        Cell.of(t("overview.plan." + row.plan().state())),
        Cell.of(row.plan().since()),
        Cell.of(
            row.handover()
                .map(one ->
                    t(
                        one.received() == null
                            ? "overview.handover.unread"
                            : "overview.handover.done"))
                .orElse("")));
  }

  /** For who sees no child: what to do instead. */
  private DayPage nobody(Actor.Staff actor) {
    return database.call(
        actor,
        tx -> {
          trace.write(tx, Entry.of(Action.LIST));
          LocalDate today = tx.today();
          return new DayPage(
              t("overview.day.title"),
              "",
              today.toString(),
              Wording.full(today),
              List.of(),
              List.of(),
              List.of(),
              "",
              List.of(),
              List.of(),
              false,
              List.of(),
              List.of(),
              t(Desk.keepsOnly(actor) ? "overview.day.keeper" : "overview.day.nothing"),
              null,
              "");
        });
  }
}
