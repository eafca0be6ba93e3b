package jp.tsunagi.view.portal;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.calendar.DateReader;
import jp.tsunagi.base.calendar.DateReading;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.people.child.Invitations;
import jp.tsunagi.people.staff.Accounts;
import jp.tsunagi.people.staff.Entrance;
import jp.tsunagi.people.staff.InvitationCode;
import jp.tsunagi.people.staff.Membership;
import jp.tsunagi.people.staff.Password;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /portal/invitation}: code and birth date open an account, once. */
@Controller
class PortalInvitationController {
  private static final String WAY = "portal/invitation";
  private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9._@+-]{4,60}");

  private final Database database;
  private final Invitations invitations;
  private final Accounts accounts;
  private final Entrance entrance;
  private final Clock clock;

  PortalInvitationController(
      Database database,
      Invitations invitations,
      Accounts accounts,
      Entrance entrance,
      Clock clock) {
    this.database = database;
    this.invitations = invitations;
    this.accounts = accounts;
    this.entrance = entrance;
    this.clock = clock;
  }

  @GetMapping("/portal/invitation")
  @Permitted(Permission.PUBLIC)
  @Traced(Action.NONE)
  ModelAndView show() {
    return Screen.of(page(Map.of(), Map.of(), null));
  }

  @PostMapping("/portal/invitation")
  @Permitted(Permission.PUBLIC)
  @Traced(Action.SIGN_IN)
  ModelAndView open(
      @RequestParam Map<String, String> typed,
      HttpServletRequest request,
      HttpServletResponse response) {
    Map<String, String> problems = new HashMap<>();
    Optional<LocalDate> birth = birth(typed, problems);
    check(typed, problems);
    if (!problems.isEmpty()) {
      return Screen.of(page(typed, problems, null), 422);
    }
    var code = InvitationCode.typed(value(typed, "code"));
    var admitted = entrance.admit(WAY, code, request);
    if (admitted.isEmpty() || !entrance.admitHolder(WAY, code)) {
      return refused(new Outcome.Not("portal.invitation.wait"), typed);
    }
    var opening =
        new Invitations.Opening(
            value(typed, "code"),
            birth.orElseThrow(),
            value(typed, "login"),
            accounts.hash(typed.getOrDefault("password", "")));
    try {
      Outcome outcome =
          database.call(new Actor.Login(), tx -> open(tx, opening, admitted.get(), request));
      return switch (outcome) {
        case Outcome.In(Entrance.Welcome welcome) -> {
          entrance.keep(welcome, request, response);
          yield Screen.done("/portal", "portal.done.welcome");
        }
        case Outcome.Not not -> refused(not, typed);
      };
    } catch (Accounts.LoginTaken _) {
      return Screen.of(page(typed, Map.of("login", t("portal.invitation.login.taken")), null), 422);
    }
  }

  /** Whoever has a login already joins with it: nothing is used up before that. */
  @PostMapping("/portal/invitation/existing")
  @Permitted(Permission.PUBLIC)
  @Traced(Action.NONE)
  ModelAndView existing(
      @RequestParam Map<String, String> typed,
      HttpServletRequest request,
      HttpServletResponse response) {
    Map<String, String> problems = new HashMap<>();
    Optional<LocalDate> birth = birth(typed, problems);
    checkCode(typed, problems);
    if (!problems.isEmpty()) {
      return Screen.of(page(typed, problems, null), 422);
    }
    var code = InvitationCode.typed(value(typed, "code"));
    var admitted = entrance.admit(WAY, code, request);
    if (admitted.isEmpty() || !entrance.admitHolder(WAY, code)) {
      return refused(new Outcome.Not("portal.invitation.wait"), typed);
    }
    Optional<byte[]> good =
        database.call(
            new Actor.Login(),
            tx -> good(tx, value(typed, "code"), birth.orElseThrow(), admitted.get()));
    if (good.isEmpty()) {
      return refused(new Outcome.Not("portal.invitation.refused"), typed);
    }
    entrance.holderWasRight(WAY, code);
    entrance.invited(Membership.Kind.GUARDIAN, good.get(), request, response);
    return Screen.redirect(Entrance.joining());
  }

  private Optional<byte[]> good(Tx tx, String code, LocalDate birth, Entrance.Admitted admitted) {
    Optional<byte[]> good = invitations.good(tx, code, birth);
    good.ifPresent(_ -> Entrance.shown(tx, admitted));
    return good;
  }

  private sealed interface Outcome {
    record In(Entrance.Welcome welcome) implements Outcome {}

    record Not(String key) implements Outcome {}
  }

  private Outcome open(
      Tx tx, Invitations.Opening opening, Entrance.Admitted admitted, HttpServletRequest request) {
    var membership = invitations.open(tx, opening);
    return membership.isEmpty()
        ? new Outcome.Not("portal.invitation.refused")
        : new Outcome.In(entrance.welcome(tx, membership.get(), admitted, request));
  }

  private static ModelAndView refused(Outcome.Not not, Map<String, String> typed) {
    String key = not.key();
    return Screen.of(
        page(
            typed,
            Map.of(),
            new RefusalView(t(key + ".what"), t(key + ".why"), t(key + ".remedy"))),
        422);
  }

  private Optional<LocalDate> birth(Map<String, String> typed, Map<String, String> problems) {
    return switch (DateReader.births(LocalDate.now(clock)).read(value(typed, "birth"))) {
      case DateReading.Read(LocalDate day) -> Optional.of(day);
      case DateReading.NotADate(var why) -> {
        problems.put("birth", why.words().in(language()));
        yield Optional.empty();
      }
      case DateReading.ReadMonth _, DateReading.Ambiguous _ -> {
        problems.put("birth", t("portal.invitation.birth.whole"));
        yield Optional.empty();
      }
    };
  }

  private static void check(Map<String, String> typed, Map<String, String> problems) {
    checkCode(typed, problems);
    String login = value(typed, "login");
    if (!LOGIN.matcher(login).matches()) {
      problems.put("login", t("portal.invitation.login.shape"));
    }
    Password.problem(typed.getOrDefault("password", ""), login)
        .ifPresent(key -> problems.put("password", t(key, Password.LEAST)));
  }

  private static void checkCode(Map<String, String> typed, Map<String, String> problems) {
    if (value(typed, "code").isEmpty()) {
      problems.put("code", t("portal.invitation.code.missing"));
    }
  }

  private static PortalInvitationPage page(
      Map<String, String> typed, Map<String, String> problems, @Nullable RefusalView refusal) {
    return new PortalInvitationPage(
        refusal,
        field("code", typed, problems),
        field("birth", typed, problems),
        field("login", typed, problems),
        field("password", typed, problems));
  }

  private static FieldView field(
      String name, Map<String, String> typed, Map<String, String> problems) {
    return FieldView.of(name, t("portal.invitation." + name))
        .must()
        .hint(t("portal.invitation." + name + ".hint", Password.LEAST))
        .value(name.equals("password") ? "" : value(typed, name))
        .error(problems.get(name));
  }

  private static String value(Map<String, String> typed, String field) {
    return typed.getOrDefault(field, "").strip();
  }
}
