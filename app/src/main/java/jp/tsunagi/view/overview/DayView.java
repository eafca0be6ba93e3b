package jp.tsunagi.view.overview;

import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.ClassId;
import jp.tsunagi.base.ui.Icon;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.MarkView;
import jp.tsunagi.base.ui.StatusView;
import jp.tsunagi.base.ui.TakeOut;
import jp.tsunagi.view.overview.DayPage.Do;
import jp.tsunagi.view.overview.DayPage.Head;
import jp.tsunagi.view.overview.DayPage.Line;
import jp.tsunagi.view.overview.DayPage.Task;
import jp.tsunagi.view.overview.Plan.State;
import org.jspecify.annotations.Nullable;

/** Words of わたしの学級 and of the whole place. */
record DayView(Actor.Staff reader, Seat seat, List<CaseRow> rows, LocalDate today, Asked asked) {
  private static final String URL = "/day";

  /** Filter and order of the screen. */
  record Asked(@Nullable State state, @Nullable ClassId schoolClass, Sort sort) {
    static Asked of(Optional<String> state, Optional<ClassId> schoolClass, Optional<String> sort) {
      return new Asked(
          state
              .flatMap(word ->
                  Arrays.stream(State.values())
                      .filter(one -> one.name().equalsIgnoreCase(word))
                      .findFirst())
              .orElse(null),
          schoolClass.orElse(null),
          Wording.chosen(sort.orElse(null), Sort.NUMBER));
    }
  }

  /** The orders of the table. */
  enum Sort {
    NUMBER,
    NAME,
    PLAN
  }

  private boolean whole() {
    return Desk.of(seat) == Desk.WHOLE;
  }

  DayPage page() {
    return page(List.of(), Optional.empty());
  }

  /**
   * The page.
   *
   * @param heaps what waits elsewhere, before the children's own
   * @param insteadOf for whom the reader stands in at this desk
   */
  DayPage page(List<Task> heaps, Optional<String> insteadOf) {
    List<Line> lines = shown().stream().map(this::line).toList();
    FiscalYear year = FiscalYear.of(today);
    List<Today.Task> waiting = Today.of(rows, today, role());
    return new DayPage(
        title(),
        t("overview.day.size", rows.size())
            + insteadOf.map(name -> t("staff.substitute.for", name)).orElse(""),
        today.toString(),
        t(
            "overview.day.date",
            Wording.say(DateWords.weekday(today)),
            String.valueOf(today.getYear())),
        desks(),
        Stream.concat(heaps.stream(), waiting.stream().map(this::task)).limit(Today.MOST).toList(),
        rest(heaps.size() + waiting.size() - Today.MOST),
        t("overview.day.plan", Wording.say(year.plainWords())),
        states(),
        whole() ? classes() : List.of(),
        numbered(),
        heads(),
        lines,
        hidden(lines),
        takeOut(),
        t("overview.day.foot", seat.organisationName(), t("staff.post." + seat.post())));
  }

  private static List<Link> rest(int left) {
    return left > 0 ? List.of(new Link("#children", t("overview.today.others", left))) : List.of();
  }

  private @Nullable String hidden(List<Line> lines) {
    if (!lines.isEmpty()) {
      return null;
    }
    return rows.isEmpty() ? t("overview.day.empty." + Desk.of(seat)) : t("overview.day.filtered");
  }

  private Today.Role role() {
    return new Today.Role(writes(), receives(), whole());
  }

  private boolean receives() {
    return seat.receives();
  }

  private boolean writes() {
    return seat.may(Right.WRITE);
  }

  private String title() {
    return whole()
        ? seat.organisationName()
        : rows.stream()
            .map(CaseRow::className)
            .filter(name -> !name.isEmpty())
            .findFirst()
            .orElse(t("overview.day.caseload"));
  }

  private List<Link> desks() {
    List<Seat> seats = Desk.seats(reader);
    return seats.size() < 2
        ? List.of()
        : seats.stream()
            .map(one ->
                new Link(
                    URL + "?post=" + one.assignment(),
                    one.organisationName() + "\u3000" + t("staff.post." + one.post()),
                    one.equals(seat)))
            .toList();
  }

