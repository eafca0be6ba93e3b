package jp.tsunagi.run.monitor;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jp.tsunagi.base.ui.RequestNumber;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Around every request, its error page included: gives it the number by which log and error page
 * call it, counts and times it by the pattern of its route (a path has ids in it), and writes one
 * line when the program failed at it.
 */
final class RequestWatch extends ValveBase {
  /** What the log calls the number. */
  static final String NUMBER = "request";

  private static final Logger LOG = LoggerFactory.getLogger(RequestWatch.class);
  private static final String ROUTE = RequestWatch.class.getName() + ".route";

  private final RequestMeters meters;

  RequestWatch(RequestMeters meters) {
    super(true);
    this.meters = meters;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    long begun = System.nanoTime();
    String number = RequestNumber.fresh();
    RequestNumber.give(request, number);
    MDC.put(NUMBER, number);
    try {
      getNext().invoke(request, response);
    } finally {
      String route = route(request);
      meters.note(request.getMethod(), route, response.getStatus(), System.nanoTime() - begun);
      sayIfFailed(request, response, route);
      MDC.remove(NUMBER);
    }
  }

  private static String route(Request request) {
    return request.getAttribute(ROUTE) instanceof String pattern ? pattern : RequestMeters.NO_ROUTE;
  }

  private static void sayIfFailed(Request request, Response response, String route) {
    int status = response.getStatus();
    Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    if (status < 500 || status == HttpServletResponse.SC_SERVICE_UNAVAILABLE && failure == null) {
      return;
    }
    LOG.error(
        "a request failed with {}: {} {}",
        status,
        RequestMeters.method(request.getMethod()),
        route,
        failure instanceof Throwable thrown ? cause(thrown) : null);
  }

  /** Without what the servlet container wrapped around it. */
  private static Throwable cause(Throwable thrown) {
    return thrown instanceof ServletException && thrown.getCause() != null
        ? thrown.getCause()
        : thrown;
  }

  /** Notes by which route a request came; that of its error page is none. */
  static final class Routes implements HandlerInterceptor {
    @Override
    public boolean preHandle(
        HttpServletRequest request, HttpServletResponse response, @Nullable Object handler) {
      if (request.getDispatcherType() == DispatcherType.REQUEST
          && request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)
              instanceof Object pattern) {
        request.setAttribute(ROUTE, pattern.toString());
      }
      return true;
    }
  }
}
