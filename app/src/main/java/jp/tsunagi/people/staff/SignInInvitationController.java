package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.t;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.FieldRefusal;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.base.ui.Screen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /sign-in/invitation}: staff come in for the first time with a one-time code. */
@Controller
class SignInInvitationController {
  static final String URL = "/sign-in/invitation";

  private final SignInInvitation invitation;
  private final Joining joining;
  private final Browsers browsers;

  SignInInvitationController(SignInInvitation invitation, Joining joining, Browsers browsers) {
    this.invitation = invitation;
    this.joining = joining;
    this.browsers = browsers;
  }

  @GetMapping("/sign-in/invitation")
  @Permitted(Permission.PUBLIC)
  @Traced(Action.NONE)
  ModelAndView show(HttpServletRequest request) {
    return invited(request)
        .map(one -> Screen.of(invited(one, "", List.of())))
        .orElseGet(() -> Screen.of(asked(null)));
  }

  /** Those of guardians are used at their own page, together with the birth date of the child. */
  private Optional<Invited> invited(HttpServletRequest request) {
    return joining.invited(cookie(request)).filter(one -> one.kind() == Membership.Kind.STAFF);
  }

  private static String cookie(HttpServletRequest request) {
    return Door.cookie(request, InvitationTicket.COOKIE).orElse("");
  }

  private static SignInInvitationPage asked(@Nullable RefusalView refusal) {
    FieldView code =
        FieldView.of("code", t("staff.invitation.code")).must().hint(t("staff.invitation.hint"));
    return new SignInInvitationPage(refusal, null, code, List.of(), null, null);
  }

  private static SignInInvitationPage invited(
      Invited one, String login, List<FieldRefusal> refusals) {
    return new SignInInvitationPage(
        null,
        one,
        null,
        List.of(
            field("login", refusals).value(login),
            field("password", refusals).hint(t("staff.setup.hint.password", Password.LEAST)),
            field("again", refusals)),
        AccountInvitationController.URL,
        null);
  }

  private static FieldView field(String name, List<FieldRefusal> refusals) {
    return FieldView.of(name, t("staff.invitation.field." + name))
        .must()
        .error(
            refusals.stream()
                .filter(one -> one.field().equals(name))
                .map(FieldRefusal::words)
                .findFirst()
                .orElse(null));
  }

  /** Nothing is opened yet: it is looked at, and kept at the browser for some minutes. */
  @PostMapping("/sign-in/invitation")
  @Permitted(Permission.PUBLIC)
  @Traced(Action.NONE)
  ModelAndView submit(
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    return switch (invitation.show(code, browsers.of(request))) {
      case SignInInvitation.Shown.Good(String cookie) -> {
        Browsers.invited(response, cookie);
        yield Screen.redirect(URL);
      }
      case SignInInvitation.Shown.Wrong _ -> again("staff.invitation.wrong");
      case SignInInvitation.Shown.Wait _ -> again("staff.invitation.wait");
    };
  }

  private static ModelAndView again(String key) {
    return Screen.of(asked(SignInController.refusal(key)), 422);
  }

  @PostMapping("/sign-in/invitation/account")
  @Permitted(Permission.PUBLIC)
  @Traced(Action.ACCOUNT)
  ModelAndView open(
      @RequestParam Map<String, String> typed,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<Invited> one = invited(request);
    StaffDraft.Account account = StaffDraft.Account.of(typed);
    if (one.isEmpty()) {
      return again("staff.invitation.wrong");
    }
    return switch (invitation.open(cookie(request), account, typed.getOrDefault("again", ""))) {
      case SignInInvitation.Opened.Refused(var why) ->
          Screen.of(invited(one.get(), account.login(), why), 422);
      case SignInInvitation.Opened.Over _ -> again("staff.invitation.wrong");
      case SignInInvitation.Opened.Done(String login) -> {
        Browsers.answered(request, response);
        yield Screen.of(new SignInInvitationPage(null, one.get(), null, List.of(), null, login));
      }
    };
  }
}
