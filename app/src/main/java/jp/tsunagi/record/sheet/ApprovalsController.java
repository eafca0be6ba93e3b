package jp.tsunagi.record.sheet;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.ListFile;
import jp.tsunagi.base.ui.ListFile.Cell;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.PagerView;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.base.ui.TakeOut;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.people.child.Identity;
import jp.tsunagi.record.approval.ApprovalWords;
import jp.tsunagi.record.form.FormVersions;
import jp.tsunagi.record.sheet.ApprovalsSql.Asked;
import jp.tsunagi.record.sheet.ApprovalsSql.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /approvals}: 決裁待ち, 後閲, 差し戻し, 出したもの. */
@Controller
class ApprovalsController {
  static final String URL = "/approvals";
  private static final int SIZE = 50;
  private static final int MOST = 5000;

  private final Database database;
  private final Approving approving;
  private final FormVersions forms;
  private final Identities children;
  private final Trace trace;

  ApprovalsController(
      Database database,
      Approving approving,
      FormVersions forms,
      Identities children,
      Trace trace) {
    this.database = database;
    this.approving = approving;
    this.forms = forms;
    this.children = children;
    this.trace = trace;
  }

  @GetMapping("/approvals")
  @Permitted(Permission.STAFF)
  @Traced(Action.LIST)
  ModelAndView show(
      Actor.Staff actor,
      @RequestParam(defaultValue = "waiting") String list,
      @RequestParam(defaultValue = "") String form,
      @RequestParam(defaultValue = "") String sort,
      @RequestParam Optional<SheetId> after) {
    Asked asked = asked(list, form, sort, after);
    return Screen.of(database.call(actor, tx -> page(tx, actor, asked, null)));
  }

  private static Asked asked(String list, String form, String sort, Optional<SheetId> after) {
    return new Asked(
        ApprovalList.of(list).orElseThrow(NotFound::new),
        Optional.of(form).filter(key -> key.matches("[a-z0-9-]{1,40}")),
        sort.equals("name"),
        after);
  }

  /** The list as a file, narrowed and ordered as on the screen. */
  @PostMapping("/approvals/file")
  @Permitted(Permission.EXPORT)
  @Traced(Action.EXPORT)
  ModelAndView file(
      Actor.Staff actor,
      @RequestParam String list,
      @RequestParam(defaultValue = "") String form,
      @RequestParam(defaultValue = "") String sort,
      @RequestParam String purpose) {
    Asked asked = asked(list, form, sort, Optional.empty());
    String what = TakeOut.Purpose.of(purpose).orElseThrow(NotFound::new).name();
    return database.call(
        actor,
        tx -> {
          List<OrganisationId> places =
              actor.with(Right.EXPORT).stream().map(Seat::organisation).toList();
          List<Row> rows =
              ApprovalsSql.page(tx, actor, asked, MOST).stream()
                  .filter(row -> row.sheet().organisation().filter(places::contains).isPresent())
                  .toList();
          trace.write(tx, entry(Action.EXPORT, rows).purpose(what));
          Map<ChildId, Identity> named = named(tx, rows);
          return ListFile.cells(
              t("sheet.approvals." + asked.list()),
              Stream.of("child", "room", "form", "post", "since")
                  .map(column -> t("sheet.approvals.column." + column))
                  .toList(),
              rows.stream()
                  .filter(row -> named.containsKey(row.sheet().child()))
                  .map(row -> cells(tx, row, named))
                  .toList());
        });
  }

  private List<Cell> cells(Tx tx, Row row, Map<ChildId, Identity> named) {
    return List.of(
        Cell.of(Objects.requireNonNull(named.get(row.sheet().child())).line()),
        Cell.of(row.className()),
        Cell.of(title(tx, row.sheet())),
        Cell.of(post(row)),
        Cell.of(row.since().atZone(ActingClock.JAPAN).toLocalDate()));
  }

  /** Approves what was ticked: each opened before, each by itself. */
  @PostMapping("/approvals")
  @Permitted(Permission.STAFF)
  @Traced({Action.APPROVE_SHEET, Action.LIST})
  ModelAndView approve(
      Actor.Staff actor, @RequestParam(name = "sheet", required = false) List<SheetId> ticked) {
    List<SheetRefusal> refused = new ArrayList<>();
    List<SheetId> wanted =
        ticked == null ? List.of() : ticked.stream().distinct().limit(SIZE).toList();
    for (SheetId id : wanted) {
      if (one(actor, id) instanceof SheetOutcome.Refused(var why)) {
        refused.add(why);
      }
    }
    if (!wanted.isEmpty() && refused.isEmpty()) {
      return Screen.done(URL, "sheet.approvals.done");
    }
    RefusalView why =
        wanted.isEmpty()
            ? new RefusalView(
                t("sheet.approvals.none.what"),
                t("sheet.approvals.none.why"),
                t("sheet.approvals.none.remedy"))
            : new RefusalView(
                t("sheet.approvals.some.what", wanted.size() - refused.size(), refused.size()),
                refused.stream()
                    .map(each -> t("sheet.refused." + each.word() + ".why"))
                    .distinct()
                    .toList(),
                t("sheet.approvals.some.remedy"),
                List.of(),
                List.of());
    Asked asked = asked("waiting", "", "", Optional.empty());
    return Screen.of(database.call(actor, tx -> page(tx, actor, asked, why)), 422);
  }

  /** One that is gone meanwhile, or never was for this reader, holds up none of the others. */
  private SheetOutcome one(Actor.Staff actor, SheetId id) {
    try {
      return database.call(
          actor,
          tx -> {
            approving.mustRead(tx, id);
            return approving.approve(tx, id, false, Optional.empty());
          });
    } catch (NotFound _) {
      return new SheetOutcome.Refused(SheetRefusal.Plain.NOT_YOUR_TURN);
    }
  }

