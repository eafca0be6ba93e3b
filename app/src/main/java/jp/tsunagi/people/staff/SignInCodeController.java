package jp.tsunagi.people.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
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

/** {@code /sign-in/code}: the second step, after the password. */
@Controller
class SignInCodeController {
  static final String URL = "/sign-in/code";

  private final SignInCode code;
  private final Browsers browsers;
  private final PublicAddress addresses;
  private final Provider provider;

  SignInCodeController(
      SignInCode code, Browsers browsers, PublicAddress addresses, Provider provider) {
    this.code = code;
    this.browsers = browsers;
    this.addresses = addresses;
    this.provider = provider;
  }

  @GetMapping("/sign-in/code")
  @Permitted(Permission.PUBLIC)
  @Traced(Action.NONE)
  ModelAndView show(@RequestParam Optional<String> paper, HttpServletRequest request) {
    return page(request, paper.isPresent(), null).orElseGet(() -> Screen.redirect("/sign-in"));
  }

  @PostMapping("/sign-in/code")
  @Permitted(Permission.PUBLIC)
  @Traced({Action.SIGN_IN, Action.SIGN_IN_BEGUN, Action.SIGN_IN_REFUSED})
  ModelAndView submit(
      @RequestParam(defaultValue = "") String typed,
      @RequestParam Optional<String> paper,
      HttpServletRequest request,
      HttpServletResponse response) {
    return answer(new SecondStep.Given.Code(typed), paper.isPresent(), request, response);
  }

  @PostMapping("/sign-in/code/passkey")
  @Permitted(Permission.PUBLIC)
  @Traced({Action.SIGN_IN, Action.SIGN_IN_BEGUN, Action.SIGN_IN_REFUSED})
  ModelAndView passkey(
      @RequestParam(defaultValue = "") String answer,
      HttpServletRequest request,
      HttpServletResponse response) {
    return answer(
        new SecondStep.Given.Key(answer, addresses.of(request)), false, request, response);
  }

  private ModelAndView answer(
      SecondStep.Given given,
      boolean paper,
      HttpServletRequest request,
      HttpServletResponse response) {
    return switch (code.with(new SignInCode.Typed(half(request), given, browsers.of(request)))) {
      case SignInCode.Outcome.Welcome(String session, String device, Membership as) -> {
        Browsers.know(response, device);
        yield Screen.redirect(browsers.welcome(request, response, session, as));
      }
      case SignInCode.Outcome.Which(String cookie, String device) -> {
        Browsers.which(response, cookie, device);
        yield Screen.redirect(SignInMembershipController.URL);
      }
      case SignInCode.Outcome.Refused(var why) -> again(request, paper, refusal(why));
      case SignInCode.Outcome.Wait _ ->
          again(request, paper, SignInController.refusal("staff.signin.code.wait"));
      case SignInCode.Outcome.Over _ -> over(request);
    };
  }

  /** What is said of what was not taken. */
  static RefusalView refusal(Optional<PasskeyRefusal> why) {
    return why.map(PasskeysController::view)
        .orElseGet(() -> SignInController.refusal("staff.signin.code.refused"));
  }

  private static String half(HttpServletRequest request) {
    return Door.cookie(request, HalfSignIn.COOKIE).orElse("");
  }

  /** Where one begins anew, by any of the ways but at a shared terminal. */
  private ModelAndView over(HttpServletRequest request) {
    boolean shared = !Browsers.terminal(request).isEmpty();
    return SignInController.refused(
        shared ? null : SignInController.way(provider), "staff.signin.code.over");
  }

  private ModelAndView again(HttpServletRequest request, boolean paper, RefusalView refusal) {
    return page(request, paper, refusal).orElseGet(() -> over(request));
  }

  private Optional<ModelAndView> page(
      HttpServletRequest request, boolean paper, @Nullable RefusalView refusal) {
    return code.awaited(half(request), addresses.of(request))
        .map(waits -> new SignInCodePage(paper, waits.app(), waits.key(), refusal))
        .map(page -> Screen.of(page, refusal == null ? 200 : 422));
  }
}
