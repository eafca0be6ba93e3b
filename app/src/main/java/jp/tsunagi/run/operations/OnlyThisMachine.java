package jp.tsunagi.run.operations;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Before what came out of a backup is opened: whoever sits at this machine is served, and nobody
 * who comes through a proxy that stands on it.
 */
final class OnlyThisMachine extends OncePerRequestFilter {
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

  /** By what it is known that somebody else passed a request on. */
  static final List<String> OF_A_PROXY =
      List.of(
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Forwarded-Proto",
          "X-Real-IP",
          "Forwarded",
          "Via");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain rest)
      throws ServletException, IOException {
    boolean proxied = OF_A_PROXY.stream().anyMatch(header -> request.getHeader(header) != null);
    if (proxied || !HERE.contains(request.getServerName())) {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    } else {
      rest.doFilter(request, response);
    }
  }
}