  /** The rows of the filter, in the order asked for. */
  List<CaseRow> shown() {
    Comparator<CaseRow> order =
        switch (asked.sort()) {
          case NUMBER -> Today.roster();
          case NAME -> Comparator.comparing(CaseRow::sortKana);
          case PLAN ->
              Comparator.comparing((CaseRow row) -> row.plan().state())
                  .thenComparing(Today.roster());
        };
    return rows.stream()
        .filter(row -> asked.state() == null || row.plan().state() == asked.state())
        .filter(row -> asked.schoolClass() == null || asked.schoolClass().equals(row.classId()))
        .sorted(order)
        .toList();
  }

  private String url(@Nullable State state, @Nullable ClassId schoolClass, Sort sort) {
    List<String> query = new ArrayList<>();
    if (Desk.seats(reader).size() > 1) {
      query.add("post=" + seat.assignment());
    }
    if (state != null) {
      query.add("show=" + state.name().toLowerCase(Locale.ROOT));
    }
    if (schoolClass != null) {
      query.add("class=" + schoolClass);
    }
    if (sort != Sort.NUMBER) {
      query.add("sort=" + sort.name().toLowerCase(Locale.ROOT));
    }
    return query.isEmpty() ? URL : URL + "?" + String.join("&", query);
  }

  private List<Link> states() {
    List<Link> links = new ArrayList<>();
    links.add(
        new Link(
            url(null, asked.schoolClass(), asked.sort()),
            t("overview.filter", t("overview.filter.all"), rows.size()),
            asked.state() == null));
    for (State state : State.values()) {
      long count = Today.count(rows, state);
      if (count > 0 || state == asked.state()) {
        links.add(
            new Link(
                url(state, asked.schoolClass(), asked.sort()),
                t("overview.filter", t("overview.plan." + state), count),
                state == asked.state()));
      }
    }
    return links;
  }

  private List<Link> classes() {
    Map<ClassId, List<CaseRow>> byClass = new LinkedHashMap<>();
    rows.stream()
        .sorted(Comparator.comparing(CaseRow::className))
        .forEach(row -> {
          ClassId id = row.classId();
          if (id != null) {
            byClass.computeIfAbsent(id, _ -> new ArrayList<>()).add(row);
          }
        });
    List<Link> links = new ArrayList<>();
    links.add(
        new Link(
            url(asked.state(), null, asked.sort()),
            t("overview.filter.classes"),
            asked.schoolClass() == null));
    byClass.forEach((id, children) ->
        links.add(
            new Link(
                url(asked.state(), id, asked.sort()),
                t("overview.filter", children.getFirst().className(), children.size()),
                id.equals(asked.schoolClass()))));
    return links;
  }

  private List<Head> heads() {
    Head name = head("overview.head.name", Sort.NAME);
    List<Head> first =
        numbered()
            ? List.of(head("overview.head.number", Sort.NUMBER), name)
            : List.of(new Head(name.text(), name.url(), asked.sort() != Sort.PLAN));
    List<Head> rest =
        List.of(
            new Head(t("overview.head.marks"), null, false),
            new Head(t("overview.head.class"), null, false),
            head("overview.head.plan", Sort.PLAN),
            new Head(t("overview.head.next"), null, false),
            new Head(t("overview.head.handover"), null, false));
    return Stream.concat(first.stream(), rest.stream()).toList();
  }

  /** 出席番号: a column only where somebody has one. */
  private boolean numbered() {
    return rows.stream().anyMatch(row -> row.number() != null);
  }

  private Head head(String key, Sort sort) {
    return new Head(t(key), url(asked.state(), asked.schoolClass(), sort), sort == asked.sort());
  }

  private @Nullable TakeOut takeOut() {
    if (!seat.may(Right.EXPORT) || rows.isEmpty()) {
      return null;
    }
    List<Link> chosen = new ArrayList<>();
    chosen.add(new Link("post", seat.assignment().toString()));
    if (asked.state() != null) {
      chosen.add(new Link("show", asked.state().name()));
    }
    if (asked.schoolClass() != null) {
      chosen.add(new Link("class", asked.schoolClass().toString()));
    }
    chosen.add(new Link("sort", asked.sort().name()));
    return new TakeOut(URL + "/file", chosen);
  }

