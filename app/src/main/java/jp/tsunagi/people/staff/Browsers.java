package jp.tsunagi.people.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.stereotype.Component;

/** What a browser tells of itself, and what it is given to keep. */
@Component
final class Browsers {
  private static final long DEVICE_AGE = Duration.ofDays(400).toSeconds();

  private final ClientAddress addresses;
  private final CsrfTokenRepository forms;

  Browsers(ClientAddress addresses, CsrfTokenRepository forms) {
    this.addresses = addresses;
    this.forms = forms;
  }

  Browser of(HttpServletRequest request) {
    return new Browser(
        addresses.of(request),
        Door.cookie(request, Devices.COOKIE).orElse(""),
        Door.cookie(request).orElse(""),
        terminal(request),
        Optional.ofNullable(request.getHeader(SignInAgainController.PERSON)).orElse(""),
        BrowserKind.of(Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("")));
  }

  /** The cookie of a registered terminal, empty when the browser has none. */
  static String terminal(HttpServletRequest request) {
    return Door.cookie(request, Terminals.COOKIE).orElse("");
  }

  /** Keeps that this is a registered terminal. */
  static void register(HttpServletResponse response, String terminal) {
    keep(response, Terminals.COOKIE, terminal, DEVICE_AGE);
  }

  /**
   * Keeps the session, and nothing of a sign-in half done. The secret of the forms is another from
   * now on: a page that stood open before, whoever opened it, sends nothing in the name of whoever
   * has come in.
   */
  void welcome(HttpServletRequest request, HttpServletResponse response, String session) {
    keep(response, Door.COOKIE, session, -1);
    keep(response, HalfSignIn.COOKIE, "", 0);
    CsrfToken fresh = forms.generateToken(request);
    forms.saveToken(fresh, request, response);
    new XorCsrfTokenRequestAttributeHandler().handle(request, response, () -> fresh);
  }

  /** Keeps another value of the session that goes on. */
  static void goOn(HttpServletResponse response, String session) {
    keep(response, Door.COOKIE, session, -1);
  }

  /** Keeps that somebody has signed in here. */
  static void know(HttpServletResponse response, String device) {
    keep(response, Devices.COOKIE, device, DEVICE_AGE);
  }

  /** Keeps a sign-in half done in the place of a session. */
  static void half(HttpServletResponse response, String cookie) {
    keep(response, HalfSignIn.COOKIE, cookie, HalfSignIn.LASTS.toSeconds());
    keep(response, Door.COOKIE, "", 0);
  }

  /** The same, when all was shown and as whom is asked for. */
  static void which(HttpServletResponse response, String cookie, String device) {
    half(response, cookie);
    know(response, device);
  }

  /** Keeps a code that was shown, on the way through signing in. */
  static void invited(HttpServletResponse response, String ticket) {
    keep(response, InvitationTicket.COOKIE, ticket, InvitationTicket.LASTS.toSeconds());
  }

  /** It is answered. */
  static void answered(HttpServletResponse response) {
    keep(response, InvitationTicket.COOKIE, "", 0);
  }

  /** Where somebody goes who has signed in: to what a code invites to, if one was shown here. */
  static String first(HttpServletRequest request) {
    return Door.cookie(request, InvitationTicket.COOKIE).isPresent()
        ? AccountInvitationController.URL
        : "/";
  }

  /** Keeps whence somebody went to the identity provider. */
  static void away(HttpServletResponse response, String journey) {
    keep(response, ProviderJourney.COOKIE, journey, ProviderJourney.LASTS.toSeconds());
  }

  /** Somebody came back from there. */
  static void arrived(HttpServletResponse response) {
    keep(response, ProviderJourney.COOKIE, "", 0);
  }

  /** Keeps no session any more. */
  static void leave(HttpServletResponse response) {
    keep(response, Door.COOKIE, "", 0);
    answered(response);
    forget(response);
  }

  /** Nothing that was shown so far comes back from the browser's own keeping. */
  static void forget(HttpServletResponse response) {
    response.addHeader("Clear-Site-Data", "\"cache\"");
  }

  /** For this host alone, and never readable by scripts. */
  private static void keep(HttpServletResponse response, String name, String value, long seconds) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(name, value)
            .secure(true)
            .httpOnly(true)
            .sameSite("Lax")
            .path("/")
            .maxAge(seconds)
            .build()
            .toString());
  }
}
