package jp.tsunagi.people.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
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

/** {@code /sign-in/code}: the second step, for who has shown the password a moment ago. */
@Controller
class SignInCodeController {
  static final String URL = "/sign-in/code";

  private final SignInCode code;
  private final Browsers browsers;

  SignInCodeController(SignInCode code, Browsers browsers) {
    this.code = code;
    this.browsers = browsers;
  }

  @GetMapping("/sign-in/code")
  @Permitted(Permission.PUBLIC)
  @Traced(Action.NONE)
  ModelAndView show(@RequestParam Optional<String> paper, HttpServletRequest request) {
    return code.isAwaited(half(request))
        ? Screen.of(new SignInCodePage(paper.isPresent(), null))
        : Screen.redirect("/sign-in");
  }

  @PostMapping("/sign-in/code")
  @Permitted(Permission.PUBLIC)
  @Traced(Action.SIGN_IN)
  ModelAndView submit(
      @RequestParam(defaultValue = "") String typed,
      @RequestParam Optional<String> paper,
      HttpServletRequest request,
      HttpServletResponse response) {
    var tried = new SignInCode.Typed(half(request), typed, browsers.of(request));
    return switch (code.with(tried)) {
      case SignInCode.Outcome.Welcome(String session, String device, _) -> {
        browsers.welcome(request, response, session);
        Browsers.know(response, device);
        yield Screen.redirect("/");
      }
      case SignInCode.Outcome.Refused _ -> again(paper.isPresent(), "staff.signin.code.refused");
      case SignInCode.Outcome.Wait _ -> again(paper.isPresent(), "staff.signin.code.wait");
      case SignInCode.Outcome.Over _ -> SignInController.refused("", "staff.signin.code.over");
    };
  }

  private static String half(HttpServletRequest request) {
    return Door.cookie(request, HalfSignIn.COOKIE).orElse("");
  }

  private static ModelAndView again(boolean paper, String key) {
    return Screen.of(new SignInCodePage(paper, SignInController.refusal(key)), 422);
  }
}
