package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.t;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jp.tsunagi.base.access.Actor;
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

/** {@code /sign-in} and {@code /sign-out}. */
@Controller
class SignInController {
  static final String OUT = "/sign-out";

  private final SignIn signIn;
  private final Setup setup;
  private final Browsers browsers;

  SignInController(SignIn signIn, Setup setup, Browsers browsers) {
    this.signIn = signIn;
    this.setup = setup;
    this.browsers = browsers;
  }

  @GetMapping("/sign-in")
  @Permitted(Permission.PUBLIC)
  @Traced(Action.NONE)
  ModelAndView show() {
    return setup.isOpen() ? Screen.redirect("/setup") : Screen.of(new SignInPage("", null));
  }

  @PostMapping("/sign-in")
  @Permitted(Permission.PUBLIC)
  @Traced({Action.SIGN_IN, Action.SIGN_IN_BEGUN})
  ModelAndView submit(
      @RequestParam String login,
      @RequestParam String password,
      HttpServletRequest request,
      HttpServletResponse response) {
    var typed = new SignIn.Typed(login, password, browsers.of(request));
    return switch (signIn.with(typed)) {
      case SignIn.Outcome.Welcome(String cookie, String known) -> {
        browsers.welcome(request, response, cookie);
        Browsers.know(response, known);
        yield Screen.redirect("/");
      }
      case SignIn.Outcome.Half(String cookie) -> {
        Browsers.half(response, cookie);
        yield Screen.redirect(SignInCodeController.URL);
      }
      case SignIn.Outcome.Refused _ -> refused(login, "staff.signin.refused");
      case SignIn.Outcome.Wait _ -> refused(login, "staff.signin.wait");
    };
  }

  static ModelAndView refused(String login, String key) {
    return Screen.of(new SignInPage(login, refusal(key)), 422);
  }

  static RefusalView refusal(String key) {
    return new RefusalView(t(key + ".what"), t(key + ".why"), t(key + ".remedy"));
  }

  @PostMapping(OUT)
  @Permitted(Permission.SIGNED_IN)
  @Traced(Action.SIGN_OUT)
  ModelAndView signOut(Actor actor, HttpServletRequest request, HttpServletResponse response) {
    Door.cookie(request).ifPresent(cookie -> signIn.out(actor, cookie));
    Browsers.leave(response);
    return Screen.redirect("/sign-in");
  }
}
