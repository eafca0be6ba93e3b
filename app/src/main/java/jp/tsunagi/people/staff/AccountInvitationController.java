package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.t;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.base.ui.Screen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** {@code /account/invitation}: a code opens something more for the login one has. */
@Controller
class AccountInvitationController {
  static final String URL = "/account/invitation";

  private final Joining joining;
  private final SwitchMembership memberships;
  private final Browsers browsers;

  AccountInvitationController(Joining joining, SwitchMembership memberships, Browsers browsers) {
    this.joining = joining;
    this.memberships = memberships;
    this.browsers = browsers;
  }

  @GetMapping("/account/invitation")
  @Permitted(Permission.SIGNED_IN)
  @Traced(Action.NONE)
  @AfterPassword
  ModelAndView show(Actor actor, HttpServletRequest request, HttpServletResponse response) {
    return page(actor, joining.look(browsers.of(request), cookie(request)), request, response);
  }

  @PostMapping("/account/invitation")
  @Permitted(Permission.SIGNED_IN)
  @Traced(Action.ACCOUNT)
  @AfterPassword
  ModelAndView join(Actor actor, HttpServletRequest request, HttpServletResponse response) {
    return page(actor, joining.join(browsers.of(request), cookie(request)), request, response);
  }

  private static String cookie(HttpServletRequest request) {
    return Door.cookie(request, InvitationTicket.COOKIE).orElse("");
  }

  private ModelAndView page(
      Actor actor, Joining.Seen seen, HttpServletRequest request, HttpServletResponse response) {
    if (!(seen instanceof Joining.Seen.Open || seen instanceof Joining.Seen.Anew)) {
      Browsers.answered(request, response);
    }
    return switch (seen) {
      case Joining.Seen.Open(Invited invited, String login) ->
          Screen.of(page(invited, login, null, null, keys(actor), false, null));
      case Joining.Seen.Anew(Invited invited, Switching.Refusal why) ->
          refused(
              invited,
              anew(why),
              why == Switching.Refusal.TERMINAL ? null : SignInController.JOINING);
      case Joining.Seen.Already(Invited invited, boolean same) ->
          refused(
              invited,
              SignInController.refusal("staff.join." + (same ? "already" : "other")),
              null);
      case Joining.Seen.Over _ -> refused(null, SignInController.refusal("staff.join.over"), null);
      case Joining.Seen.Joined(Invited invited) ->
          Screen.of(page(invited, null, null, null, null, true, switching(actor)));
    };
  }

  /** Only where it may be entered already: a post may still wait for its place. */
  private @Nullable Link switching(Actor actor) {
    return memberships.any(ChangeOwnPassword.account(actor))
        ? new Link(MembershipController.URL, t("staff.membership.title"))
        : null;
  }

  private static Link keys(Actor actor) {
    return actor instanceof Actor.Staff
        ? new Link(SecondFactorController.URL, t("staff.factor.title"))
        : new Link(PasskeysController.URL, t("staff.passkey.title"));
  }

  private static RefusalView anew(Switching.Refusal why) {
    String remedy =
        why == Switching.Refusal.TERMINAL ? "staff.join.anew.elsewhere" : "staff.join.anew.remedy";
    return new RefusalView(t("staff.join.anew"), List.of(t(why.key())), t(remedy), List.of());
  }

  private static ModelAndView refused(
      @Nullable Invited invited, RefusalView refusal, @Nullable String anew) {
    return Screen.of(page(invited, null, refusal, anew, null, false, null), 422);
  }

  private static AccountInvitationPage page(
      @Nullable Invited invited,
      @Nullable String login,
      @Nullable RefusalView refusal,
      @Nullable String anew,
      @Nullable Link keys,
      boolean joined,
      @Nullable Link switching) {
    return new AccountInvitationPage(
        URL, invited, login, refusal, anew, keys, joined, switching, "/");
  }
}
