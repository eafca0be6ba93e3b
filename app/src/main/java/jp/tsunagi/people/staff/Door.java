package jp.tsunagi.people.staff;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.trace.Coverage;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.people.staff.Sessions.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * Every request passes here: who is it, does the route let them in, and has the action left the row
 * its route states. A route that states nothing lets nobody in.
 */
@Component
final class Door implements HandlerInterceptor {
  static final String COOKIE = "__Host-tsunagi";
  private static final String ACTOR = Door.class.getName() + ".actor";

  private final Sessions sessions;
  private final FrameOffer frames;
  private final PersonMark marks;
  private final Onlookers onlookers;
  private final List<Gate> gates;

  Door(
      Sessions sessions,
      FrameOffer frames,
      PersonMark marks,
      Onlookers onlookers,
      List<Gate> gates) {
    this.sessions = sessions;
    this.frames = frames;
    this.marks = marks;
    this.onlookers = onlookers;
    this.gates = List.copyOf(gates);
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws java.io.IOException {
    if (!(handler instanceof HandlerMethod method)) {
      return true;
    }
    Permission permission = permission(method);
    Optional<SignedIn> signedIn = signedIn(request);
    Optional<Actor> actor = signedIn.map(SignedIn::actor);
    request.setAttribute(ACTOR, actor.orElseGet(() -> actor(request)));
    if (actor(request) instanceof Actor.Staff) {
      // a language that a family chose at a shared PC is not the staff's
      signedIn
          .map(SignedIn::language)
          .map(Locale::forLanguageTag)
          .ifPresent(LocaleContextHolder::setLocale);
    }
    frames.offer(request, actor(request), signedIn);
    Coverage.begin(method.getMethodAnnotation(Traced.class));
    if (permission != Permission.PUBLIC && isOfAnotherPage(request)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return false;
    }
    if (signedIn.filter(SignedIn::handedPassword).isPresent() && !beforeOwn(request)) {
      redirect(response, AccountPasswordController.URL);
      return false;
    }
    if (signedIn.filter(Door::lacksFactorOnly).isPresent() && !beforeFactor(request)) {
      redirect(response, SecondFactorController.URL);
      return false;
    }
    if (permission.allows(actor(request))) {
      if (actor(request) instanceof Actor.Staff staff) {
        onlookers.check(request, method, staff);
        var route = Gate.Route.of(request, method);
        Optional<String> first =
            gates.stream().flatMap(gate -> gate.instead(staff, route).stream()).findFirst();
        if (first.isPresent()) {
          redirect(response, first.get());
          return false;
        }
      }
      return signedIn.isEmpty() || passwordFirst(request, response, method, signedIn.get());
    }
    if (actor.isEmpty()) {
      sendToSignIn(request, response);
      return false;
    }
    throw new NotFound();
  }

  /** The page that says that something failed asks nothing more of a database that may be down. */
  private Optional<SignedIn> signedIn(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) != null
        ? Optional.empty()
        : cookie(request).flatMap(isLeftAlone(request) ? sessions::leftAlone : sessions::signedIn);
  }

  /**
   * Whether it comes from a page of somebody else than who is signed in now: of another person, or
   * of the same one in another municipality. Where nobody is signed in one signs in first.
   */
  private boolean isOfAnotherPage(HttpServletRequest request) {
    String mark = marks.of(actor(request));
    return mark != null && FormTokens.mark(request).filter(sent -> !sent.equals(mark)).isPresent();
  }

  /** Whether it goes on: the password was shown lately, where the route asks for that. */
  private static boolean passwordFirst(
      HttpServletRequest request,
      HttpServletResponse response,
      HandlerMethod method,
      SignedIn who) {
    AfterPassword stated = method.getMethodAnnotation(AfterPassword.class);
    Duration allowed =
        request.getMethod().equals("GET") ? AfterPassword.TO_SEE : AfterPassword.TO_SEND;
    if (stated == null
        || who.sincePassword().filter(age -> age.compareTo(allowed) < 0).isPresent()) {
      return true;
    }
    String path = request.getRequestURI();
    String page = stated.up() ? path.substring(0, path.lastIndexOf('/')) : path;
    redirect(response, AgainController.before(page));
    return false;
  }

  /** A page that nobody has touched for long asks whether the session is over. */
  private static boolean isLeftAlone(HttpServletRequest request) {
    return "idle".equals(request.getHeader("X-Requested-With"));
  }

  /** What may be done with a password that somebody else set: choose one's own, or leave. */
  private static boolean beforeOwn(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.equals(AccountPasswordController.URL)
        || path.equals(SignInController.OUT)
        || path.equals(SignInProviderController.BACK)
        || path.startsWith(SignInAgainController.URL);
  }

  /** An own password comes before the second factor. */
  private static boolean lacksFactorOnly(SignedIn signedIn) {
    return signedIn.factorMissing() && !signedIn.handedPassword();
  }

  /** What may be done where a second factor is required and missing: set it up, or leave. */
  private static boolean beforeFactor(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.equals(SecondFactorController.URL)
        || path.equals(PasskeysController.URL)
        || path.equals(PasskeysController.NEW)
        || path.equals(AgainController.URL)
        || path.equals(AgainController.PASSKEY)
        || path.equals(AgainController.PROVIDER)
        || path.equals(SignInProviderController.BACK)
        || path.startsWith(SignInAgainController.URL)
        || path.equals(ReadingController.URL)
        || path.equals(SignInController.OUT);
  }

  private static Permission permission(HandlerMethod method) {
    Permitted stated = method.getMethodAnnotation(Permitted.class);
    if (stated == null) {
      throw new NotFound();
    }
    return stated.value();
  }

  /** A page that stands open stays, with all that was typed, and asks to sign in in place. */
  private static void sendToSignIn(HttpServletRequest request, HttpServletResponse response)
      throws java.io.IOException {
    if (request.getHeader("HX-Request") != null || request.getHeader("X-Requested-With") != null) {
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    } else {
      boolean joins = request.getRequestURI().equals(AccountInvitationController.URL);
      redirect(response, joins ? SignInController.JOINING : "/sign-in");
    }
  }

  /** By path alone: the host that a request names may be made up. */
  private static void redirect(HttpServletResponse response, String path) {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader(HttpHeaders.LOCATION, path);
  }

  @Override
  public void postHandle(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable ModelAndView view) {
    if (handler instanceof HandlerMethod method && !Coverage.holds(refused(view))) {
      throw new IllegalStateException("no trace left by " + method);
    }
  }

  /** Input that was refused changed nothing; mostly it shows the child once more. */
  private static boolean refused(@Nullable ModelAndView view) {
    return view != null
        && view.getView() instanceof jp.tsunagi.base.ui.Screen screen
        && screen.refused();
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception failure) {
    Coverage.end();
  }

  static Actor actor(HttpServletRequest request) {
    return request.getAttribute(ACTOR) instanceof Actor actor ? actor : new Actor.Login();
  }

  static Optional<String> cookie(HttpServletRequest request) {
    return cookie(request, COOKIE);
  }

  static Optional<String> cookie(HttpServletRequest request, String name) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(name))
            .map(Cookie::getValue)
            .findFirst();
  }
}
