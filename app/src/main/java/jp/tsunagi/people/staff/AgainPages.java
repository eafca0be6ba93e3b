package jp.tsunagi.people.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.PublicAddress;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.people.staff.SignInAgainPage.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What a page that stands open is told, and asked, about who is signed in. */
@Component
final class AgainPages {
  static final String URL = "/sign-in/again";

  private static final String BACK = URL + "/membership";

  /** The answer, for the page: {@code here} or {@code other}; none while something is asked for. */
  static final String ANSWER = "Signed-In";

  private static final String SECRET = "Form-Token";

  private final SignInCode code;
  private final SignInPasskey passkeys;
  private final Browsers browsers;
  private final PersonMark marks;
  private final PublicAddress addresses;
  private final Provider provider;

  AgainPages(
      SignInCode code,
      SignInPasskey passkeys,
      Browsers browsers,
      PersonMark marks,
      PublicAddress addresses,
      Provider provider) {
    this.provider = provider;
    this.code = code;
    this.passkeys = passkeys;
    this.browsers = browsers;
    this.marks = marks;
    this.addresses = addresses;
  }

  /** The password is asked for, or a passkey of a family. */
  ModelAndView password(HttpServletRequest request, String login, @Nullable RefusalView refusal) {
    PasskeyAsk key = passkeys.ask(addresses.of(request));
    return page(
        new SignInAgainPage(Step.PASSWORD, URL, login, "", null, key, way(request), refusal));
  }

  /** At a shared terminal one signs in by name. */
  private @Nullable Link way(HttpServletRequest request) {
    return Browsers.terminal(request).isEmpty() ? SignInController.way(provider) : null;
  }

  /** What comes after the password is asked for, of the sign-in half done with that cookie. */
  ModelAndView code(HttpServletRequest request, String half, @Nullable RefusalView refusal) {
    Optional<SignInCode.Awaited> waits = code.awaited(half, addresses.of(request));
    PasskeyAsk key = waits.map(SignInCode.Awaited::key).orElse(null);
    return page(new SignInAgainPage(Step.CODE, URL + "/code", "", "", null, key, null, refusal));
  }

  static ModelAndView pin(String person, @Nullable RefusalView refusal) {
    return page(new SignInAgainPage(Step.PIN, URL + "/pin", "", person, null, null, null, refusal));
  }

  /** The same person went on as somebody else in another window, and may come back. */
  static ModelAndView back(Choice to) {
    return page(new SignInAgainPage(Step.BACK, BACK, "", "", to, null, null, null));
  }

  private static ModelAndView page(SignInAgainPage page) {
    return Screen.of(page, page.refusal() == null ? 200 : 422);
  }

  /** What came of the second step. */
  ModelAndView second(
      String mark,
      String half,
      SignInCode.Outcome outcome,
      HttpServletRequest request,
      HttpServletResponse response) {
    return switch (outcome) {
      case SignInCode.Outcome.Welcome(String cookie, String device, Membership as) -> {
        Browsers.know(response, device);
        yield welcome(mark, as, cookie, request, response);
      }
      case SignInCode.Outcome.Which(String cookie, String device) ->
          which(cookie, device, response);
      case SignInCode.Outcome.Refused(var why) ->
          code(request, half, SignInCodeController.refusal(why));
      case SignInCode.Outcome.Wait _ ->
          code(request, half, SignInController.refusal("staff.signin.code.wait"));
      case SignInCode.Outcome.Over _ ->
          password(request, "", SignInController.refusal("staff.signin.code.over"));
    };
  }

  /** Somebody came in: the page goes on if it is the one of that mark, and goes otherwise. */
  ModelAndView welcome(
      String mark,
      Membership as,
      String cookie,
      HttpServletRequest request,
      HttpServletResponse response) {
    browsers.welcome(request, response, cookie, as);
    return marks.is(mark, as) ? here(mark, request, response) : other(response);
  }

  /** Somebody else, who goes to the door and says there as whom: the page goes. */
  static ModelAndView which(String cookie, String device, HttpServletResponse response) {
    Browsers.which(response, cookie, device);
    return other(response);
  }

  /** The secret goes to the person of the page alone. */
  static ModelAndView here(String mark, HttpServletRequest request, HttpServletResponse response) {
    response.setHeader(ANSWER, "here");
    if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
      response.setHeader(SECRET, FormTokens.of(token, mark));
    }
    return new ModelAndView(new Nothing());
  }

  private static ModelAndView other(HttpServletResponse response) {
    response.setHeader(ANSWER, "other");
    return new ModelAndView(new Nothing());
  }

  /** An answer that is in the headers alone. */
  private static final class Nothing implements org.springframework.web.servlet.View {
    @Override
    public void render(
        @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
  }
}