  private Line line(CaseRow row) {
    Integer number = row.number();
    return new Line(
        number == null ? "" : String.valueOf(number),
        "/children/" + row.child(),
        Wording.name(row.name()),
        marks(row),
        place(row),
        status(row),
        next(row),
        row.unread().map(_ -> unread(row)).orElse(null),
        received(row));
  }

  /** Who confirms receipts is led there, everybody else to what can be read already. */
  private Link unread(CaseRow row) {
    return new Link(
        receives() ? "/handovers" : "/children/" + row.child() + "?kind=handover#timeline",
        t("overview.handover.unread"));
  }

  private String received(CaseRow row) {
    return row.handover()
        .map(CaseRow.Handed::received)
        .map(day -> t("overview.handover.read", brief(day)))
        .orElse("");
  }

  private String brief(LocalDate day) {
    return FiscalYear.of(today).contains(day)
        ? day.getMonthValue() + "/" + day.getDayOfMonth()
        : DateWords.brief(day);
  }

  private List<MarkView> marks(CaseRow row) {
    List<Attention> marks = new ArrayList<>(row.marks());
    if (row.interpreter()) {
      marks.add(Attention.INTERPRETER);
    }
    return marks.stream()
        .map(mark -> new MarkView(t("overview.mark." + mark), mark.vital()))
        .toList();
  }

  private String place(CaseRow row) {
    if (row.className().isEmpty()) {
      return t("overview.place.entering", Wording.say(row.grade(today).words()));
    }
    return Wording.inClass(row.grade(today), row.className());
  }

  private StatusView status(CaseRow row) {
    Plan plan = row.plan();
    boolean mine = writes() && plan.myTurn(today) && !(whole() && plan.sheet() == null);
    String word = t("overview.plan." + plan.state());
    LocalDate since = plan.since();
    return switch (plan.state()) {
      case NOT_STARTED -> new StatusView(Icon.NOT_STARTED, word, null, mine);
      case DRAFT -> new StatusView(Icon.DRAFT, word, day(since), mine);
      case RETURNED, SENT_BACK -> new StatusView(Icon.RETURNED, word, day(since), mine);
      case IN_APPROVAL ->
          new StatusView(Icon.IN_APPROVAL, word, t("overview.plan.days", plan.days(today)), mine);
      case WITH_GUARDIAN ->
          new StatusView(Icon.WITH_GUARDIAN, word, t("overview.plan.days", plan.days(today)), mine);
      case FINAL -> new StatusView(Icon.FINAL, word, day(since), mine);
    };
  }

  private @Nullable String day(@Nullable LocalDate since) {
    return since == null ? null : brief(since);
  }

  private @Nullable Do next(CaseRow row) {
    if (!writes() || row.className().isEmpty()) {
      return null;
    }
    Plan plan = row.plan();
    return switch (plan.state()) {
      case NOT_STARTED -> whole() ? null : begin(row);
      case DRAFT, SENT_BACK ->
          plan.mine() ? go("overview.do.DRAFT", "/sheets/" + plan.sheet() + "/draft") : null;
      case RETURNED -> go("overview.do.RETURNED", "/sheets/" + plan.sheet());
      case WITH_GUARDIAN ->
          plan.myTurn(today) ? go("overview.do.WAITING", "/sheets/" + plan.sheet()) : null;
      case IN_APPROVAL, FINAL -> null;
    };
  }

  private static Do go(String key, String url) {
    return new Do(t(key), url, null, null, null, 0);
  }

  private @Nullable Do begin(CaseRow row) {
    return NextSteps.supportForm(row.at())
        .map(form ->
            new Do(
                t("overview.do.NOT_STARTED"),
                null,
                row.child().toString(),
                form,
                null,
                FiscalYear.of(today).year()))
        .orElse(null);
  }

  private Task task(Today.Task task) {
    CaseRow row = task.about();
    Do next = task.kind() == Today.Kind.HANDOVER ? null : next(row);
    return new Task(
        Wording.when(task.kind(), task.days()),
        task.others() == 0
            ? t("overview.san", Wording.plain(row.name()))
            : t("overview.san.others", Wording.plain(row.name()), task.others()),
        t("overview.task." + task.kind(), task.days()),
        task.others() > 0
            ? go("overview.do.LIST", url(State.NOT_STARTED, null, asked.sort()))
            : next == null ? go("overview.do.HANDOVER", "/handovers") : next);
  }
}
