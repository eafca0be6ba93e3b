package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.has;
import static jp.tsunagi.base.ui.Text.t;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Notice;
import jp.tsunagi.base.ui.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /account/sessions}: where one is signed in, of staff and guardians. */
@Controller
class SessionsController {
  static final String URL = "/account/sessions";
  private static final String OTHERS = URL + "/others/end";
  private static final String DONE = "staff.session.done.";

  private final SessionList sessions;

  SessionsController(SessionList sessions) {
    this.sessions = sessions;
  }

  @GetMapping("/account/sessions")
  @Permitted(Permission.SIGNED_IN)
  @Traced(Action.NONE)
  ModelAndView show(Actor actor, @RequestParam Optional<String> done, HttpServletRequest request) {
    List<SessionList.Line> lines = own(actor, request);
    return Screen.of(
        new SessionsPage(
            lines.stream().map(SessionsController::line).toList(),
            lines.stream().allMatch(SessionList.Line::here) ? null : OTHERS,
            "/",
            done.filter(key -> key.startsWith(DONE) && has(key))
                .map(key -> new Notice(t(key)))
                .orElse(null)));
  }

  private List<SessionList.Line> own(Actor actor, HttpServletRequest request) {
    return sessions.own(actor, Door.cookie(request).orElse(""));
  }

  private static SessionsPage.Line line(SessionList.Line one) {
    return new SessionsPage.Line(
        one.browser(), one.since(), one.seen(), one.here() ? null : URL + "/" + one.id() + "/end");
  }

  @GetMapping("/account/sessions/{id}/end")
  @Permitted(Permission.SIGNED_IN)
  @Traced(Action.NONE)
  ModelAndView ask(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
    return ask(actor, request, URL + "/" + id + "/end", line -> line.id().equals(id));
  }

  @PostMapping("/account/sessions/{id}/end")
  @Permitted(Permission.SIGNED_IN)
  @Traced(Action.SIGN_OUT)
  ModelAndView end(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
    sessions.end(actor, id, Door.cookie(request).orElse(""));
    return Screen.done(URL, DONE + "one");
  }

  @GetMapping("/account/sessions/others/end")
  @Permitted(Permission.SIGNED_IN)
  @Traced(Action.NONE)
  ModelAndView askOthers(Actor actor, HttpServletRequest request) {
    return ask(actor, request, OTHERS, line -> !line.here());
  }

  @PostMapping("/account/sessions/others/end")
  @Permitted(Permission.SIGNED_IN)
  @Traced(Action.SIGN_OUT)
  ModelAndView endOthers(Actor actor, HttpServletRequest request) {
    sessions.endOthers(actor, Door.cookie(request).orElse(""));
    return Screen.done(URL, DONE + "others");
  }

  private ModelAndView ask(
      Actor actor, HttpServletRequest request, String url, Predicate<SessionList.Line> which) {
    List<SessionsPage.Line> lines =
        own(actor, request).stream().filter(which).map(SessionsController::line).toList();
    if (lines.isEmpty()) {
      throw new NotFound();
    }
    return Screen.of(new SessionEndPage(url, lines, URL));
  }
}
