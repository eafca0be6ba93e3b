package jp.tsunagi.people.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.PublicAddress;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.base.ui.Screen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /sign-in/passkey}: a passkey in the place of login and password. */
@Controller
class SignInPasskeyController {
  static final String URL = "/sign-in/passkey";

  private final SignInPasskey signIn;
  private final Browsers browsers;
  private final PublicAddress addresses;

  SignInPasskeyController(SignInPasskey signIn, Browsers browsers, PublicAddress addresses) {
    this.signIn = signIn;
    this.browsers = browsers;
    this.addresses = addresses;
  }

  @GetMapping("/sign-in/passkey")
  @Permitted(Permission.PUBLIC)
  @Traced(Action.NONE)
  ModelAndView show(HttpServletRequest request) {
    return page(request, null);
  }

  @PostMapping("/sign-in/passkey")
  @Permitted(Permission.PUBLIC)
  @Traced({Action.SIGN_IN, Action.SIGN_IN_BEGUN, Action.SIGN_IN_REFUSED})
  ModelAndView submit(
      @RequestParam(defaultValue = "") String answer,
      HttpServletRequest request,
      HttpServletResponse response) {
    var typed = new SignInPasskey.Typed(answer, addresses.of(request), browsers.of(request));
    return switch (signIn.with(typed)) {
      case SignInPasskey.Outcome.Welcome(String cookie, String device, Membership as) -> {
        Browsers.know(response, device);
        yield Screen.redirect(browsers.welcome(request, response, cookie, as));
      }
      case SignInPasskey.Outcome.Which(String cookie, String device) -> {
        Browsers.which(response, cookie, device);
        yield Screen.redirect(SignInMembershipController.URL);
      }
      case SignInPasskey.Outcome.Refused(PasskeyRefusal why) ->
          page(request, PasskeysController.view(why));
      case SignInPasskey.Outcome.Wait _ ->
          page(request, SignInController.refusal("staff.signin.passkey.wait"));
    };
  }

  private ModelAndView page(HttpServletRequest request, @Nullable RefusalView refusal) {
    PasskeyAsk ask = signIn.ask(addresses.of(request));
    return Screen.of(new SignInPasskeyPage(URL, ask, refusal), refusal == null ? 200 : 422);
  }
}
