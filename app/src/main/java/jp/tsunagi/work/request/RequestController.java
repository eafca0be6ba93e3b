package jp.tsunagi.work.request;

import static jp.tsunagi.base.ui.Text.t;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.base.ui.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /requests/{request}}: one request, its answer, and taking it back (B4). */
@Controller
class RequestController {
  static final int LONGEST = 400;

  private final Database database;
  private final PlanRequests requests;
  private final RequestView view;
  private final Trace trace;

  RequestController(Database database, PlanRequests requests, RequestView view, Trace trace) {
    this.database = database;
    this.requests = requests;
    this.view = view;
    this.trace = trace;
  }

  @GetMapping("/requests/{request}")
  @Permitted(Permission.STAFF)
  @Traced(Action.VIEW_CHILD)
  ModelAndView show(Actor.Staff actor, @PathVariable ConsentId request) {
    return Screen.of(
        database.call(
            actor,
            tx -> {
              PlanRequests.Seen seen = PlanRequests.get(tx, actor, request);
              if (seen.side() == Side.ASKING) {
                RequestSql.told(tx, seen.request());
              }
              return page(tx, actor, seen, Typed.NOTHING, Map.of());
            }));
  }

  private RequestPage page(
      Tx tx, Actor.Staff actor, PlanRequests.Seen seen, Typed typed, Map<String, String> problems) {
    trace.write(
        tx,
        Entry.of(Action.VIEW_CHILD)
            .child(seen.request().child())
            .seat(seen.seat())
            .purpose("REQUESTS"));
    return view.page(tx, actor, seen, typed, problems);
  }

  @PostMapping("/requests/{request}/answer")
  @Permitted(Permission.STAFF)
  @Traced({Action.REQUEST, Action.VIEW_CHILD})
  ModelAndView answer(
      Actor.Staff actor,
      @PathVariable ConsentId request,
      @RequestParam MultiValueMap<String, String> sent) {
    Typed typed = new Typed(sent);
    return database.call(
        actor,
        tx -> {
          PlanRequests.Seen seen = PlanRequests.get(tx, actor, request);
          if (seen.side() != Side.ANSWERING) {
            throw new NotFound();
          }
          return typed.text("answer").equals("agree")
              ? agree(tx, actor, seen, typed)
              : refuse(tx, actor, seen, typed);
        });
  }

  private ModelAndView agree(Tx tx, Actor.Staff actor, PlanRequests.Seen seen, Typed typed) {
    return switch (requests.agree(tx, seen, sheet(typed), typed.all("section"))) {
      case NOTHING ->
          Screen.of(
              page(tx, actor, seen, typed, Map.of("section", t("request.problem.section"))), 422);
      case OVER -> done(seen, "request.done.before");
      case DONE -> done(seen, "request.done.agreed");
    };
  }

  private static SheetId sheet(Typed typed) {
    try {
      return SheetId.of(typed.text("sheet"));
    } catch (IllegalArgumentException unreadable) {
      throw new NotFound();
    }
  }

  private ModelAndView refuse(Tx tx, Actor.Staff actor, PlanRequests.Seen seen, Typed typed) {
    Map<String, String> problems = new HashMap<>();
    Optional<RefusalReason> why =
        Arrays.stream(RefusalReason.values())
            .filter(one -> one.name().equals(typed.text("reason")))
            .findFirst();
    String note = typed.text("note");
    if (why.isEmpty()) {
      problems.put("reason", t("request.problem.reason"));
    }
    boolean missing = why.equals(Optional.of(RefusalReason.OTHER)) && note.isEmpty();
    if (missing || note.codePointCount(0, note.length()) > LONGEST) {
      problems.put("note", t("request.problem.note", LONGEST));
    }
    if (!problems.isEmpty()) {
      return Screen.of(page(tx, actor, seen, typed, problems), 422);
    }
    return requests.refuse(tx, seen, why.orElseThrow(), note) == PlanRequests.Outcome.DONE
        ? done(seen, "request.done.refused")
        : done(seen, "request.done.before");
  }

  @PostMapping("/requests/{request}/withdrawal")
  @Permitted(Permission.STAFF)
  @Traced(Action.REQUEST)
  ModelAndView cancel(Actor.Staff actor, @PathVariable ConsentId request) {
    return database.call(
        actor,
        tx -> {
          PlanRequests.Seen seen = PlanRequests.get(tx, actor, request);
          if (seen.side() != Side.ASKING) {
            throw new NotFound();
          }
          return requests.cancel(tx, seen) == PlanRequests.Outcome.DONE
              ? done(seen, "request.done.cancelled")
              : done(seen, "request.done.before");
        });
  }

  /** Effective at once: nothing of it is read any more when this is answered. */
  @PostMapping("/requests/{request}/end")
  @Permitted(Permission.STAFF)
  @Traced({Action.REQUEST, Action.VIEW_CHILD})
  ModelAndView stop(
      Actor.Staff actor,
      @PathVariable ConsentId request,
      @RequestParam MultiValueMap<String, String> sent) {
    Typed typed = new Typed(sent);
    String why = typed.text("stop");
    return database.call(
        actor,
        tx -> {
          PlanRequests.Seen seen = PlanRequests.get(tx, actor, request);
          if (seen.side() != Side.ANSWERING) {
            throw new NotFound();
          }
          if (why.isEmpty() || why.codePointCount(0, why.length()) > LONGEST) {
            var problems = Map.of("stop", t("request.problem.stop", LONGEST));
            return Screen.of(page(tx, actor, seen, typed, problems), 422);
          }
          return requests.stop(tx, seen, why) == PlanRequests.Outcome.DONE
              ? done(seen, "request.done.stopped")
              : done(seen, "request.done.before");
        });
  }

  private static ModelAndView done(PlanRequests.Seen seen, String key) {
    return Screen.done("/requests/" + seen.request().id(), key);
  }
}
