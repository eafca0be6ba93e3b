package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.t;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.base.ui.RequestNumber;
import jp.tsunagi.base.ui.Screen;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * {@code /error}: the page for whatever did not go as asked. What is absent and what is forbidden
 * get the same page (SECURITY: invariant 3).
 */
@Controller
class ErrorController implements org.springframework.boot.webmvc.error.ErrorController {
  private final PersonMark marks;

  ErrorController(PersonMark marks) {
    this.marks = marks;
  }

  @RequestMapping("/error")
  @Permitted(Permission.PUBLIC)
  @Traced(Action.NONE)
  ModelAndView show(HttpServletRequest request, HttpServletResponse response) {
    int status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? code
            : 404;
    if (status == HttpServletResponse.SC_FORBIDDEN) {
      Incidents.FORGED_FORM.note();
    }
    if (status == HttpServletResponse.SC_BAD_REQUEST
        || status == HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE) {
      Incidents.UNREADABLE.note();
    }
    if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
      response.setHeader(HttpHeaders.RETRY_AFTER, Busy.COME_AGAIN);
    }
    String kind =
        status == HttpServletResponse.SC_FORBIDDEN && isOfAnotherPage(request)
            ? "staff.error.other"
            : kind(status);
    RefusalView refusal = refusal(kind, Door.actor(request));
    return Screen.of(
        new ErrorPage(isLogged(status, request) ? numbered(refusal, request) : refusal), status);
  }

  /**
   * A number is shown only where the log has a line with it: absent and forbidden look the same.
   */
  private static boolean isLogged(int status, HttpServletRequest request) {
    return status >= 500
        && (status != HttpServletResponse.SC_SERVICE_UNAVAILABLE
            || request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) != null);
  }

  private static RefusalView numbered(RefusalView refusal, HttpServletRequest request) {
    return RequestNumber.of(request)
        .map(number -> refusal.why(t("staff.error.number", number)))
        .orElse(refusal);
  }

  /** A page that stood open while its person switched, or somebody else signed in. */
  private boolean isOfAnotherPage(HttpServletRequest request) {
    String mark = marks.of(Door.actor(request));
    return mark != null
        && FormTokens.mark(request)
            .filter(sent -> !sent.isEmpty() && !sent.equals(mark))
            .isPresent();
  }

  private static String kind(int status) {
    return switch (status) {
      case 400, 403, 404, 413, 503 -> "staff.error." + status;
      default -> status < 500 ? "staff.error.400" : "staff.error.500";
    };
  }

  private static RefusalView refusal(String key, Actor actor) {
    boolean family = actor instanceof Actor.Guardian && key.matches(".*(404|500)");
    return new RefusalView(
        t(key + ".what"),
        List.of(t(key + ".why")),
        t(family ? "staff.error.family.remedy" : key + ".remedy"),
        List.of(new Link("/", t("staff.error.back"))));
  }
}