  private static Entry entry(Action action, List<Row> rows) {
    return Entry.of(action)
        .children(rows.stream().map(row -> row.sheet().child()).distinct().toList())
        .ground("OWN");
  }

  private Map<ChildId, Identity> named(Tx tx, List<Row> rows) {
    List<ChildId> all = rows.stream().map(row -> row.sheet().child()).distinct().toList();
    return children.find(tx, all).stream()
        .collect(Collectors.toMap(Identity::id, Function.identity()));
  }

  private String title(Tx tx, Sheet sheet) {
    return SheetWords.title(tx, sheet, forms.of(tx, sheet.form(), sheet.formVersion()));
  }

  private static String post(Row row) {
    String post = row.post();
    return post == null ? "" : ApprovalWords.post(post);
  }

  private ApprovalsPage page(Tx tx, Actor.Staff actor, Asked asked, @Nullable RefusalView refusal) {
    List<Row> found = ApprovalsSql.page(tx, actor, asked, SIZE);
    List<Row> rows = found.stream().limit(SIZE).toList();
    trace.write(tx, entry(Action.LIST, rows));
    Map<ChildId, Identity> named = named(tx, rows);
    List<ApprovalsPage.Line> lines =
        rows.stream()
            .filter(row -> named.containsKey(row.sheet().child()))
            .map(
                row -> line(tx, row, Objects.requireNonNull(named.get(row.sheet().child())), asked))
            .toList();
    return new ApprovalsPage(
        t("sheet.approvals." + asked.list()),
        asked.list().word(),
        Arrays.stream(ApprovalList.values())
            .map(list ->
                new Link(
                    URL + "?list=" + list.word(),
                    t("sheet.approvals." + list),
                    list == asked.list()))
            .toList(),
        FieldView.of("form", t("sheet.approvals.column.form")),
        choices(tx, asked),
        heads(asked),
        lines,
        lines.stream().anyMatch(ApprovalsPage.Line::ticks),
        pager(asked, found, rows),
        actor.may(Right.EXPORT) && !lines.isEmpty() ? takeOut(asked) : null,
        lines.isEmpty() ? t("sheet.approvals.empty." + asked.list()) : null,
        refusal);
  }

  private List<Option> choices(Tx tx, Asked asked) {
    return forms.allValidIn(tx, FiscalYear.of(tx.today()).year()).stream()
        .filter(form -> form.route().approval().isPresent())
        .map(form ->
            new Option(
                form.key(),
                form.title().in(language()),
                asked.form().filter(form.key()::equals).isPresent()))
        .toList();
  }

  private ApprovalsPage.Line line(Tx tx, Row row, Identity child, Asked asked) {
    Sheet sheet = row.sheet();
    boolean waiting = asked.list() == ApprovalList.WAITING;
    String why = waiting ? why(tx, row) : "";
    return new ApprovalsPage.Line(
        sheet.id().toString(),
        "/sheets/" + sheet.id() + (asked.list() == ApprovalList.RETURNED ? "/draft" : ""),
        child.view(),
        child.line(),
        row.className(),
        title(tx, sheet),
        post(row),
        SheetWords.day(tx, row.since()),
        waiting && why.isEmpty(),
        why);
  }

  /** Why it cannot be ticked; empty where it can. */
  private String why(Tx tx, Row row) {
    if (!row.opened() && !row.own()) {
      return t("sheet.approvals.unopened");
    }
    Optional<Approving.Turn> turn = approving.turn(tx, row.sheet()).filter(it -> !it.deputy());
    if (turn.isEmpty()) {
      return t("sheet.approvals.noturn");
    }
    if (!turn.get().approves()) {
      return t("sheet.approvals.own");
    }
    return !turn.get().whole()
        ? t("sheet.approvals.hidden")
        : row.opened() ? "" : t("sheet.approvals.unopened");
  }

  private static String url(Asked asked, boolean byName, Optional<SheetId> after) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("list", asked.list().word());
    asked.form().ifPresent(form -> query.put("form", form));
    if (byName) {
      query.put("sort", "name");
    }
    after.ifPresent(id -> query.put("after", id.toString()));
    return URL
        + query.entrySet().stream()
            .map(each -> each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining("&", "?", ""));
  }

  private static List<Link> heads(Asked asked) {
    return List.of(
        new Link(
            url(asked, true, Optional.empty()), t("sheet.approvals.column.child"), asked.byName()),
        new Link("", t("sheet.approvals.column.room"), false),
        new Link("", t("sheet.approvals.column.form"), false),
        new Link("", t("sheet.approvals.column.post"), false),
        new Link(
            url(asked, false, Optional.empty()),
            t("sheet.approvals.column.since"),
            !asked.byName()));
  }

  private static PagerView pager(Asked asked, List<Row> found, List<Row> rows) {
    return new PagerView(
        asked.after().isPresent() ? url(asked, asked.byName(), Optional.empty()) : null,
        found.size() > rows.size()
            ? url(asked, asked.byName(), Optional.of(rows.getLast().sheet().id()))
            : null,
        null);
  }

  private static TakeOut takeOut(Asked asked) {
    List<Link> chosen = new ArrayList<>();
    chosen.add(new Link("list", asked.list().word()));
    asked.form().ifPresent(form -> chosen.add(new Link("form", form)));
    if (asked.byName()) {
      chosen.add(new Link("sort", "name"));
    }
    return new TakeOut(URL + "/file", chosen);
  }
}
