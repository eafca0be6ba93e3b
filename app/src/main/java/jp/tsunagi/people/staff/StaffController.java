package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.t;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /staff/{id}}: one staff member, new or known. */
@Controller
class StaffController {
  private static final int YEARS_SHOWN = 2;

  private final Database database;
  private final AddStaff add;
  private final ChangeStaff change;
  private final SecureRandom random = new SecureRandom();

  StaffController(Database database, AddStaff add, ChangeStaff change) {
    this.database = database;
    this.add = add;
    this.change = change;
  }

  static String url(StaffId id) {
    return "/staff/" + id;
  }

  /** The person an address names; what is no id at all is not there either. */
  static StaffId id(String text) {
    try {
      return StaffId.of(text);
    } catch (IllegalArgumentException _) {
      throw new NotFound();
    }
  }

  @GetMapping("/staff/new")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.NONE)
  ModelAndView blank() {
    StaffDraft draft = StaffDraft.of(StaffId.create(), Map.of());
    var account = new StaffDraft.Account("", Password.suggested(random));
    return Screen.of(fresh(draft, account, List.of()));
  }

  @PostMapping("/staff")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.ADMINISTER)
  ModelAndView add(Actor.Staff actor, @RequestParam Map<String, String> typed) {
    StaffDraft draft = StaffDraft.of(id(typed.getOrDefault("id", "")), typed);
    StaffDraft.Account account = StaffDraft.Account.of(typed);
    List<StaffRefusal> refusals = add.with(actor, draft, account);
    return refusals.isEmpty()
        ? Screen.done(url(draft.id()), "staff.done.added")
        : Screen.of(fresh(draft, account, refusals), 422);
  }

  @GetMapping("/staff/{id}")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.NONE)
  ModelAndView show(Actor.Staff actor, @PathVariable String id) {
    return Screen.of(
        database.call(
            actor,
            tx -> {
              StaffMember there = there(tx, id(id));
              return known(tx, actor, there, draft(there), List.of());
            }));
  }

  @PostMapping("/staff/{id}")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.ADMINISTER)
  ModelAndView change(
      Actor.Staff actor, @PathVariable String id, @RequestParam Map<String, String> typed) {
    StaffDraft draft = StaffDraft.of(id(id), typed);
    List<StaffRefusal> refusals = change.with(actor, draft);
    return refusals.isEmpty()
        ? Screen.done(url(draft.id()), "staff.done.changed")
        : Screen.of(
            database.call(actor, tx -> known(tx, actor, there(tx, draft.id()), draft, refusals)),
            422);
  }

  static StaffMember there(Tx tx, StaffId id) {
    return StaffRegisterSql.find(tx, id).orElseThrow(NotFound::new);
  }

  private static StaffDraft draft(StaffMember there) {
    return new StaffDraft(
        there.id(),
        there.name(),
        there.kana(),
        StaffWords.typed(there.pledgedOn()),
        StaffWords.typed(there.lastDayEnd().map(end -> end.minusDays(1))));
  }

  private static StaffNewPage fresh(
      StaffDraft draft, StaffDraft.Account account, List<StaffRefusal> refusals) {
    StaffFields fields = new StaffFields(refusals);
    return new StaffNewPage(
        draft.id().toString(),
        fields.field("name", draft.name()).must(),
        fields.field("kana", draft.kana()).must(),
        fields.field("pledge", draft.pledge()),
        fields.field("login", account.login()),
        fields.field("password", account.password()));
  }

  private static StaffPage known(
      Tx tx, Actor.Staff actor, StaffMember there, StaffDraft draft, List<StaffRefusal> refusals) {
    StaffFields fields = new StaffFields(refusals);
    List<HeldPost> posts =
        StaffRegisterSql.posts(tx, there.id(), tx.today().minusYears(YEARS_SHOWN));
    boolean oneself = there.id().equals(actor.staff());
    return new StaffPage(
        url(there.id()),
        there.name(),
        there.kana(),
        posts.reversed().stream().map(held -> post(tx.today(), held)).toList(),
        obstacle(tx.today(), there, posts).map(key -> t("staff.reads." + key)).orElse(null),
        oneself ? null : url(there.id()) + "/assignments",
        new StaffPage.Fields(
            fields.field("name", draft.name()).must(),
            fields.field("kana", draft.kana()).must(),
            fields.field("pledge", draft.pledge()),
            fields.field("lastDay", draft.lastDay())),
        there.login().map(StaffMember.Login::name).orElse(null),
        password(there, oneself));
  }

  private static Link password(StaffMember there, boolean oneself) {
    if (oneself) {
      return new Link(AccountPasswordController.URL, t("staff.password.title"));
    }
    String key = there.login().isPresent() ? "staff.password.hand" : "staff.account.open";
    return new Link(url(there.id()) + "/password", t(key));
  }

  /** The first thing that keeps the person from reading anything today. */
  static Optional<String> obstacle(LocalDate today, StaffMember there, List<HeldPost> posts) {
    if (there.lastDayEnd().filter(end -> !end.isAfter(today)).isPresent()) {
      return Optional.of("left");
    }
    if (there.pledgedOn().isEmpty()) {
      return Optional.of("pledge");
    }
    if (there.login().isEmpty()) {
      return Optional.of("account");
    }
    return posts.stream().anyMatch(held -> held.period().contains(today))
        ? Optional.empty()
        : Optional.of("post");
  }

  private static StaffPage.Post post(LocalDate today, HeldPost held) {
    boolean over = held.period().lastDay().filter(last -> last.isBefore(today)).isPresent();
    String state = over ? "past" : held.begins(today) ? "ahead" : "now";
    String url = url(held.staff()) + "/assignments/" + held.id() + "/end";
    return new StaffPage.Post(
        held.organisationName(),
        StaffListController.post(held),
        StaffWords.period(held.period()),
        state,
        over ? null : new Link(url, t("staff.assignment.end." + state)));
  }
}
