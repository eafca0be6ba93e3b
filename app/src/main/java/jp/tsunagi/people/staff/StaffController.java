package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.t;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.FieldRefusal;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Fields;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.staff.HeldPost.Standing;
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
  private static final String BY_PASSWORD = "password";
  private static final String BY_CODE = "code";

  private final Database database;
  private final AddStaff add;
  private final ChangeStaff change;
  private final StaffInvitationController invitations;
  private final SecureRandom random = new SecureRandom();

  StaffController(
      Database database, AddStaff add, ChangeStaff change, StaffInvitationController invitations) {
    this.invitations = invitations;
    this.database = database;
    this.add = add;
    this.change = change;
  }

  static String url(StaffId id) {
    return "/staff/" + id;
  }

  @GetMapping("/staff/new")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.NONE)
  @AfterPassword
  ModelAndView blank() {
    StaffDraft draft = StaffDraft.of(StaffId.create(), Map.of());
    var account = new StaffDraft.Account("", Password.suggested(random));
    return Screen.of(fresh(draft, account, false, List.of()));
  }

  @PostMapping("/staff")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.ADMINISTER)
  @AfterPassword
  ModelAndView add(
      Actor.Staff actor,
      @RequestParam StaffId id,
      @RequestParam Map<String, String> typed,
      HttpServletRequest request) {
    StaffDraft draft = StaffDraft.of(id, typed);
    boolean byCode = BY_CODE.equals(typed.get("way"));
    StaffDraft.Account account =
        byCode ? new StaffDraft.Account("", "") : StaffDraft.Account.of(typed);
    return switch (add.with(actor, draft, account)) {
      case Handing.Refused(var why) ->
          Screen.of(fresh(draft, StaffDraft.Account.of(typed), byCode, why), 422);
      case Handing.Done _ when byCode -> invitations.made(actor, id, request);
      case Handing.Already _ -> Screen.of(new StaffHandedPage(url(id), draft.name()), 422);
      case Handing.Done _ ->
          account.isNone()
              ? Screen.done(url(id), "staff.done.added")
              : Screen.of(slip(actor, id, account.password()));
    };
  }

  private StaffSlipPage slip(Actor.Staff actor, StaffId id, String password) {
    return database.call(actor, tx -> slip(tx, there(tx, id), password));
  }

  /** What is handed over; the paper says how long it is good. */
  static StaffSlipPage slip(Tx tx, StaffMember there, String password) {
    LocalDate last = tx.today().plusDays(Accounts.HANDED_FOR.toDays() - 1);
    return new StaffSlipPage(
        url(there.id()),
        there.name(),
        there.login().map(StaffMember.Login::name).orElse(""),
        password,
        StaffWords.day(last));
  }

  @GetMapping("/staff/{id}")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.NONE)
  ModelAndView show(Actor.Staff actor, @PathVariable StaffId id) {
    return Screen.of(
        database.call(
            actor,
            tx -> {
              StaffMember there = there(tx, id);
              return known(tx, actor, there, draft(there), List.of());
            }));
  }

  @PostMapping("/staff/{id}")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.ADMINISTER)
  ModelAndView change(
      Actor.Staff actor, @PathVariable StaffId id, @RequestParam Map<String, String> typed) {
    StaffDraft draft = StaffDraft.of(id, typed);
    List<FieldRefusal> refusals = change.with(actor, draft);
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

  /** The fields of a staff member, with what is wrong with them. */
  static Fields fields(List<FieldRefusal> refusals) {
    return new Fields(
        "staff.field.", "staff.hint.", Typed.NOTHING, FieldRefusal.problems(refusals));
  }

  static FieldView password(Fields fields, StaffDraft.Account account) {
    return fields
        .of("password")
        .hint(t("staff.hint.password", Password.LEAST))
        .value(account.password());
  }

  private static List<Option> ways(boolean byCode) {
    return Stream.of(BY_PASSWORD, BY_CODE)
        .map(way ->
            new Option(
                way,
                t("staff.way." + way),
                way.equals(byCode ? BY_CODE : BY_PASSWORD),
                t("staff.way." + way + ".note")))
        .toList();
  }

  private static StaffNewPage fresh(
      StaffDraft draft, StaffDraft.Account account, boolean byCode, List<FieldRefusal> refusals) {
    Fields fields = fields(refusals);
    return new StaffNewPage(
        draft.id().toString(),
        fields.must("name").value(draft.name()),
        fields.must("kana").value(draft.kana()),
        fields.of("pledge").value(draft.pledge()),
        FieldView.of("way", t("staff.field.way")),
        ways(byCode),
        fields.of("login").value(account.login()),
        password(fields, account));
  }

  private static StaffPage known(
      Tx tx, Actor.Staff actor, StaffMember there, StaffDraft draft, List<FieldRefusal> refusals) {
    Fields fields = fields(refusals);
    List<HeldPost> posts =
        StaffRegisterSql.posts(tx, there.id(), tx.today().minusYears(YEARS_SHOWN));
    boolean oneself = there.id().equals(actor.staff());
    return new StaffPage(
        url(there.id()),
        there.name(),
        there.kana(),
        posts.reversed().stream().map(held -> post(tx, held)).toList(),
        obstacle(tx.today(), there, posts).map(key -> t("staff.reads." + key)).orElse(null),
        unconnected(tx.today(), posts).orElse(null),
        oneself ? null : url(there.id()) + "/assignments",
        new StaffPage.Fields(
            fields.must("name").value(draft.name()),
            fields.must("kana").value(draft.kana()),
            fields.of("pledge").value(draft.pledge()),
            fields.of("lastDay").value(draft.lastDay())),
        there.login().map(StaffMember.Login::name).orElse(null),
        password(there, oneself),
        there.login().isPresent() ? null : invitation(tx, there),
        there.login().map(login -> factor(tx, there.id(), login, oneself)).orElse(null),
        there.login().map(_ -> sessions(there, oneself)).orElse(null));
  }

  private static Link password(StaffMember there, boolean oneself) {
    if (oneself) {
      return new Link(AccountPasswordController.URL, t("staff.password.title"));
    }
    String key = there.login().isPresent() ? "staff.password.hand" : "staff.account.open";
    return new Link(url(there.id()) + "/password", t(key));
  }

  /** The code in the place of a password; what was handed before says until when it works. */
  private static StaffPage.Invitation invitation(Tx tx, StaffMember there) {
    Optional<String> until =
        StaffInvitationSql.until(tx, there.id())
            .map(end -> end.atZone(ActingClock.JAPAN).toLocalDate().minusDays(1))
            .map(StaffWords::day);
    return new StaffPage.Invitation(
        until.map(day -> t("staff.invitation.handed", day)).orElse(null),
        new Link(StaffInvitationController.url(there.id()), t("staff.invitation.title")));
  }

  private static Link sessions(StaffMember there, boolean oneself) {
    return new Link(
        oneself ? SessionsController.URL : StaffSessionsController.url(there.id()),
        t("staff.session.title"));
  }

  private static StaffPage.Factor factor(
      Tx tx, StaffId staff, StaffMember.Login login, boolean oneself) {
    Optional<Instant> factor = Factors.since(tx, login.account());
    String state =
        factor
            .map(one -> t("staff.factor.state.on", StaffWords.day(one)))
            .orElseGet(() -> t("staff.factor.state.off"));
    if (oneself) {
      return new StaffPage.Factor(
          state, new Link(SecondFactorController.URL, t("staff.factor.own")));
    }
    String key =
        FactorRemovalSql.waiting(tx, staff).isPresent()
            ? "staff.removal.waits"
            : "staff.removal.title";
    Link removal = new Link(FactorRemovalController.url(staff), t(key));
    return new StaffPage.Factor(state, factor.isPresent() ? removal : null);
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
    if (posts.stream().noneMatch(held -> held.holdsOn(today))) {
      boolean waits = posts.stream().anyMatch(held -> held.standing() == Standing.WAITS);
      return Optional.of(waits ? "waiting" : "post");
    }
    return unconnected(today, posts).map(_ -> "connection");
  }

  /** The way to the connection, when every place of today works on paper. */
  private static Optional<Link> unconnected(LocalDate today, List<HeldPost> posts) {
    List<HeldPost> now = posts.stream().filter(held -> held.holdsOn(today)).toList();
    return now.stream().noneMatch(held -> held.connection().reads())
        ? now.stream().findFirst().map(StaffController::connection)
        : Optional.empty();
  }

  private static Link connection(HeldPost held) {
    return new Link(
        "/organisations/" + held.organisation() + "/connection",
        t("staff.connection.way", held.organisationName()));
  }

  private static StaffPage.Post post(Tx tx, HeldPost held) {
    String state = state(held, tx.today());
    String url = url(held.staff()) + "/assignments/" + held.id();
    boolean over = state.equals("past") || state.equals("refused");
    boolean unread = held.refused().filter(one -> !one.seen()).isPresent();
    return new StaffPage.Post(
        new Link("/organisations/" + held.organisation(), held.organisationName()),
        StaffListController.post(held),
        StaffWords.period(held.period()),
        state,
        note(tx, held).orElse(null),
        over ? null : new Link(url + "/end", t("staff.assignment.end." + state)),
        unread ? url + "/refusal" : null);
  }

  private static String state(HeldPost held, LocalDate today) {
    if (held.standing() == Standing.REFUSED) {
      return "refused";
    }
    if (held.period().lastDay().filter(last -> last.isBefore(today)).isPresent()) {
      return "past";
    }
    return held.standing() == Standing.WAITS ? "waiting" : held.begins(today) ? "ahead" : "now";
  }

  /** Who confirms what waits; who refused it and why. */
  private static Optional<String> note(Tx tx, HeldPost held) {
    return held.refused()
        .map(one -> t("staff.newcomer.refused.by", one.by(), one.reason()))
        .or(() ->
            NewcomerSql.waiting(tx, held.id())
                .map(one -> NewcomerWords.by(Confirmers.of(one, NewcomerSql.leading(tx)))));
  }
}
