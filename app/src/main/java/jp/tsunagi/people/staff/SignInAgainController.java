package jp.tsunagi.people.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
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
  static final String URL = AgainPages.URL;

  /** By which a page says whose it is. */
  static final String PERSON = "X-Person";

  private final SignIn signIn;
  private final SignInCode code;
  private final SignInPin pins;
  private final Browsers browsers;
  private final SwitchMembership memberships;
  private final AgainPages pages;
  private final PersonMark marks;

  SignInAgainController(
      SignIn signIn,
      SignInCode code,
      SignInPin pins,
      Browsers browsers,
      SwitchMembership memberships,
      AgainPages pages,
      PersonMark marks) {
    this.signIn = signIn;
    this.code = code;
    this.pins = pins;
    this.browsers = browsers;
    this.memberships = memberships;
    this.pages = pages;
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
      return AgainPages.here(mark, request, response);
    }
    return memberships
        .back(mark, browsers.of(request))
        .map(AgainPages::back)
        .or(() -> pin(mark, request).map(person -> AgainPages.pin(person, null)))
        .orElseGet(() -> pages.password(request, "", null));
  }

  /** Who went on as somebody else in another window comes back to what the page is for. */
  @PostMapping("/sign-in/again/membership")
  @Permitted(Permission.PUBLIC)
  @Traced(Action.SIGN_IN)
  ModelAndView back(
      @RequestHeader(name = PERSON, defaultValue = "") String mark,
      HttpServletRequest request,
      HttpServletResponse response) {
    return memberships.with(mark, browsers.of(request))
            instanceof SwitchMembership.Outcome.Done(String cookie, Membership as)
        ? pages.welcome(mark, as, cookie, request, response)
        : again(request, "", "staff.signin.code.over");
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
        yield pages.welcome(mark, as, cookie, request, response);
      }
      case SignIn.Outcome.Which(String cookie, String device) ->
          AgainPages.which(cookie, device, response);
      case SignIn.Outcome.Half(String cookie) -> {
        Browsers.half(response, cookie);
        yield pages.code(request, cookie, null);
      }
      case SignIn.Outcome.Refused _ -> again(request, login, "staff.signin.refused");
      case SignIn.Outcome.Wait _ -> again(request, login, "staff.signin.wait");
    };
  }

  private ModelAndView again(HttpServletRequest request, String login, String key) {
    return pages.password(request, login, SignInController.refusal(key));
  }

  @PostMapping("/sign-in/again/code")
  @Permitted(Permission.PUBLIC)
  @Traced({Action.SIGN_IN, Action.SIGN_IN_BEGUN, Action.SIGN_IN_REFUSED})
  ModelAndView code(
      @RequestHeader(name = PERSON, defaultValue = "") String mark,
      @RequestParam(name = "againCode", defaultValue = "") String typed,
      HttpServletRequest request,
      HttpServletResponse response) {
    String half = Door.cookie(request, HalfSignIn.COOKIE).orElse("");
    var given = new SecondStep.Given.Code(typed);
    return pages.second(
        mark,
        half,
        code.with(new SignInCode.Typed(half, given, browsers.of(request))),
        request,
        response);
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
          pages.welcome(mark, as, cookie, request, response);
      case SignInPin.Outcome.Refused _ ->
          AgainPages.pin(person.toString(), SignInController.refusal("staff.signin.pin.refused"));
      case SignInPin.Outcome.Spent _ -> again(request, "", "staff.signin.pin.spent");
      case SignInPin.Outcome.Over _ -> again(request, "", "staff.signin.pin.over");
    };
  }
}
