package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.t;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.PublicAddress;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.base.ui.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /account/again}: who it is once more, on the way to what needs it. */
@Controller
class AgainController {
  static final String URL = "/account/again";
  static final String PASSKEY = URL + "/passkey";
  static final String PROVIDER = URL + "/provider";

  private final ShownAgain again;
  private final AgainWays ways;
  private final SignInProvider provider;
  private final ClientAddress addresses;
  private final PublicAddress here;

  AgainController(
      ShownAgain again,
      AgainWays ways,
      SignInProvider provider,
      ClientAddress addresses,
      PublicAddress here) {
    this.again = again;
    this.ways = ways;
    this.provider = provider;
    this.addresses = addresses;
    this.here = here;
  }

  /** On the way to that page. */
  static String before(String path) {
    return URL + "?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
  }

  @GetMapping("/account/again")
  @Permitted(Permission.SIGNED_IN)
  @Traced(Action.NONE)
  ModelAndView show(
      Actor actor,
      @RequestParam(defaultValue = "/") String to,
      @RequestParam(defaultValue = "") String refused,
      HttpServletRequest request) {
    Optional<RefusalView> refusal =
        Arrays.stream(ProviderRefusal.values())
            .filter(why -> why.name().equals(refused))
            .map(SignInProviderController::view)
            .findFirst();
    return Screen.of(ways.page(actor, local(to), request, refusal.orElse(null), null));
  }

  @PostMapping("/account/again")
  @Permitted(Permission.SIGNED_IN)
  @Traced(Action.PASSWORD_SHOWN)
  ModelAndView submit(
      Actor actor,
      @RequestParam(defaultValue = "/") String to,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request,
      HttpServletResponse response) {
    return switch (again.by(actor, password, at(request))) {
      case ShownAgain.Answer.Not(String key) ->
          Screen.of(ways.page(actor, local(to), request, null, t(key)), 422);
      case ShownAgain.Answer.Shown(Optional<String> cookie) -> onward(response, cookie, to);
    };
  }

  private static ModelAndView onward(
      HttpServletResponse response, Optional<String> cookie, String to) {
    cookie.ifPresent(value -> Browsers.goOn(response, value));
    return Screen.redirect(local(to));
  }

  @PostMapping("/account/again/passkey")
  @Permitted(Permission.SIGNED_IN)
  @Traced({Action.PASSWORD_SHOWN, Action.SIGN_IN_REFUSED})
  ModelAndView passkey(
      Actor actor,
      @RequestParam(defaultValue = "/") String to,
      @RequestParam(defaultValue = "") String answer,
      HttpServletRequest request,
      HttpServletResponse response) {
    return switch (again.by(actor, answer, here.of(request), at(request))) {
      case ShownAgain.Answer.Not(PasskeyRefusal why) -> {
        RefusalView refusal = PasskeysController.view(why);
        yield Screen.of(ways.page(actor, local(to), request, refusal, null), 422);
      }
      case ShownAgain.Answer.Shown(Optional<String> cookie) -> onward(response, cookie, to);
    };
  }

  @GetMapping("/account/again/provider")
  @Permitted(Permission.STAFF)
  @Traced(Action.NONE)
  ModelAndView away(
      Actor actor,
      @RequestParam(defaultValue = "/") String to,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (ways.provider(request).isEmpty()) {
      throw new NotFound();
    }
    return switch (provider.again(actor, local(to), here.of(request))) {
      case SignInProvider.Begun.Away(var there, String cookie) -> {
        Browsers.away(response, cookie);
        yield Screen.redirect(there.toString());
      }
      case SignInProvider.Begun.Refused(ProviderRefusal why) ->
          Screen.redirect(before(local(to)) + "&refused=" + why);
    };
  }

  private ShownAgain.At at(HttpServletRequest request) {
    return ShownAgain.At.of(addresses, request);
  }

  /** A page of ours and nothing else: the address may have been made up by anybody. */
  private static String local(String to) {
    return to.matches("/[A-Za-z0-9][A-Za-z0-9/_-]*") ? to : "/";
  }
}
