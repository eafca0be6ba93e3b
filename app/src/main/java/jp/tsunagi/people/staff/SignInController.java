package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.t;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /sign-in} and {@code /sign-out}. */
@Controller
class SignInController {
  static final String OUT = "/sign-out";
  static final String BY_PASSWORD = "/sign-in?way=password";

  /** For whoever has shown a code here and has a login. */
  static final String JOINING = "/sign-in?way=invitation";

  private final SignIn signIn;
  private final Arrival arrival;
  private final SignInMembership memberships;
  private final SignInPin pins;
  private final Setup setup;
  private final Browsers browsers;
  private final Provider provider;

  SignInController(
      SignIn signIn,
      Arrival arrival,
      SignInMembership memberships,
      SignInPin pins,
      Setup setup,
      Browsers browsers,
      Provider provider) {
    this.provider = provider;
    this.arrival = arrival;
    this.memberships = memberships;
    this.pins = pins;
    this.signIn = signIn;
    this.setup = setup;
    this.browsers = browsers;
  }

  /**
   * At a registered terminal names are chosen from, unless the password is wanted. Whoever comes to
   * the door by itself is not who has shown a code here and went away.
   */
  @GetMapping("/sign-in")
  @Permitted(Permission.PUBLIC)
  @Traced(Action.NONE)
  ModelAndView show(
      @RequestParam Optional<String> way,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (setup.isOpen()) {
      return Screen.redirect("/setup");
    }
    if (way.isEmpty()) {
      Browsers.answered(request, response);
    }
    if (way.isEmpty() && isChoosing(request)) {
      return Screen.redirect(SignInMembershipController.URL);
    }
    Optional<SignInPin.Here> here = pins.here(Browsers.terminal(request));
    return way.isEmpty() && here.filter(one -> !one.people().isEmpty()).isPresent()
        ? Screen.redirect(SignInPinController.URL)
        : page("", here, null);
  }

  /** Whoever signed in in the dialog of somebody else's page still has to say as whom. */
  private boolean isChoosing(HttpServletRequest request) {
    return Door.cookie(request, HalfSignIn.COOKIE)
        .filter(cookie -> !memberships.awaited(cookie).isEmpty())
        .isPresent();
  }

  private ModelAndView page(
      String login, Optional<SignInPin.Here> here, @Nullable RefusalView refusal) {
    String place = here.map(SignInController::place).orElse(null);
    return Screen.of(
        new SignInPage(login, place, place == null ? way(provider) : null, refusal),
        refusal == null ? 200 : 422);
  }

  /** To the identity provider; null where there is none. */
  static @Nullable Link way(Provider provider) {
    return provider
        .settings()
        .map(set -> set.name().orElseGet(() -> t("staff.provider.name")))
        .map(name -> new Link(SignInProviderController.URL, t("staff.provider.way", name)))
        .orElse(null);
  }

  private static String place(SignInPin.Here here) {
    return SignInPinController.place(here.terminal());
  }

  private ModelAndView again(String login, String key, HttpServletRequest request) {
    return page(login, pins.here(Browsers.terminal(request)), refusal(key));
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
      case SignIn.Outcome.Welcome(String cookie, String known, Membership as) -> {
        Browsers.know(response, known);
        yield Screen.redirect(browsers.welcome(request, response, cookie, as));
      }
      case SignIn.Outcome.Which(String cookie, String known) -> {
        Browsers.which(response, cookie, known);
        yield Screen.redirect(SignInMembershipController.URL);
      }
      case SignIn.Outcome.Half(String cookie) -> {
        Browsers.half(response, cookie);
        yield Screen.redirect(SignInCodeController.URL);
      }
      case SignIn.Outcome.Refused _ -> again(login, "staff.signin.refused", request);
      case SignIn.Outcome.Wait _ -> again(login, "staff.signin.wait", request);
    };
  }

  /** The page once more, with why, and that way to the identity provider. */
  static ModelAndView refused(@Nullable Link way, String key) {
    return Screen.of(new SignInPage("", null, way, refusal(key)), 422);
  }

  static RefusalView refusal(String key) {
    return new RefusalView(t(key + ".what"), t(key + ".why"), t(key + ".remedy"));
  }

  @PostMapping(OUT)
  @Permitted(Permission.SIGNED_IN)
  @Traced(Action.SIGN_OUT)
  ModelAndView signOut(Actor actor, HttpServletRequest request, HttpServletResponse response) {
    Door.cookie(request).ifPresent(cookie -> arrival.out(actor, cookie));
    Browsers.leave(request, response);
    return Screen.redirect("/sign-in");
  }
}
