package jp.tsunagi.people.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import jp.tsunagi.base.ui.Asset;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Styles, scripts and fonts that bear the mark of their content may be kept by a browser for a
 * year; everything else is kept by nobody. What is text among them says in which encoding.
 */
final class AssetAnswers implements HandlerInterceptor {
  private static final CacheControl KEPT =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof ResourceHttpRequestHandler) {
      String path = request.getRequestURI();
      if (path.endsWith(".css") || path.endsWith(".js")) {
        response.setCharacterEncoding(StandardCharsets.UTF_8);
      }
      String mark = Optional.ofNullable(request.getParameter("v")).orElse("");
      if (Asset.isMark(path, mark)) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, KEPT.getHeaderValue());
      }
    }
    return true;
  }
}
