package jp.tsunagi.run.monitor;

import java.util.List;
import java.util.function.Predicate;

/**
 * By what it is known that somebody else passed a request on: headers, and the HTTP version that
 * nginx speaks to a server when nobody told it otherwise.
 */
public final class ProxySigns {
  /** Any of them is enough. */
  public static final List<String> HEADERS =
      List.of(
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Forwarded-Proto",
          "X-Real-IP",
          "Forwarded",
          "Via");

  private static final String BARE_NGINX = "HTTP/1.0";

  private ProxySigns() {}

  /** Whether a request bears one of them. */
  public static boolean mark(String protocol, Predicate<String> header) {
    return protocol.equals(BARE_NGINX) || HEADERS.stream().anyMatch(header);
  }
}
