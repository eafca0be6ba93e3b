package jp.tsunagi.work.retention;

import static jp.tsunagi.base.ui.Text.t;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.ListFile;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.base.ui.TakeOut;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.people.child.Identity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /retention}: what has come to the end of its time, and proposing to dispose of it. */
@Controller
class RetentionController {
  static final String URL = "/retention";
  static final int LONGEST = 400;
  private static final List<String> SORTS = List.of("year", "kind", "count");

  private final Database database;
  private final Expiry expiry;
  private final Disposals disposals;
  private final Identities children;
  private final Trace trace;

  RetentionController(
      Database database, Expiry expiry, Disposals disposals, Identities children, Trace trace) {
    this.database = database;
    this.expiry = expiry;
    this.disposals = disposals;
    this.children = children;
    this.trace = trace;
  }

  @GetMapping("/retention")
  @Permitted(Permission.STAFF)
  @Traced(Action.LIST)
  ModelAndView show(Actor.Staff actor, @RequestParam MultiValueMap<String, String> asked) {
    return Screen.of(database.call(actor, tx -> page(tx, actor, new Typed(asked), Map.of())));
  }

  @PostMapping("/retention")
  @Permitted(Permission.STAFF)
  @Traced({Action.DISPOSE, Action.LIST})
  ModelAndView propose(Actor.Staff actor, @RequestParam MultiValueMap<String, String> sent) {
    Typed typed = new Typed(sent);
    Map<String, String> problems = problems(typed);
    return database.call(
        actor,
        tx -> {
          Expiry.seats(actor);
          if (!problems.isEmpty()) {
            return Screen.of(page(tx, actor, typed, problems), 422);
          }
          boolean proposed =
              disposals.propose(
                  tx, actor, id(typed), Set.copyOf(typed.all("chosen")), typed.text("why"));
          return proposed
              ? Screen.done(DisposalsController.URL, "retention.done.proposed")
              : Screen.of(
                  page(tx, actor, typed, Map.of("chosen", t("retention.problem.gone"))), 422);
        });
  }

  private static Map<String, String> problems(Typed typed) {
    Map<String, String> problems = new java.util.HashMap<>();
    String why = typed.text("why");
    if (why.isEmpty() || why.codePointCount(0, why.length()) > LONGEST) {
      problems.put("why", t("retention.problem.why", LONGEST));
    }
    if (typed.all("chosen").isEmpty()) {
      problems.put("chosen", t("retention.problem.chosen"));
    }
    if (typed.all("chosen").stream().map(RetentionController::isOfFew).distinct().count() > 1) {
      problems.put("chosen", t("retention.problem.apart"));
    }
    return problems;
  }

  private static boolean isOfFew(String key) {
    return key.contains("_" + RetentionKind.COMPARTMENT + "_");
  }

  static UUID id(Typed typed) {
    try {
      return UUID.fromString(typed.text("id"));
    } catch (IllegalArgumentException unreadable) {
      throw new NotFound();
    }
  }

  @PostMapping("/retention/file")
  @Permitted(Permission.EXPORT)
  @Traced(Action.EXPORT)
  ModelAndView file(Actor.Staff actor, @RequestParam MultiValueMap<String, String> asked) {
    Typed typed = new Typed(asked);
    String purpose = TakeOut.Purpose.of(typed.text("purpose")).orElseThrow(NotFound::new).name();
    return database.call(
        actor,
        tx -> {
          List<Expiry.Group> groups = narrowed(expiry.of(tx, actor), typed);
          Map<ChildId, Identity> known = known(tx, groups);
          trace.write(tx, Entry.of(Action.EXPORT).children(known.keySet()).purpose(purpose));
          return ListFile.of(
              t("retention.title"),
              Stream.of("place", "kind", "year", "rule", "since", "records", "children", "held")
                  .map(head -> t("retention.head." + head))
                  .toList(),
              groups.stream().map(group -> cells(row(group, known))).toList());
        });
  }

