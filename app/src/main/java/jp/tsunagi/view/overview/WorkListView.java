package jp.tsunagi.view.overview;

import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
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
import jp.tsunagi.view.overview.WorkListSql.Counts;
import jp.tsunagi.view.overview.WorkListSql.Offer;
import org.jspecify.annotations.Nullable;

/** Words of a hub's lists. */
record WorkListView(
    Actor.Staff reader, Seat seat, WorkList list, Narrowing asked, LocalDate today) {
  static final int SIZE = 50;

  /** The page of a list. */
  WorkListPage page(Counts counts, List<Offer> offers, List<WorkListRow> found) {
    return page(counts, offers, found, List.of(), List.of());
  }

  /** The list below what waits today. */
  WorkListPage page(
      Counts counts,
      List<Offer> offers,
      List<WorkListRow> found,
      List<Task> tasks,
      List<Link> rest) {
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
        rest,
        lists(counts),
        t("overview.list." + list),
        asked.narrows()
            ? t("overview.list.size.narrowed", counts.count(list), counts.narrowed())
            : t("overview.list.size", counts.count(list)),
        new FiltersView(list, asked).of(offers),
        columns().heads(),
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

  private List<Link> lists(Counts counts) {
    List<Link> links = new ArrayList<>();
    for (WorkList one : WorkList.values()) {
      links.add(
          new Link(
              one.url(),
              t("overview.filter", t("overview.list." + one), counts.count(one)),
              one == list));
    }
    return links;
  }

  WorkListColumns columns() {
    return new WorkListColumns(list, asked, today);
  }

  private Line line(WorkListRow row) {
    return new Line(
        "/children/" + row.child(),
        Wording.name(row.name()),
        Wording.say(row.grade(today).words()),
        Wording.full(row.birthDate()),
        columns().cells(row),
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
      case ENTERING -> going(row.going());
      case RECEIPTS ->
          new StatusView(Icon.WAITING, t("overview.hub.unconfirmed"), waited(row.since()), false);
    };
  }

  private static StatusView going(WorkList.Going going) {
    Icon icon =
        switch (going) {
          case HANDED -> Icon.FINAL;
          case AGREED -> Icon.DRAFT;
          case UNASKED -> Icon.NOT_STARTED;
        };
    return new StatusView(icon, t("overview.going." + going), null, going == WorkList.Going.AGREED);
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
          case RETURNED, SENT_BACK -> Icon.RETURNED;
          case IN_APPROVAL -> Icon.IN_APPROVAL;
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
      case DRAFT, RETURNED, SENT_BACK ->
          plan.mine() && seat.may(Right.WRITE)
              ? new Link("/sheets/" + plan.sheet() + "/draft", t("overview.do.DRAFT"))
              : null;
      case FINAL, WITH_GUARDIAN -> new Link("/sheets/" + plan.sheet(), t("overview.do.read"));
      case IN_APPROVAL ->
          // its writers read it; whose turn it is finds it in the list of what waits
          plan.mine() ? new Link("/sheets/" + plan.sheet(), t("overview.do.read")) : null;
      case NOT_STARTED -> null;
    };
  }

  private WorkListPage.Empty empty() {
    if (asked.narrows()) {
      return new WorkListPage.Empty(
          t("overview.list.filtered", t("overview.list." + list)),
          t("overview.list.narrowed"),
          new Link(asked.whole().url(list), t("overview.filter.reset")));
    }
    if (asked.after() != null) {
      return new WorkListPage.Empty(
          t("overview.list.end"),
          t("overview.list.end.next"),
          new Link(asked.from(null).url(list), t("overview.list.first")));
    }
    Link way =
        list == WorkList.PARTICIPANTS
            ? new Link("/programmes", t("overview.empty.programmes"))
            : list == WorkList.CONSENTS && seat.may(Right.INTAKE)
                ? new Link("/children/new", t("overview.empty.register"))
                : null;
    return new WorkListPage.Empty(
        t("overview.list.empty." + list), t("overview.list.next." + list), way);
  }

  /** Pages by key: ids in the address. */
  private PagerView pager(@Nullable WorkListRow last) {
    return new PagerView(
        asked.after() == null ? null : asked.from(null).url(list),
        last == null ? null : asked.from(last.cursor()).url(list),
        null);
  }

  private @Nullable TakeOut takeOut(List<WorkListRow> rows) {
    return !seat.may(Right.EXPORT) || rows.isEmpty()
        ? null
        : new TakeOut(list.url() + "/file", asked.chosen());
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
