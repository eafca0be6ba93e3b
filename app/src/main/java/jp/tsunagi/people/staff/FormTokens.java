package jp.tsunagi.people.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/**
 * The secret of the forms bears whose page the form stands on ({@link PersonMark}): what was
 * written for one municipality is never taken in another, nor what one person wrote as another's.
 */
final class FormTokens implements CsrfTokenRequestHandler {
  private static final String BETWEEN = "~";

  private final XorCsrfTokenRequestAttributeHandler secrets =
      new XorCsrfTokenRequestAttributeHandler();

  /** As a page of whoever has that mark sends it; null where nobody is signed in. */
  static String of(CsrfToken token, @Nullable String mark) {
    return mark == null ? token.getToken() : token.getToken() + BETWEEN + mark;
  }

  /**
   * Whose page sent the request: empty text where it was nobody's, nothing where no secret came
   * along.
   */
  static Optional<String> mark(HttpServletRequest request) {
    return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
        ? Optional.ofNullable(request.getHeader(token.getHeaderName()))
            .or(() -> Optional.ofNullable(request.getParameter(token.getParameterName())))
            .map(FormTokens::mark)
        : Optional.empty();
  }

  private static String mark(String sent) {
    int between = sent.indexOf(BETWEEN);
    return between < 0 ? "" : sent.substring(between + 1);
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
    secrets.handle(request, response, token);
  }

  @Override
  public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
    return secrets.resolveCsrfTokenValue(new Secret(request), token);
  }

  /** The request with the secret alone. */
  private static final class Secret extends HttpServletRequestWrapper {
    Secret(HttpServletRequest request) {
      super(request);
    }

    @Override
    public @Nullable String getHeader(String name) {
      return alone(super.getHeader(name));
    }

    @Override
    public @Nullable String getParameter(String name) {
      return alone(super.getParameter(name));
    }

    private static @Nullable String alone(@Nullable String sent) {
      return sent == null || !sent.contains(BETWEEN)
          ? sent
          : sent.substring(0, sent.indexOf(BETWEEN));
    }
  }
}
