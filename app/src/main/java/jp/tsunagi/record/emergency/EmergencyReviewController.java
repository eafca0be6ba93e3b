package jp.tsunagi.record.emergency;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;
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

/**
 * {@code /emergency/reviews}: every opening ends justified or not, with a note, in five working
 * days.
 */
@Controller
class EmergencyReviewController {
  static final String URL = "/emergency/reviews";
  private static final int LONGEST = 400;

  private final Database database;
  private final Emergencies emergencies;
  private final Identities children;
  private final Trace trace;

  EmergencyReviewController(
      Database database, Emergencies emergencies, Identities children, Trace trace) {
    this.database = database;
    this.emergencies = emergencies;
    this.children = children;
    this.trace = trace;
  }

  @GetMapping("/emergency/reviews")
  @Permitted(Permission.STAFF)
  @Traced(Action.LIST)
  ModelAndView show(Actor.Staff actor) {
    return Screen.of(database.call(actor, tx -> page(tx, actor, Typed.NOTHING)));
  }

  @PostMapping("/emergency/reviews/{id}")
  @Permitted(Permission.STAFF)
  @Traced({Action.EMERGENCY, Action.LIST})
  ModelAndView review(
      Actor.Staff actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
    Typed typed = new Typed(sent).with("about", id.toString());
    String verdict = typed.text("verdict." + id);
    String word = typed.text("word." + id);
    boolean sound =
        (verdict.equals("yes") || verdict.equals("no"))
            && !word.isEmpty()
            && word.codePointCount(0, word.length()) <= LONGEST;
    return database.call(
        actor,
        tx -> {
          if (!sound) {
            return Screen.of(page(tx, actor, typed), 422);
          }
          emergencies.review(tx, actor, id, verdict.equals("yes"), word);
          return Screen.done(URL, "emergency.done.reviewed");
        });
  }

  /** The child is named: whoever answers for the opening must know whose record it was. */
  private EmergencyReviewPage page(Tx tx, Actor.Staff actor, Typed typed) {
    List<Emergency> all = emergencies.toReview(tx, actor);
    var ids = all.stream().map(Emergency::child).collect(Collectors.toSet());
    Map<ChildId, String> names =
        tx.as(
            new Actor.Job(tx.tenant(), "emergency"),
            () ->
                children.find(tx, ids).stream()
                    .collect(Collectors.toMap(child -> child.id(), child -> child.line())));
    trace.write(tx, Entry.of(Action.LIST).children(ids).purpose("EMERGENCY_REVIEW"));
    return new EmergencyReviewPage(
        all.stream()
            .map(one -> line(tx, one, names.getOrDefault(one.child(), ""), typed))
            .toList());
  }

  private static EmergencyReviewPage.Line line(Tx tx, Emergency one, String child, Typed typed) {
    boolean about = typed.text("about").equals(one.id().toString());
    String verdictField = "verdict." + one.id();
    String said = typed.text(verdictField);
    FieldView verdict =
        FieldView.of(verdictField, t("emergency.field.verdict"))
            .must()
            .error(about && said.isEmpty() ? t("emergency.problem.verdict") : null);
    String text = typed.text("word." + one.id());
    boolean fits = !text.isEmpty() && text.codePointCount(0, text.length()) <= LONGEST;
    FieldView word =
        FieldView.of("word." + one.id(), t("emergency.field.word"))
            .must()
            .most(LONGEST)
            .value(text)
            .error(about && !fits ? t("emergency.problem.word", LONGEST) : null);
    return new EmergencyReviewPage.Line(
        child,
        one.staffName(),
        one.organisationName() + "\u3000" + t("staff.post." + one.post()),
        EmergencyWords.at(one.openedAt()),
        EmergencyWords.time(one.closesAt()),
        EmergencyWords.reason(one),
        one.note(),
        EmergencyWords.day(one.due()),
        one.isOverdue(tx.today()),
        EmergencySql.looked(tx, one).entrySet().stream()
            .map(each ->
                t("emergency.looked", t("emergency.action." + each.getKey()), each.getValue()))
            .toList(),
        URL + "/" + one.id(),
        verdict,
        List.of(
            new Option("yes", t("emergency.justified"), said.equals("yes")),
            new Option("no", t("emergency.unjustified"), said.equals("no"))),
        word,
        List.of(verdict, word));
  }
}
