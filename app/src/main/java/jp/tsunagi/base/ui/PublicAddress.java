package jp.tsunagi.base.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * The address by which people reach the program, as it was stated when it was started. Letters bear
 * it, and passkeys are bound to it. The host that a request names is never taken for it: anybody
 * can write one.
 */
@Component
public final class PublicAddress {
  /** For so long a browser asks by HTTPS alone, once it was told so. */
  public static final Duration HTTPS_ONLY = Duration.ofDays(365);

  private static final String HERE = "localhost";
  private static final List<String> OWN = List.of(HERE, "127.0.0.1", "[::1]");
  private static final int HTTPS = 443;
  private static final int HTTP = 80;

  private final Optional<Origin> stated;

  PublicAddress(@Value("${tsunagi.public-address:}") String stated) {
    this.stated = stated.isBlank() ? Optional.empty() : Optional.of(read(stated).orElseThrow());
  }

  /**
   * Scheme, host and port, as a browser names them.
   *
   * @param address {@code https://tsunagi.example.lg.jp}, without a slash at the end
   * @param host the host alone
   */
  public record Origin(String address, String host) {
    /** The address without its scheme, as one types it. */
    public String typed() {
      return address.substring(address.indexOf("//") + 2);
    }
  }

  /**
   * Reads an address; empty when it is none that people can be told: HTTPS everywhere but on one's
   * own machine, a name and no number, and nothing behind it.
   */
  public static Optional<Origin> read(String text) {
    try {
      URI uri = new URI(text.strip().toLowerCase(Locale.ROOT));
      String host = uri.getHost();
      boolean known =
          host != null
              && ("https".equals(uri.getScheme())
                  || "http".equals(uri.getScheme()) && HERE.equals(host));
      boolean bare =
          List.of("", "/").contains(uri.getPath())
              && uri.getQuery() == null
              && uri.getFragment() == null
              && uri.getUserInfo() == null;
      return known && bare && !isNumber(host)
          ? Optional.of(new Origin(uri.getScheme() + "://" + host + port(uri), IDN.toASCII(host)))
          : Optional.empty();
    } catch (URISyntaxException unreadable) {
      return Optional.empty();
    }
  }

  private static boolean isNumber(String host) {
    return host.startsWith("[") || host.matches("[0-9.]+");
  }

  private static String port(URI uri) {
    int usual = "https".equals(uri.getScheme()) ? HTTPS : HTTP;
    return uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort();
  }

  /** Whether an address was stated by which people reach it by HTTPS. */
  public boolean isHttps() {
    return stated.filter(origin -> origin.address().startsWith("https://")).isPresent();
  }

  /**
   * As people are told it: as it was stated; where nothing was, as whoever is about to tell them
   * has reached it. Everywhere but on one's own machine that is by HTTPS (docs/security.md).
   */
  public Origin told(HttpServletRequest request) {
    return stated.orElseGet(() -> reached(request));
  }

  private static Origin reached(HttpServletRequest request) {
    String named = Optional.ofNullable(request.getHeader(HttpHeaders.HOST)).orElse(HERE);
    String host = Optional.ofNullable(URI.create("//" + named).getHost()).orElse(named);
    boolean plain = !request.isSecure() && OWN.contains(host);
    return new Origin((plain ? "http://" : "https://") + named, host);
  }

  /** To which passkeys are bound: as it was stated; where nothing was, this machine itself. */
  public Origin of(HttpServletRequest request) {
    return stated.orElseGet(
        () -> new Origin("http://" + HERE + ":" + request.getLocalPort(), HERE));
  }
}
