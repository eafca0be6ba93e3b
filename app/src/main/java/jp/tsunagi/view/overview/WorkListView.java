package jp.tsunagi.view.overview;

import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.ui.Icon;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.PagerView;
import jp.tsunagi.base.ui.StatusView;
import jp.tsunagi.base.ui.TakeOut;
import jp.tsunagi.view.overview.DayPage.Do;
import jp.tsunagi.view.overview.DayPage.Task;
import jp.tsunagi.view.overview.WorkListPage.Line;
import org.jspecify.annotations.Nullable;

/** Words of a hub's lists. */
record WorkListView(
    Actor.Staff reader, Seat seat, WorkList list, Narrowing asked, LocalDate today) {
  static final int SIZE = 50;

  WorkListPage page(Map<WorkList, Integer> counts, List<WorkListRow> found, List<Task> tasks) {
    List<WorkListRow> rows = found.stream().limit(SIZE).toList();
    return new WorkListPage(
        seat.organisationName(),
        today.toString(),
        t(
            "overview.day.date",
            Wording.say(DateWords.weekday(today)),
            String.valueOf(today.getYear())),
        desks(),
        ways(),
        tasks,
        lists(counts),
        t("overview.list." + list),
        filters(),
        heads(),
        rows.stream().map(this::line).toList(),
        rows.isEmpty() ? empty() : null,
        pager(found.size() > SIZE ? rows.getLast() : null),
        takeOut(rows));
  }

  private List<Link> desks() {
    List<Seat> seats = Desk.seats(reader);
    return seats.size() < 2
        ? List.of()
        : seats.stream()
            .map(one ->
                new Link(
                    "/day?post=" + one.assignment(),
                    one.organisationName() + "\u3000" + t("staff.post." + one.post()),
                    one.equals(seat)))
            .toList();
  }

  /** Where children come into the record, for those who take them in. */
  private List<Link> ways() {
    return seat.may(Right.INTAKE)
        ? List.of(
            new Link("/children/new", t("overview.ways.new")),
            new Link("/children/doubles", t("overview.ways.doubles")),
            new Link("/import/families", t("overview.ways.families")),
            new Link("/import/children", t("overview.ways.ledger")))
        : List.of();
  }

  private List<Link> lists(Map<WorkList, Integer> counts) {
    List<Link> links = new ArrayList<>();
    for (WorkList one : WorkList.values()) {
      int count = counts.getOrDefault(one, 0);
      links.add(
          new Link(one.url(), t("overview.filter", t("overview.list." + one), count), one == list));
    }
    return links;
  }

  private List<Link> filters() {
    List<Link> links = new ArrayList<>();
    links.add(new Link(list.url(), t("overview.filter.all"), asked.age() == null));
    for (Narrowing.Age age : Narrowing.Age.values()) {
      if (list != WorkList.ENTERING
          || age == Narrowing.Age.PRESCHOOL
          || age == Narrowing.Age.PRIMARY) {
        links.add(
            new Link(
                list.url() + "?age=" + age.name().toLowerCase(Locale.ROOT),
                t("overview.age." + age),
                age == asked.age()));
      }
    }
    return links;
  }

  List<String> heads() {
    return switch (list) {
      case PARTICIPANTS, UNWRITTEN ->
          List.of(t("overview.head.programme"), t("overview.head.incharge"));
      case CONSENTS -> List.of(t("overview.head.begun"));
      case ENTERING -> List.of(t("overview.head.goes"));
      case RECEIPTS -> List.of(t("overview.head.receiver"), t("overview.head.offered"));
    };
  }

  List<String> cells(WorkListRow row) {
    LocalDate since = row.since();
    String day = since == null ? "" : Wording.full(since);
    return switch (list) {
      case PARTICIPANTS, UNWRITTEN ->
          List.of(row.detail(), row.inCharge() == null ? "" : row.inCharge());
      case CONSENTS -> List.of(day);
      case ENTERING -> List.of(t("overview.goes." + stage(row)));
      case RECEIPTS -> List.of(row.detail(), day);
    };
  }

  private String stage(WorkListRow row) {
    return row.grade(today).level() < 1 ? "PRIMARY" : "LOWER";
  }

  private Line line(WorkListRow row) {
    return new Line(
        "/children/" + row.child(),
        Wording.name(row.name()),
        Wording.say(row.grade(today).words()),
        Wording.full(row.birthDate()),
        cells(row),
        status(row),
        begin(row),
        next(row));
  }

  @Nullable StatusView status(WorkListRow row) {
    return switch (list) {
      case PARTICIPANTS, UNWRITTEN -> written(row);
      case CONSENTS ->
          new StatusView(
              Icon.CONSENT,
              t("overview.hub.noconsent"),
              waited(row.since()),
              seat.may(Right.INTAKE));
      case ENTERING ->
          row.handed()
              ? new StatusView(Icon.FINAL, t("overview.hub.handed"), null, false)
              : row.agreed()
                  ? new StatusView(Icon.DRAFT, t("overview.hub.agreed"), null, true)
                  : new StatusView(Icon.NOT_STARTED, t("overview.hub.unasked"), null, false);
      case RECEIPTS ->
          new StatusView(Icon.WAITING, t("overview.hub.unconfirmed"), waited(row.since()), false);
    };
  }

  private @Nullable String waited(@Nullable LocalDate since) {
    return since == null ? null : t("overview.plan.days", days(since));
  }

  private long days(LocalDate since) {
    return Math.max(0, ChronoUnit.DAYS.between(since, today));
  }

  private StatusView written(WorkListRow row) {
    Plan plan = row.plan();
    LocalDate since = plan.since();
    String day = since == null ? null : Wording.row(since, today);
    Icon icon =
        switch (plan.state()) {
          case NOT_STARTED -> Icon.NOT_STARTED;
          case DRAFT -> Icon.DRAFT;
          case RETURNED -> Icon.RETURNED;
          case WITH_GUARDIAN -> Icon.WITH_GUARDIAN;
          case FINAL -> Icon.FINAL;
        };
    boolean mine = seat.may(Right.WRITE) && plan.myTurn(today) && (row.mine() || plan.mine());
    return new StatusView(icon, t("overview.plan." + plan.state()), day, mine);
  }

  private WorkListPage.@Nullable Begin begin(WorkListRow row) {
    boolean may =
        (list == WorkList.PARTICIPANTS || list == WorkList.UNWRITTEN)
            && seat.may(Right.WRITE)
            && row.plan().state() == Plan.State.NOT_STARTED;
    return may
        ? new WorkListPage.Begin(
            t("overview.do.NOT_STARTED"),
            row.child().toString(),
            "support-programme",
            row.key().toString(),
            FiscalYear.of(today).year())
        : null;
  }

  private @Nullable Link next(WorkListRow row) {
    String child = "/children/" + row.child();
    return switch (list) {
      case PARTICIPANTS, UNWRITTEN -> written(row.plan());
      case CONSENTS ->
          seat.may(Right.INTAKE) ? new Link(child + "/consents", t("overview.do.consent")) : null;
      case ENTERING ->
          row.handed() || !seat.may(Right.ENROL)
              ? null
              : row.agreed()
                  ? new Link(child + "/handovers", t("overview.do.handover"))
                  : new Link(child + "/consents", t("overview.do.ask"));
      case RECEIPTS -> new Link(child + "/handovers", t("overview.do.receipt"));
    };
  }

  private @Nullable Link written(Plan plan) {
    return switch (plan.state()) {
      case DRAFT, RETURNED ->
          plan.mine() && seat.may(Right.WRITE)
              ? new Link("/sheets/" + plan.sheet() + "/draft", t("overview.do.DRAFT"))
              : null;
      case FINAL, WITH_GUARDIAN -> new Link("/sheets/" + plan.sheet(), t("overview.do.read"));
      case NOT_STARTED -> null;
    };
  }

  private WorkListPage.Empty empty() {
    boolean narrowed = asked.age() != null || asked.programme() != null;
    Link way =
        narrowed
            ? new Link(list.url(), t("overview.filter.all"))
            : list == WorkList.PARTICIPANTS
                ? new Link("/programmes", t("overview.empty.programmes"))
                : list == WorkList.CONSENTS && seat.may(Right.INTAKE)
                    ? new Link("/children/new", t("overview.empty.register"))
                    : null;
    return new WorkListPage.Empty(
        t("overview.list.empty." + list),
        t(narrowed ? "overview.list.narrowed" : "overview.list.next." + list),
        way);
  }

  /** Pages by key: ids in the address, nothing counted. */
  private PagerView pager(@Nullable WorkListRow last) {
    Narrowing.Age age = asked.age();
    String url = list.url() + (age == null ? "" : "?age=" + age.name().toLowerCase(Locale.ROOT));
    String mark = age == null ? "?" : "&";
    return new PagerView(
        asked.after() == null ? null : url,
        last == null ? null : url + mark + "after=" + last.cursor(),
        null);
  }

  private @Nullable TakeOut takeOut(List<WorkListRow> rows) {
    if (!seat.may(Right.EXPORT) || rows.isEmpty()) {
      return null;
    }
    Narrowing.Age age = asked.age();
    return new TakeOut(
        list.url() + "/file", age == null ? List.of() : List.of(new Link("age", age.name())));
  }

  /** The row as a thing for today. */
  Task task(WorkListRow row) {
    LocalDate since = row.since();
    long days = since == null ? 0 : days(since);
    WorkListPage.Begin begin = begin(row);
    Link next = next(row);
    Do todo =
        begin == null
            ? new Do(
                next == null ? t("overview.do.open") : next.text(),
                next == null ? "/children/" + row.child() : next.url(),
                null,
                null,
                null,
                0)
            : new Do(
                begin.text(), null, begin.child(), begin.form(), begin.programme(), begin.year());
    return new Task(
        Wording.when(list, days),
        t("overview.san", Wording.plain(row.name())),
        t("overview.task." + list, row.detail()),
        todo);
  }
}