  private static List<String> cells(RetentionPage.Row row) {
    return List.of(
        row.place(),
        row.kind(),
        row.year(),
        row.rule(),
        row.since(),
        String.valueOf(row.records()),
        Stream.concat(row.children().stream().map(Link::text), Stream.of(row.others()))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(t("retention.comma"))),
        String.valueOf(row.held()));
  }

  private static List<Expiry.Group> narrowed(List<Expiry.Group> all, Typed asked) {
    List<Expiry.Group> groups = new ArrayList<>(all);
    asked.given("kind").ifPresent(kind -> groups.removeIf(one -> !one.kind().name().equals(kind)));
    switch (asked.text("sort")) {
      case "kind" ->
          groups.sort(Comparator.comparing(Expiry.Group::kind).thenComparing(Expiry.Group::year));
      case "count" ->
          groups.sort(Comparator.comparing((Expiry.Group one) -> -one.records().size()));
      default -> {
        // by year, as they come
      }
    }
    return groups;
  }

  /** Of children beyond reach no name is told. */
  private Map<ChildId, Identity> known(Tx tx, List<Expiry.Group> groups) {
    Set<ChildId> all =
        groups.stream().flatMap(one -> one.children().stream()).collect(Collectors.toSet());
    return children.find(tx, all).stream().collect(Collectors.toMap(Identity::id, child -> child));
  }

  private RetentionPage page(Tx tx, Actor.Staff actor, Typed typed, Map<String, String> problems) {
    List<Expiry.Group> all = expiry.of(tx, actor);
    List<Expiry.Group> groups = narrowed(all, typed);
    Map<ChildId, Identity> known = known(tx, groups);
    trace.write(tx, Entry.of(Action.LIST).children(known.keySet()).purpose("RETENTION"));
    String kind = typed.text("kind");
    String sort = SORTS.contains(typed.text("sort")) ? typed.text("sort") : SORTS.getFirst();
    return new RetentionPage(
        kinds(all, kind, sort),
        SORTS.stream()
            .map(one -> new Link(way(kind, one), t("retention.sort." + one), one.equals(sort)))
            .toList(),
        groups.stream().map(group -> row(group, known)).toList(),
        new TakeOut(URL + "/file", List.of(new Link("kind", kind), new Link("sort", sort))),
        typed.given("id").orElseGet(() -> Id.fresh().toString()),
        FieldView.of("why", t("retention.field.why"))
            .must()
            .most(LONGEST)
            .value(typed.text("why"))
            .hint(t("retention.hint.why"))
            .error(problems.get("why")),
        FieldView.of("chosen", t("retention.field.chosen")).error(problems.get("chosen")));
  }

  /** Those of which there is anything; none to choose from where there is but one. */
  private static List<Link> kinds(List<Expiry.Group> all, String kind, String sort) {
    List<RetentionKind> there = all.stream().map(Expiry.Group::kind).distinct().sorted().toList();
    if (there.size() < 2) {
      return List.of();
    }
    return Stream.concat(
            Stream.of(new Link(way("", sort), t("retention.kind.all"), kind.isEmpty())),
            there.stream()
                .map(one -> new Link(way(one.name(), sort), one.words(), one.name().equals(kind))))
        .toList();
  }

  private static String way(String kind, String sort) {
    return URL + "?sort=" + sort + (kind.isEmpty() ? "" : "&kind=" + kind);
  }

  private static RetentionPage.Row row(Expiry.Group group, Map<ChildId, Identity> known) {
    List<Link> named =
        group.children().stream()
            .flatMap(child -> Optional.ofNullable(known.get(child)).stream())
            .map(child -> new Link("/children/" + child.id(), child.line()))
            .toList();
    int others = group.children().size() - named.size();
    return new RetentionPage.Row(
        group.key(),
        group.seat().organisationName(),
        group.kind().words(),
        RetentionWords.year(group.year()),
        RetentionWords.rule(group.rule()),
        RetentionWords.day(group.since()),
        group.records().size(),
        named,
        others == 0 ? "" : t("retention.others", others),
        group.held());
  }
}
