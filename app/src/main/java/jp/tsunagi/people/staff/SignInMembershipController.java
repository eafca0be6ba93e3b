package jp.tsunagi.people.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /sign-in/membership}: for which municipality and as what, after all else was shown. */
@Controller
class SignInMembershipController {
  static final String URL = "/sign-in/membership";

  private final SignInMembership memberships;
  private final Browsers browsers;
  private final Provider provider;

  SignInMembershipController(SignInMembership memberships, Browsers browsers, Provider provider) {
    this.memberships = memberships;
    this.browsers = browsers;
    this.provider = provider;
  }

  @GetMapping("/sign-in/membership")
  @Permitted(Permission.PUBLIC)
  @Traced(Action.NONE)
  ModelAndView show(HttpServletRequest request) {
    List<Choice> choices = memberships.awaited(cookie(request));
    return choices.isEmpty()
        ? Screen.redirect(SignInController.BY_PASSWORD)
        : Screen.of(new SignInMembershipPage(URL, choices));
  }

  @PostMapping("/sign-in/membership")
  @Permitted(Permission.PUBLIC)
  @Traced(Action.SIGN_IN)
  ModelAndView submit(
      @RequestParam(defaultValue = "") String to,
      HttpServletRequest request,
      HttpServletResponse response) {
    return memberships
        .with(cookie(request), to, browsers.of(request))
        .map(in -> Screen.redirect(browsers.welcome(request, response, in.cookie(), in.as())))
        .orElseGet(() ->
            SignInController.refused(
                SignInController.way(provider), "staff.signin.membership.over"));
  }

  private static String cookie(HttpServletRequest request) {
    return Door.cookie(request, HalfSignIn.COOKIE).orElse("");
  }
}
