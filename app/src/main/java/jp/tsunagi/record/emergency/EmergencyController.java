package jp.tsunagi.record.emergency;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.child.Identities;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /emergency}: opens a record in an emergency, and ends it. */
@Controller
class EmergencyController {
  static final String URL = "/emergency";

  private final Database database;
  private final Emergencies emergencies;
  private final Identities children;
  private final Trace trace;

  EmergencyController(
      Database database, Emergencies emergencies, Identities children, Trace trace) {
    this.database = database;
    this.emergencies = emergencies;
    this.children = children;
    this.trace = trace;
  }

  @GetMapping("/emergency")
  @Permitted(Permission.EMERGENCY)
  @Traced(Action.LIST)
  ModelAndView show(Actor.Staff actor) {
    return Screen.of(
        database.call(actor, tx -> page(tx, actor, new EmergencyForm(Typed.NOTHING, tx.today()))));
  }

  /** Nothing is said of a child before its record is open, with a reason, for this person. */
  @PostMapping("/emergency")
  @Permitted(Permission.EMERGENCY)
  @Traced({Action.EMERGENCY, Action.LIST})
  ModelAndView open(Actor.Staff actor, @RequestParam MultiValueMap<String, String> sent) {
    return database.call(
        actor,
        tx -> {
          EmergencyForm form = new EmergencyForm(new Typed(sent), tx.today());
          Optional<Seat> seat = form.seat(actor.with(Right.EMERGENCY));
          Optional<EmergencyForm.Read> read = form.read();
          if (seat.isEmpty() || read.isEmpty()) {
            return Screen.of(page(tx, actor, form), 422);
          }
          return switch (emergencies.open(tx, actor, seat.get(), read.get())) {
            case Emergencies.Opening.Opened(var child) ->
                Screen.done("/children/" + child, "emergency.done");
            case Emergencies.Opening.Unknown() -> {
              form.wrong("name", t("emergency.problem.unknown"));
              yield Screen.of(page(tx, actor, form), 422);
            }
            case Emergencies.Opening.TooMany(var daily) -> {
              form.wrong("name", t("emergency.problem.many", daily));
              yield Screen.of(page(tx, actor, form), 422);
            }
          };
        });
  }

  @PostMapping("/emergency/{id}/end")
  @Permitted(Permission.STAFF)
  @Traced(Action.EMERGENCY)
  ModelAndView close(Actor.Staff actor, @PathVariable UUID id) {
    database.run(actor, tx -> emergencies.close(tx, actor, id));
    return Screen.done("/day", "emergency.done.closed");
  }

  private EmergencyPage page(Tx tx, Actor.Staff actor, EmergencyForm form) {
    List<Emergency> mine = emergencies.mine(tx, actor);
    List<Emergency> open = mine.stream().filter(one -> one.isOpen(tx.now())).toList();
    Map<ChildId, String> names =
        children.find(tx, open.stream().map(Emergency::child).collect(Collectors.toSet())).stream()
            .collect(Collectors.toMap(child -> child.id(), child -> child.line()));
    trace.write(tx, Entry.of(Action.LIST).children(names.keySet()).purpose("EMERGENCY"));
    return new EmergencyPage(
        open.stream().map(one -> line(one, names.getOrDefault(one.child(), ""), true)).toList(),
        mine.stream().filter(one -> !open.contains(one)).map(one -> line(one, "", false)).toList(),
        form.view(actor.with(Right.EMERGENCY)));
  }

  private static EmergencyPage.Line line(Emergency one, String child, boolean open) {
    return new EmergencyPage.Line(
        child,
        "/children/" + one.child(),
        EmergencyWords.at(one.openedAt()),
        EmergencyWords.time(one.closesAt()),
        EmergencyWords.reason(one),
        open ? URL + "/" + one.id() + "/end" : null,
        EmergencyWords.outcome(one));
  }
}
