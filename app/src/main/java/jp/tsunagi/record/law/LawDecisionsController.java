package jp.tsunagi.record.law;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

/** {@code /laws}: what waits for a second person, and what is open to one's own organisation. */
@Controller
class LawDecisionsController {
  static final String URL = "/laws";

  private final Database database;
  private final Identities children;
  private final Laws laws;
  private final LawWords words;
  private final Trace trace;

  LawDecisionsController(
      Database database, Identities children, Laws laws, LawWords words, Trace trace) {
    this.database = database;
    this.children = children;
    this.laws = laws;
    this.words = words;
    this.trace = trace;
  }

  @GetMapping("/laws")
  @Permitted(Permission.STAFF)
  @Traced(Action.LIST)
  ModelAndView show(Actor.Staff actor) {
    return Screen.of(database.call(actor, tx -> page(tx, actor, Typed.NOTHING)));
  }

  @PostMapping("/laws/{ground}")
  @Permitted(Permission.STAFF)
  @Traced({Action.LEGAL_GROUND, Action.LIST})
  ModelAndView decide(
      Actor.Staff actor,
      @PathVariable UUID ground,
      @RequestParam MultiValueMap<String, String> sent) {
    Typed typed = new Typed(sent).with("about", ground.toString());
    String verdict = typed.text("verdict." + ground);
    boolean approved = verdict.equals("yes");
    boolean sound = (approved || verdict.equals("no")) && fits(typed.text("word." + ground));
    return database.call(
        actor,
        tx -> {
          if (!sound) {
            return Screen.of(page(tx, actor, typed), 422);
          }
          laws.decide(tx, actor, ground, approved, typed.text("word." + ground));
          return Screen.done(URL, approved ? "law.done.approved" : "law.done.refused");
        });
  }

  private static boolean fits(String word) {
    return !word.isEmpty() && word.codePointCount(0, word.length()) <= LawForm.LONGEST;
  }

  /** The child is named to whoever decides: nobody approves what he does not know. */
  private LawDecisionsPage page(Tx tx, Actor.Staff actor, Typed typed) {
    List<LegalGround> waiting = laws.waiting(tx, actor);
    List<LegalGround> open = Laws.open(tx, actor);
    Map<ChildId, String> asked =
        tx.as(new Actor.Job(tx.tenant(), "law"), () -> names(tx, ids(waiting)));
    Map<ChildId, String> seen = names(tx, ids(open));
    trace.write(
        tx,
        Entry.of(Action.LIST)
            .children(
                Stream.concat(asked.keySet().stream(), seen.keySet().stream()).distinct().toList())
            .purpose("LEGAL_GROUNDS"));
    return new LawDecisionsPage(
        waiting.stream()
            .map(one ->
                waiting(
                    one,
                    asked.getOrDefault(one.child(), ""),
                    LawWords.line(one, words.places(tx, one.child()), tx.today(), null, null),
                    typed))
            .toList(),
        open.stream()
            .filter(one -> seen.containsKey(one.child()))
            .map(one ->
                new LawDecisionsPage.Open(
                    seen.getOrDefault(one.child(), ""),
                    "/children/" + one.child(),
                    LawWords.law(one),
                    LawWords.period(one)))
            .toList());
  }

  private static Set<ChildId> ids(List<LegalGround> grounds) {
    return grounds.stream().map(LegalGround::child).collect(Collectors.toSet());
  }

  private Map<ChildId, String> names(Tx tx, Set<ChildId> ids) {
    return children.find(tx, ids).stream()
        .collect(Collectors.toMap(child -> child.id(), child -> child.line()));
  }

  private static LawDecisionsPage.Waiting waiting(
      LegalGround one, String child, LawsPage.Line line, Typed typed) {
    boolean about = typed.text("about").equals(one.id().toString());
    String said = typed.text("verdict." + one.id());
    String text = typed.text("word." + one.id());
    FieldView verdict =
        FieldView.of("verdict." + one.id(), t("law.field.verdict"))
            .must()
            .error(about && said.isEmpty() ? t("law.problem.choose") : null);
    FieldView word =
        FieldView.of("word." + one.id(), t("law.field.word"))
            .must()
            .most(LawForm.LONGEST)
            .value(text)
            .error(about && !fits(text) ? t("law.problem.word", LawForm.LONGEST) : null);
    return new LawDecisionsPage.Waiting(
        child,
        line,
        URL + "/" + one.id(),
        verdict,
        List.of(
            new Option("yes", t("law.verdict.yes"), said.equals("yes")),
            new Option("no", t("law.verdict.no"), said.equals("no"))),
        word,
        List.of(verdict, word));
  }
}
