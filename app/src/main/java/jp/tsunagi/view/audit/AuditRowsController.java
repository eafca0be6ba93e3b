package jp.tsunagi.view.audit;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Fields;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.ListFile;
import jp.tsunagi.base.ui.PagerView;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.base.ui.TakeOut;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.people.organisation.Organisation;
import jp.tsunagi.people.organisation.Organisations;
import jp.tsunagi.view.audit.AuditSubject.Kind;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * {@code /audit/rows/{kind}/{id}}: the rows of the trace in words, filtered, in pages, as a file.
 */
@Controller
class AuditRowsController {
  private static final int PAGE = 50;
  private static final int FILE = 20_000;

  private final Database database;
  private final Organisations organisations;
  private final Identities identities;
  private final Trace trace;

  AuditRowsController(
      Database database, Organisations organisations, Identities identities, Trace trace) {
    this.database = database;
    this.organisations = organisations;
    this.identities = identities;
    this.trace = trace;
  }

  @GetMapping("/audit/rows/{kind}/{id}")
  @Permitted(Permission.AUDIT)
  @Traced(Action.VIEW_TRACE)
  ModelAndView show(
      Actor.Staff actor,
      @PathVariable String kind,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> asked) {
    AuditSubject subject = AuditSubject.of(kind, id);
    return database.call(
        actor,
        tx -> {
          AuditFilter filter = AuditFilter.of(new Typed(asked), tx.today());
          AuditRowsPage page = page(tx, subject, filter);
          trace.write(tx, entry(Action.VIEW_TRACE, subject));
          return Screen.of(page, filter.problems().isEmpty() ? 200 : 422);
        });
  }

  @PostMapping("/audit/rows/{kind}/{id}/file")
  @Permitted(Permission.AUDIT)
  @Traced(Action.EXPORT)
  ModelAndView file(
      Actor.Staff actor,
      @PathVariable String kind,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> asked) {
    AuditSubject subject = AuditSubject.of(kind, id);
    Typed typed = new Typed(asked);
    String purpose = TakeOut.Purpose.of(typed.text("purpose")).orElseThrow(NotFound::new).name();
    return database.call(
        actor,
        tx -> {
          AuditFilter filter = AuditFilter.of(typed, tx.today());
          String name = name(tx, subject);
          List<AuditRowsPage.Row> rows = rows(tx, AuditSql.rows(tx, subject, filter, FILE));
          trace.write(tx, entry(Action.EXPORT, subject).purpose(purpose));
          return ListFile.of(
              t("audit.file", name),
              Stream.of("when", "who", "place", "what", "child", "ground")
                  .map(head -> t("audit.head." + head))
                  .toList(),
              rows.stream().map(AuditRowsController::cells).toList());
        });
  }

  private static List<String> cells(AuditRowsPage.Row row) {
    Link child = row.child();
    return List.of(
        row.when(),
        row.who(),
        row.place(),
        row.what(),
        child == null ? "" : child.text(),
        row.ground());
  }

  private static Entry entry(Action action, AuditSubject subject) {
    Entry entry = Entry.of(action).about("audit." + subject.kind() + " " + subject.id());
    return subject.kind() == Kind.CHILD ? entry.child(new ChildId(subject.id())) : entry;
  }

  /** What it is called; nothing is there of another municipality. */
  private String name(Tx tx, AuditSubject subject) {
    Optional<String> name =
        switch (subject.kind()) {
          case CHILD ->
              Optional.ofNullable(
                  names(tx, List.of(new ChildId(subject.id()))).get(new ChildId(subject.id())));
          case STAFF -> AuditSql.staffName(tx, subject.id());
          case ORGANISATION ->
              organisations.find(tx, new OrganisationId(subject.id())).map(Organisation::name);
        };
    return name.orElseThrow(NotFound::new);
  }

  private Map<ChildId, String> names(Tx tx, List<ChildId> children) {
    return tx.as(AuditSql.job(tx), () -> identities.find(tx, children)).stream()
        .collect(
            Collectors.toMap(
                child -> child.id(), child -> child.view().family() + " " + child.view().given()));
  }

  private AuditRowsPage page(Tx tx, AuditSubject subject, AuditFilter filter) {
    String name = name(tx, subject);
    List<AuditSql.Row> all = AuditSql.rows(tx, subject, filter, PAGE + 1);
    List<AuditSql.Row> shown = all.subList(0, Math.min(PAGE, all.size()));
    Fields fields = new Fields("audit.field.", "audit.hint.", filter.shown(), filter.problems());
    return new AuditRowsPage(
        subject.url(),
        subject.kind().name(),
        name,
        fields.of("from"),
        fields.of("to"),
        fields.of("sort"),
        fields.options("sort", AuditFilter.Sort.values(), "audit.sort."),
        fields.of("ground"),
        fields.options("ground", AuditFilter.GROUNDS, one -> t("audit.ground." + one)),
        rows(tx, shown),
        pager(subject, filter, all, shown),
        new TakeOut(
            subject.url() + "/file",
            filter.values().entrySet().stream()
                .map(one -> new Link(one.getKey(), one.getValue()))
                .toList()));
  }

  private static PagerView pager(
      AuditSubject subject, AuditFilter filter, List<AuditSql.Row> all, List<AuditSql.Row> shown) {
    String first =
        filter.before().isPresent()
            ? subject.url()
                + filter.values().entrySet().stream()
                    .map(one -> one.getKey() + "=" + encoded(one.getValue()))
                    .collect(Collectors.joining("&", "?", ""))
            : null;
    String next =
        all.size() > shown.size()
            ? subject.url()
                + filter.query(
                    new AuditFilter.Cursor(shown.getLast().at(), shown.getLast().event()))
            : null;
    return new PagerView(first, next, null);
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
  }

  private List<AuditRowsPage.Row> rows(Tx tx, List<AuditSql.Row> rows) {
    Map<ChildId, String> names =
        names(tx, rows.stream().flatMap(row -> row.child().stream()).distinct().toList());
    return rows.stream()
        .map(row ->
            new AuditRowsPage.Row(
                AuditWords.when(row.at()),
                AuditWords.who(row),
                row.organisation().orElse(""),
                AuditWords.what(row),
                row.child()
                    .filter(names::containsKey)
                    .map(child ->
                        new Link(
                            new AuditSubject(Kind.CHILD, child.value()).url(),
                            String.valueOf(names.get(child))))
                    .orElse(null),
                AuditWords.ground(row)))
        .toList();
  }
}
