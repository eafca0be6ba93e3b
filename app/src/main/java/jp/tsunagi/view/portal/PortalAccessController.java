package jp.tsunagi.view.portal;

import static jp.tsunagi.base.ui.Text.has;
import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.record.emergency.EmergencyHistory;
import jp.tsunagi.record.law.LawHistory;
import jp.tsunagi.work.relocation.MovedAway;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** {@code /portal/children/{id}/access}: who looked, in the last year (F1). */
@Controller
class PortalAccessController {
  private static final Duration BACK = Duration.ofDays(365);

  private final Database database;
  private final Identities children;
  private final EmergencyHistory emergencies;
  private final LawHistory laws;
  private final MovedAway moved;
  private final Trace trace;

  PortalAccessController(
      Database database,
      Identities children,
      EmergencyHistory emergencies,
      LawHistory laws,
      MovedAway moved,
      Trace trace) {
    this.database = database;
    this.children = children;
    this.emergencies = emergencies;
    this.laws = laws;
    this.moved = moved;
    this.trace = trace;
  }

  @GetMapping("/portal/children/{id}/access")
  @Permitted(Permission.GUARDIAN)
  @Traced(Action.VIEW_CHILD)
  ModelAndView show(Actor.Guardian actor, @PathVariable ChildId id) {
    return Screen.of(
        database.call(
            actor,
            tx -> {
              var child = children.get(tx, id);
              var looks = AccessSql.since(tx, id, tx.now().minus(BACK));
              trace.write(tx, Entry.of(Action.VIEW_CHILD).child(id).purpose("ACCESS_HISTORY"));
              return new PortalAccessPage(
                  child.view(),
                  emergencies.of(tx, id),
                  laws.of(tx, id),
                  moved.seen(tx, id, tx.now().minus(BACK)),
                  days(looks),
                  "/portal");
            }));
  }

  /** Per day, and within it per organisation, post and purpose; what was done is named once. */
  static List<PortalAccessPage.Day> days(List<AccessSql.Look> looks) {
    Map<String, Map<List<String>, Set<String>>> days = new LinkedHashMap<>();
    for (AccessSql.Look look : looks) {
      String post = look.post().map(kind -> t("staff.post." + kind)).orElse("");
      days.computeIfAbsent(DateWords.weekday(look.day()).in(language()), _ -> new LinkedHashMap<>())
          .computeIfAbsent(
              List.of(look.organisation(), post, why(look)), _ -> new LinkedHashSet<>())
          .add(t("portal.access." + look.action()));
    }
    List<PortalAccessPage.Day> shown = new ArrayList<>();
    days.forEach((day, by) -> shown.add(new PortalAccessPage.Day(day, looks(by))));
    return shown;
  }

  /** What for: where a purpose was asked for that one, otherwise from the ground it rested on. */
  private static String why(AccessSql.Look look) {
    return Stream.concat(
            look.purpose().map(purpose -> "portal.access.for." + purpose).stream(),
            look.ground().map(ground -> "portal.access.why." + ground).stream())
        .filter(key -> has(key))
        .findFirst()
        .map(key -> t(key))
        .orElse("");
  }

  private static List<PortalAccessPage.Look> looks(Map<List<String>, Set<String>> by) {
    List<PortalAccessPage.Look> looks = new ArrayList<>();
    by.forEach((who, what) ->
        looks.add(
            new PortalAccessPage.Look(
                who.getFirst(), who.get(1), who.getLast(), List.copyOf(what))));
    return looks;
  }
}
