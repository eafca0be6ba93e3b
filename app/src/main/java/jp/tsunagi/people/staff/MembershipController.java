package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.t;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.base.ui.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /account/membership}: another municipality, or as somebody else, with the same login. */
@Controller
class MembershipController {
  static final String URL = "/account/membership";

  private final SwitchMembership memberships;
  private final Browsers browsers;

  MembershipController(SwitchMembership memberships, Browsers browsers) {
    this.memberships = memberships;
    this.browsers = browsers;
  }

  @GetMapping("/account/membership")
  @Permitted(Permission.SIGNED_IN)
  @Traced(Action.NONE)
  ModelAndView show(HttpServletRequest request) {
    return Screen.of(page(request, Optional.empty()));
  }

  private MembershipPage page(HttpServletRequest request, Optional<Switching.Refusal> refused) {
    SwitchMembership.Offered offered = memberships.offered(Door.cookie(request).orElse(""));
    Optional<Switching.Refusal> said = refused.or(offered::refusal);
    return new MembershipPage(
        URL,
        offered.here(),
        offered.others(),
        "/",
        said.map(_ -> SignInController.OUT).orElse(null),
        said.map(MembershipController::view).orElse(null));
  }

  private static RefusalView view(Switching.Refusal why) {
    return new RefusalView(
        t("staff.membership.refused.what"), t(why.key()), t("staff.membership.refused.remedy"));
  }

  @PostMapping("/account/membership")
  @Permitted(Permission.SIGNED_IN)
  @Traced(Action.SIGN_IN)
  ModelAndView submit(
      @RequestParam(defaultValue = "") String to,
      HttpServletRequest request,
      HttpServletResponse response) {
    return switch (memberships.with(to, browsers.of(request))) {
      case SwitchMembership.Outcome.Done(String cookie, Membership as) -> {
        browsers.welcome(request, response, cookie, as);
        Browsers.forget(response);
        yield Screen.redirect("/");
      }
      case SwitchMembership.Outcome.Refused(Switching.Refusal why) ->
          Screen.of(page(request, Optional.of(why)), 422);
      case SwitchMembership.Outcome.Over _ -> Screen.of(page(request, Optional.empty()), 422);
    };
  }
}
