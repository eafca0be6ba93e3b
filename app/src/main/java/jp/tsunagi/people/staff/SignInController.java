package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.t;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.base.ui.Screen;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /sign-in} and {@code /sign-out}. */
@Controller
class SignInController {
  static final String OUT = "/sign-out";

  private static final long DEVICE_AGE = Duration.ofDays(400).toSeconds();

  private final SignIn signIn;
  private final Setup setup;
  private final ClientAddress addresses;

  SignInController(SignIn signIn, Setup setup, ClientAddress addresses) {
    this.signIn = signIn;
    this.setup = setup;
    this.addresses = addresses;
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
    String device = Door.cookie(request, Devices.COOKIE).orElse("");
    var typed = new SignIn.Typed(login, password, addresses.of(request), device);
    return switch (signIn.with(typed)) {
      case SignIn.Outcome.Welcome(String cookie, String known) -> welcome(response, cookie, known);
      case SignIn.Outcome.Half(String cookie) -> {
        response.addHeader(
            HttpHeaders.SET_COOKIE,
            cookie(HalfSignIn.COOKIE, cookie, HalfSignIn.LASTS.toSeconds()));
        yield Screen.redirect(SignInCodeController.URL);
      }
      case SignIn.Outcome.Refused _ -> refused(login, "staff.signin.refused");
      case SignIn.Outcome.Wait _ -> refused(login, "staff.signin.wait");
    };
  }

  /** Keeps session and device at the browser, and nothing of a sign-in half done. */
  static ModelAndView welcome(HttpServletResponse response, String session, String device) {
    response.addHeader(HttpHeaders.SET_COOKIE, cookie(session, -1));
    response.addHeader(HttpHeaders.SET_COOKIE, cookie(Devices.COOKIE, device, DEVICE_AGE));
    response.addHeader(HttpHeaders.SET_COOKIE, cookie(HalfSignIn.COOKIE, "", 0));
    return Screen.redirect("/");
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
    response.addHeader(HttpHeaders.SET_COOKIE, cookie("", 0));
    response.addHeader("Clear-Site-Data", "\"cache\"");
    return Screen.redirect("/sign-in");
  }

  /** The session's cookie, for this host alone and never readable by scripts. */
  static String cookie(String value, long seconds) {
    return cookie(Door.COOKIE, value, seconds);
  }

  private static String cookie(String name, String value, long seconds) {
    return ResponseCookie.from(name, value)
        .secure(true)
        .httpOnly(true)
        .sameSite("Lax")
        .path("/")
        .maxAge(seconds)
        .build()
        .toString();
  }
}
