package jp.tsunagi.people.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.PublicAddress;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /sign-in/again/…/passkey}: the same as there, with a passkey. */
@Controller
class AgainPasskeyController {
  private final SignInCode code;
  private final SignInPasskey alone;
  private final Browsers browsers;
  private final AgainPages pages;
  private final PublicAddress addresses;

  AgainPasskeyController(
      SignInCode code,
      SignInPasskey alone,
      Browsers browsers,
      AgainPages pages,
      PublicAddress addresses) {
    this.code = code;
    this.alone = alone;
    this.browsers = browsers;
    this.pages = pages;
    this.addresses = addresses;
  }

  @PostMapping("/sign-in/again/code/passkey")
  @Permitted(Permission.PUBLIC)
  @Traced({Action.SIGN_IN, Action.SIGN_IN_BEGUN, Action.SIGN_IN_REFUSED})
  ModelAndView second(
      @RequestHeader(name = SignInAgainController.PERSON, defaultValue = "") String mark,
      @RequestParam(defaultValue = "") String answer,
      HttpServletRequest request,
      HttpServletResponse response) {
    String half = Door.cookie(request, HalfSignIn.COOKIE).orElse("");
    var given = new SecondStep.Given.Key(answer, addresses.of(request));
    var typed = new SignInCode.Typed(half, given, browsers.of(request));
    return pages.second(mark, half, code.with(typed), request, response);
  }

  @PostMapping("/sign-in/again/passkey")
  @Permitted(Permission.PUBLIC)
  @Traced({Action.SIGN_IN, Action.SIGN_IN_BEGUN, Action.SIGN_IN_REFUSED})
  ModelAndView alone(
      @RequestHeader(name = SignInAgainController.PERSON, defaultValue = "") String mark,
      @RequestParam(defaultValue = "") String answer,
      HttpServletRequest request,
      HttpServletResponse response) {
    var typed = new SignInPasskey.Typed(answer, addresses.of(request), browsers.of(request));
    return switch (alone.with(typed)) {
      case SignInPasskey.Outcome.Welcome(String cookie, String device, Membership as) -> {
        Browsers.know(response, device);
        yield pages.welcome(mark, as, cookie, request, response);
      }
      case SignInPasskey.Outcome.Which(String cookie, String device) ->
          AgainPages.which(cookie, device, response);
      case SignInPasskey.Outcome.Refused(PasskeyRefusal why) ->
          pages.password(request, "", PasskeysController.view(why));
      case SignInPasskey.Outcome.Wait _ ->
          pages.password(request, "", SignInController.refusal("staff.signin.passkey.wait"));
    };
  }
}
