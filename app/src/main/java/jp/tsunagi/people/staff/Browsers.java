package jp.tsunagi.people.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
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
  private final FactorSeal seal;
  private final Clock clock;

  Browsers(ClientAddress addresses, CsrfTokenRepository forms, FactorSeal seal, Clock clock) {
    this.addresses = addresses;
    this.forms = forms;
    this.seal = seal;
    this.clock = clock;
  }

  Browser of(HttpServletRequest request) {
    return new Browser(
        addresses.of(request),
        Door.cookie(request, Devices.COOKIE).orElse(""),
        Door.cookie(request).orElse(""),
        terminal(request),
        Optional.ofNullable(request.getHeader(SignInAgainController.PERSON)).orElse(""),
        BrowserKind.of(Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("")),
        ticket(request).filter(one -> one.kind() == Membership.Kind.STAFF).isPresent());
  }

  private Optional<InvitationTicket> ticket(HttpServletRequest request) {
    return Door.cookie(request, InvitationTicket.COOKIE)
        .flatMap(cookie -> InvitationTicket.of(seal, cookie, clock.instant()));
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
   * has come in. Nor does a code wait any more that another login has shown here.
   *
   * @return where whoever comes in by the door goes: to what a code invites to, if one waits
   */
  String welcome(
      HttpServletRequest request, HttpServletResponse response, String session, Membership as) {
    keep(response, Door.COOKIE, session, -1);
    keep(response, HalfSignIn.COOKIE, "", 0);
    CsrfToken fresh = forms.generateToken(request);
    forms.saveToken(fresh, request, response);
    new XorCsrfTokenRequestAttributeHandler().handle(request, response, () -> fresh);
    Optional<InvitationTicket> waits = ticket(request).flatMap(one -> one.by(as.account()));
    waits.ifPresentOrElse(
        one -> invited(response, one.sealed(seal)), () -> answered(request, response));
    return waits.isPresent() ? AccountInvitationController.URL : "/";
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

  /** It is answered, or waits for nobody who is here now. */
  static void answered(HttpServletRequest request, HttpServletResponse response) {
    if (Door.cookie(request, InvitationTicket.COOKIE).isPresent()) {
      keep(response, InvitationTicket.COOKIE, "", 0);
    }
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
  static void leave(HttpServletRequest request, HttpServletResponse response) {
    keep(response, Door.COOKIE, "", 0);
    answered(request, response);
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
