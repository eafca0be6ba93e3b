package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.ListFile;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.people.organisation.Organisations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /staff}: the register, filtered by a posted form, and as a file. */
@Controller
class StaffListController {
  private final Database database;
  private final Organisations organisations;
  private final Trace trace;

  StaffListController(Database database, Organisations organisations, Trace trace) {
    this.database = database;
    this.organisations = organisations;
    this.trace = trace;
  }

  @GetMapping("/staff")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.NONE)
  ModelAndView show(Actor.Staff actor, @RequestParam(defaultValue = "") String organisation) {
    return search(actor, Map.of("organisation", organisation));
  }

  @PostMapping("/staff/search")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.NONE)
  ModelAndView search(Actor.Staff actor, @RequestParam Map<String, String> asked) {
    StaffFilter filter = StaffFilter.of(asked);
    return Screen.of(database.call(actor, tx -> page(tx, filter)));
  }

  @PostMapping("/staff/list.xlsx")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.EXPORT)
  ModelAndView file(Actor.Staff actor, @RequestParam Map<String, String> asked) {
    List<List<String>> rows =
        database.call(
            actor,
            tx -> {
              trace.write(tx, Entry.of(Action.EXPORT).about("staff.list"));
              return fitting(tx, StaffFilter.of(asked)).stream().flatMap(this::cells).toList();
            });
    List<String> heads =
        Stream.of(
                "name", "kana", "organisation", "post", "schoolClass", "period", "login", "pledge")
            .map(column -> t("staff.field." + column))
            .toList();
    return ListFile.of(t("staff.list.title"), heads, rows);
  }

  private static List<StaffFilter.Entry> fitting(Tx tx, StaffFilter filter) {
    return filter.of(StaffRegisterSql.all(tx), StaffRegisterSql.posts(tx));
  }

  /** A row per post; one row for who has none. */
  private Stream<List<String>> cells(StaffFilter.Entry one) {
    List<String> none = List.of("", "", "", "");
    return one.posts().isEmpty()
        ? Stream.of(cells(one.member(), none))
        : one.posts().stream().map(held -> cells(one.member(), cells(held)));
  }

  private static List<String> cells(HeldPost held) {
    return List.of(
        held.organisationName(),
        StaffWords.post(held.post()),
        held.schoolClass().orElse(""),
        held.standing() == HeldPost.Standing.WAITS
            ? StaffWords.period(held.period()) + t("staff.list.waits")
            : StaffWords.period(held.period()));
  }

  private static List<String> cells(StaffMember member, List<String> post) {
    return Stream.of(
            Stream.of(member.name(), member.kana()),
            post.stream(),
            Stream.of(
                member.login().map(StaffMember.Login::name).orElse(""),
                member.pledgedOn().map(StaffWords::day).orElse("")))
        .flatMap(cells -> cells)
        .collect(Collectors.toUnmodifiableList());
  }

  private StaffListPage page(Tx tx, StaffFilter filter) {
    List<StaffFilter.Entry> all = fitting(tx, filter);
    List<StaffFilter.Entry> shown = filter.page(all);
    boolean more = !shown.isEmpty() && !shown.getLast().equals(all.getLast());
    return new StaffListPage(
        all.size(),
        filter.narrows(),
        filter.q(),
        organisations(tx, filter.organisation()),
        StaffFilter.LACKS.stream()
            .map(lack -> new Option(lack, t("staff.lack." + lack), lack.equals(filter.lack())))
            .toList(),
        filter.sort().name(),
        shown.stream().map(one -> row(tx, one)).toList(),
        more ? shown.getLast().member().id().toString() : null,
        Stream.of(newcomers(tx), refused(tx), removals(tx)).flatMap(links -> links).toList());
  }

  private static Stream<Link> newcomers(Tx tx) {
    int waiting = NewcomerSql.waiting(tx).size();
    return waiting == 0
        ? Stream.of()
        : Stream.of(new Link(NewcomersController.URL, t("staff.newcomer.waiting", waiting)));
  }

  private static Stream<Link> refused(Tx tx) {
    return NewcomerSql.refused(tx).stream()
        .flatMap(staff -> StaffRegisterSql.find(tx, staff).stream())
        .map(member ->
            new Link(StaffController.url(member.id()), t("staff.newcomer.back", member.name())));
  }

  private static Stream<Link> removals(Tx tx) {
    return FactorRemovalSql.waiting(tx).stream()
        .flatMap(one -> StaffRegisterSql.find(tx, one.staff()).stream())
        .map(member ->
            new Link(
                FactorRemovalController.url(member.id()),
                t("staff.removal.waiting", member.name())));
  }

  private List<Option> organisations(Tx tx, String chosen) {
    return organisations.all(tx).stream()
        .map(one -> new Option(one.id().toString(), one.name(), one.id().toString().equals(chosen)))
        .toList();
  }

  private static StaffListPage.Row row(Tx tx, StaffFilter.Entry one) {
    StaffMember member = one.member();
    return new StaffListPage.Row(
        StaffController.url(member.id()),
        member.name(),
        member.kana(),
        one.posts().stream().map(held -> held(tx, held)).toList(),
        member.login().map(StaffMember.Login::name).orElse(null),
        member.pledgedOn().map(StaffWords::day).orElse(null),
        member.lastDayEnd().map(end -> StaffWords.day(end.minusDays(1))).orElse(null));
  }

  private static StaffListPage.Held held(Tx tx, HeldPost held) {
    return new StaffListPage.Held(
        held.organisationName(), post(held), StaffWords.period(held.period()), note(tx, held));
  }

  private static @Nullable String note(Tx tx, HeldPost held) {
    if (held.standing() == HeldPost.Standing.WAITS) {
      return t("staff.list.waits");
    }
    return held.begins(tx.today()) ? t("staff.list.ahead") : null;
  }

  /** The post with its class, and for whom the person stands in: 2年1組 担任（水野 しおりさんの代わり）. */
  static String post(HeldPost held) {
    String post =
        held.schoolClass()
            .map(name -> t("staff.post.of", name, StaffWords.post(held.post())))
            .orElseGet(() -> StaffWords.post(held.post()));
    return held.insteadOf().map(name -> post + t("staff.substitute.for", name)).orElse(post);
  }
}
