package jp.tsunagi.people.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.people.staff.SignInAgainPage.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * {@code /sign-in/again}: asked by a page that stands open, never opened by itself. It says whether
 * the person of the page is signed in, with the secret for its forms, and lets that person sign in
 * in place. Whoever else signs in there begins a session, and the page is told to go.
 */
@Controller
class SignInAgainController {
  static final String URL = "/sign-in/again";

  /** By which a page says whose it is. */
  static final String PERSON = "X-Person";

  /** The answer, for the page: {@code here} or {@code other}; none while something is asked for. */
  static final String ANSWER = "Signed-In";

  private static final String SECRET = "Form-Token";

  private final SignIn signIn;
  private final SignInCode code;
  private final SignInPin pins;
  private final Browsers browsers;
  private final PersonMark marks;

  SignInAgainController(
      SignIn signIn, SignInCode code, SignInPin pins, Browsers browsers, PersonMark marks) {
    this.signIn = signIn;
    this.code = code;
    this.pins = pins;
    this.browsers = browsers;
    this.marks = marks;
  }

  @GetMapping("/sign-in/again")
  @Permitted(Permission.PUBLIC)
  @Traced(Action.NONE)
  ModelAndView show(
      Actor actor,
      @RequestHeader(name = PERSON, defaultValue = "") String mark,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (mark.equals(marks.of(actor))) {
      say(request, response, "here");
      return new ModelAndView(new Nothing());
    }
    return pin(mark, request)
        .map(person -> page(Step.PIN, "", person, null))
        .orElseGet(() -> page(Step.PASSWORD, "", "", null));
  }

  /** At a terminal: the person of the page, if there is a PIN. */
  private Optional<String> pin(String mark, HttpServletRequest request) {
    return pins.here(Browsers.terminal(request)).stream()
        .flatMap(
            here -> here.people().stream().filter(one -> marks.is(mark, one.as(here.terminal()))))
        .map(person -> person.staff().toString())
        .findFirst();
  }

  @PostMapping("/sign-in/again")
  @Permitted(Permission.PUBLIC)
  @Traced({Action.SIGN_IN, Action.SIGN_IN_BEGUN})
  ModelAndView password(
      @RequestHeader(name = PERSON, defaultValue = "") String mark,
      @RequestParam(name = "againLogin", defaultValue = "") String login,
      @RequestParam(name = "againPassword", defaultValue = "") String password,
      HttpServletRequest request,
      HttpServletResponse response) {
    var typed = new SignIn.Typed(login, password, browsers.of(request));
    return switch (signIn.with(typed)) {
      case SignIn.Outcome.Welcome(String cookie, String device, Membership as) -> {
        Browsers.know(response, device);
        yield welcome(mark, as, cookie, request, response);
      }
      case SignIn.Outcome.Half(String cookie) -> {
        Browsers.half(response, cookie);
        yield page(Step.CODE, "", "", null);
      }
      case SignIn.Outcome.Refused _ -> page(Step.PASSWORD, login, "", "staff.signin.refused");
      case SignIn.Outcome.Wait _ -> page(Step.PASSWORD, login, "", "staff.signin.wait");
    };
  }

  @PostMapping("/sign-in/again/code")
  @Permitted(Permission.PUBLIC)
  @Traced(Action.SIGN_IN)
  ModelAndView code(
      @RequestHeader(name = PERSON, defaultValue = "") String mark,
      @RequestParam(name = "againCode", defaultValue = "") String typed,
      HttpServletRequest request,
      HttpServletResponse response) {
    String half = Door.cookie(request, HalfSignIn.COOKIE).orElse("");
    return switch (code.with(new SignInCode.Typed(half, typed, browsers.of(request)))) {
      case SignInCode.Outcome.Welcome(String cookie, String device, Membership as) -> {
        Browsers.know(response, device);
        yield welcome(mark, as, cookie, request, response);
      }
      case SignInCode.Outcome.Refused _ -> page(Step.CODE, "", "", "staff.signin.code.refused");
      case SignInCode.Outcome.Wait _ -> page(Step.CODE, "", "", "staff.signin.code.wait");
      case SignInCode.Outcome.Over _ -> page(Step.PASSWORD, "", "", "staff.signin.code.over");
    };
  }

  @PostMapping("/sign-in/again/pin")
  @Permitted(Permission.PUBLIC)
  @Traced(Action.SIGN_IN)
  ModelAndView pin(
      @RequestHeader(name = PERSON, defaultValue = "") String mark,
      @RequestParam StaffId person,
      @RequestParam(name = "againPin", defaultValue = "") String pin,
      HttpServletRequest request,
      HttpServletResponse response) {
    return switch (pins.with(new SignInPin.Typed(person, pin, browsers.of(request)))) {
      case SignInPin.Outcome.Welcome(String cookie, Membership as) ->
          welcome(mark, as, cookie, request, response);
      case SignInPin.Outcome.Refused _ ->
          page(Step.PIN, "", person.toString(), "staff.signin.pin.refused");
      case SignInPin.Outcome.Spent _ -> page(Step.PASSWORD, "", "", "staff.signin.pin.spent");
      case SignInPin.Outcome.Over _ -> page(Step.PASSWORD, "", "", "staff.signin.pin.over");
    };
  }

  private ModelAndView welcome(
      String mark,
      Membership as,
      String cookie,
      HttpServletRequest request,
      HttpServletResponse response) {
    browsers.welcome(request, response, cookie);
    say(request, response, marks.is(mark, as) ? "here" : "other");
    return new ModelAndView(new Nothing());
  }

  /** The secret goes to the person of the page alone. */
  private static void say(HttpServletRequest request, HttpServletResponse response, String answer) {
    response.setHeader(ANSWER, answer);
    if (answer.equals("here")
        && request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
      response.setHeader(SECRET, token.getToken());
    }
  }

  private static ModelAndView page(
      Step step, String login, String person, @Nullable String refusal) {
    String url =
        switch (step) {
          case PASSWORD -> URL;
          case CODE -> URL + "/code";
          case PIN -> URL + "/pin";
        };
    var page =
        new SignInAgainPage(
            step, url, login, person, refusal == null ? null : SignInController.refusal(refusal));
    return Screen.of(page, refusal == null ? 200 : 422);
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
