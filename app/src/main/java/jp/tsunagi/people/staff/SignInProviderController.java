package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.t;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.PublicAddress;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.base.ui.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /sign-in/provider}: to the identity provider of the municipality, and back. */
@Controller
class SignInProviderController {
  static final String URL = "/sign-in/provider";
  static final String BACK = URL + "/return";

  private final SignInProvider signIn;
  private final Provider provider;
  private final Browsers browsers;
  private final PublicAddress addresses;

  SignInProviderController(
      SignInProvider signIn, Provider provider, Browsers browsers, PublicAddress addresses) {
    this.signIn = signIn;
    this.provider = provider;
    this.browsers = browsers;
    this.addresses = addresses;
  }

  /**
   * Somebody pressed the button at our door: a link from elsewhere begins nothing, because whoever
   * is known at the provider would come in without having wanted to. It leads on from a page and
   * not by a redirect: browsers hold the end of a form's journey against {@code form-action}, and
   * nobody knows through which hosts the provider sends on.
   */
  @PostMapping("/sign-in/provider")
  @Permitted(Permission.PUBLIC)
  @Traced(Action.NONE)
  ModelAndView away(HttpServletRequest request, HttpServletResponse response) {
    isThere();
    return switch (signIn.begin(addresses.of(request), browsers.of(request))) {
      case SignInProvider.Begun.Away(var there, String cookie) -> {
        Browsers.away(response, cookie);
        response.setHeader("Refresh", "0; url=" + there);
        yield Screen.of(
            new SignInProviderPage(new Link(there.toString(), t("staff.provider.onward"))));
      }
      case SignInProvider.Begun.Refused(ProviderRefusal why) -> refused(why);
    };
  }

  /**
   * The one page to which somebody is sent from elsewhere: the state says that it was begun here.
   */
  @GetMapping("/sign-in/provider/return")
  @Permitted(Permission.PUBLIC)
  @Traced({Action.SIGN_IN, Action.SIGN_IN_BEGUN, Action.SIGN_IN_REFUSED, Action.PASSWORD_SHOWN})
  ModelAndView back(
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    isThere();
    String cookie = Door.cookie(request, ProviderJourney.COOKIE).orElse("");
    Browsers.arrived(response);
    var back =
        new SignInProvider.Returned(
            cookie, state, code, addresses.of(request), browsers.of(request), Door.actor(request));
    return switch (signIn.with(back)) {
      case SignInProvider.Outcome.Welcome(String session, Membership as) ->
          Screen.redirect(browsers.welcome(request, response, session, as));
      case SignInProvider.Outcome.Half(String half) -> {
        Browsers.half(response, half);
        yield Screen.redirect(SignInCodeController.URL);
      }
      case SignInProvider.Outcome.Again(String to, Optional<String> session) -> {
        session.ifPresent(value -> Browsers.goOn(response, value));
        yield Screen.redirect(to);
      }
      case SignInProvider.Outcome.Refused(ProviderRefusal why, String to) when !to.isEmpty() ->
          Screen.redirect(AgainController.before(to) + "&refused=" + why);
      case SignInProvider.Outcome.Refused(ProviderRefusal why, _) -> refused(why);
    };
  }

  private void isThere() {
    if (provider.settings().isEmpty()) {
      throw new NotFound();
    }
  }

  private ModelAndView refused(ProviderRefusal why) {
    return Screen.of(new SignInPage("", null, SignInController.way(provider), view(why)), 422);
  }

  /** What is said of a refusal. */
  static RefusalView view(ProviderRefusal why) {
    return new RefusalView(
        t("staff.provider.refused.what"), t(why.key()), t(why.key() + ".remedy"));
  }
}
