package jp.tsunagi.run.operations;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import jp.tsunagi.run.monitor.ProxySigns;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Before what came out of a backup is opened: whoever sits at this machine is served, and nobody
 * who comes through a proxy that stands on it.
 */
final class OnlyThisMachine extends OncePerRequestFilter {
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain rest)
      throws ServletException, IOException {
    boolean proxied =
        ProxySigns.mark(request.getProtocol(), header -> request.getHeader(header) != null);
    if (proxied || !HERE.contains(request.getServerName())) {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    } else {
      rest.doFilter(request, response);
    }
  }
}
