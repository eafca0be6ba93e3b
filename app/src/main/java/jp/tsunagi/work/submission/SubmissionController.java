package jp.tsunagi.work.submission;

import static jp.tsunagi.base.ui.Text.t;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import jp.tsunagi.base.ui.Fields;
import jp.tsunagi.base.ui.Icon;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.base.ui.StatusView;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.people.child.Identity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /submissions/{id}}: one list, its approval by a second person, and its end. */
@Controller
class SubmissionController {
  /** Sent instead of a child: those of the list who have no name for the reader any more. */
  private static final String UNNAMED = "unnamed";

  private final Database database;
  private final Submissions submissions;
  private final SubmissionWords words;
  private final Identities children;
  private final Trace trace;

  SubmissionController(
      Database database,
      Submissions submissions,
      SubmissionWords words,
      Identities children,
      Trace trace) {
    this.database = database;
    this.submissions = submissions;
    this.words = words;
    this.children = children;
    this.trace = trace;
  }

  @GetMapping("/submissions/{id}")
  @Permitted(Permission.STAFF)
  @Traced(Action.LIST)
  ModelAndView show(Actor.Staff actor, @PathVariable UUID id) {
    return Screen.of(database.call(actor, tx -> page(tx, actor, id, Typed.NOTHING, Map.of())));
  }

  @PostMapping("/submissions/{id}/decision")
  @Permitted(Permission.STAFF)
  @Traced({Action.LEGAL_GROUND, Action.LIST})
  ModelAndView decide(
      Actor.Staff actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
    Typed typed = new Typed(sent);
    return database.call(
        actor,
        tx -> {
          Submission one = submissions.get(tx, actor, id);
          boolean approved = typed.text("verdict").equals("yes");
          Map<String, String> problems = new LinkedHashMap<>();
          if (!approved && !typed.text("verdict").equals("no")) {
            problems.put("verdict", t("submission.problem.choose"));
          }
          if (approved && typed.all("child").isEmpty()) {
            problems.put("child", t("submission.problem.kept"));
          }
          text(problems, typed, "word");
          if (!problems.isEmpty()) {
            return Screen.of(page(tx, actor, id, typed, problems), 422);
          }
          submissions.decide(tx, actor, id, picked(one, typed), approved, typed.text("word"));
          return Screen.done(
              SubmissionsController.URL,
              approved ? "submission.done.approved" : "submission.done.refused");
        });
  }

  @PostMapping("/submissions/{id}/end")
  @Permitted(Permission.STAFF)
  @Traced({Action.LEGAL_GROUND, Action.LIST})
  ModelAndView end(
      Actor.Staff actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
    Typed typed = new Typed(sent);
    return database.call(
        actor,
        tx -> {
          Submission one = submissions.get(tx, actor, id);
          Set<ChildId> which = new HashSet<>(picked(one, typed));
          if (typed.all("child").contains(UNNAMED)) {
            which.addAll(submissions.unnamed(tx, actor, one));
          }
          Map<String, String> problems = new LinkedHashMap<>();
          if (which.isEmpty()) {
            problems.put("child", t("submission.problem.nobody"));
          }
          text(problems, typed, "why");
          if (!problems.isEmpty()) {
            return Screen.of(page(tx, actor, id, typed, problems), 422);
          }
          submissions.end(tx, actor, id, which, typed.text("why"));
          return Screen.done(SubmissionsController.URL, "submission.done.ended");
        });
  }

  private static void text(Map<String, String> problems, Typed typed, String field) {
    String text = typed.text(field);
    if (text.isEmpty() || text.codePointCount(0, text.length()) > SubmissionForm.LONGEST) {
      problems.put(field, t("submission.problem.note", SubmissionForm.LONGEST));
    }
  }

  private static Set<ChildId> picked(Submission one, Typed typed) {
    return one.lines().stream()
        .map(Submission.Line::child)
        .filter(child -> typed.all("child").contains(child.toString()))
        .collect(Collectors.toSet());
  }

  private SubmissionPage page(
      Tx tx, Actor.Staff actor, UUID id, Typed typed, Map<String, String> problems) {
    Submission one = submissions.get(tx, actor, id);
    boolean decides = Submissions.decides(tx, actor, one);
    Map<ChildId, Identity> named = submissions.named(tx, actor, one);
    Set<ChildId> seen =
        children.find(tx, named.keySet()).stream().map(Identity::id).collect(Collectors.toSet());
    Set<UUID> holding = submissions.holding(tx, List.of(one));
    boolean ends = !holding.isEmpty() && Submissions.leads(actor, one);
    Set<ChildId> unnamed = submissions.unnamed(tx, actor, one);
    boolean open =
        one.lines().stream()
            .anyMatch(line -> unnamed.contains(line.child()) && holding.contains(line.ground()));
    trace.write(tx, Entry.of(Action.LIST).children(named.keySet()).purpose("SUBMISSION"));
    var places = words.places(tx);
    Fields fields = new Fields("submission.field.", "submission.hint.", typed, problems);
    FieldView verdict = fields.must("verdict");
    FieldView word = fields.must("word").most(SubmissionForm.LONGEST);
    FieldView why = fields.must("why").most(SubmissionForm.LONGEST);
    FieldView child = fields.must("child");
    return new SubmissionPage(
        SubmissionWords.title(one.what()),
        places.getOrDefault(one.what().place(), ""),
        words.room(tx, one),
        places.getOrDefault(one.what().receiver(), ""),
        one.note(),
        t("submission.until", SubmissionWords.day(one.lastDay())),
        SubmissionWords.status(one, tx.today(), decides),
        SubmissionWords.asked(one),
        one.decision().map(Submission.Decision::note).orElse(""),
        named.values().stream()
            .flatMap(each ->
                one.lines().stream()
                    .filter(line -> line.child().equals(each.id()))
                    .map(line ->
                        row(line, each, seen, holding, one.waits(tx.today()), decides, typed)))
            .toList(),
        unnamed.isEmpty() ? "" : t("submission.unnamed", unnamed.size()),
        ends && open ? UNNAMED : null,
        decides ? SubmissionsController.URL + "/" + id + "/decision" : null,
        verdict,
        fields.options("verdict", List.of("yes", "no"), say -> t("submission.verdict." + say)),
        word,
        ends ? SubmissionsController.URL + "/" + id + "/end" : null,
        why,
        child,
        List.of(verdict, child, word, why));
  }

  private static SubmissionPage.Row row(
      Submission.Line line,
      Identity child,
      Set<ChildId> seen,
      Set<UUID> holding,
      boolean waits,
      boolean decides,
      Typed typed) {
    boolean holds = holding.contains(line.ground());
    String id = child.id().toString();
    return new SubmissionPage.Row(
        child.view(),
        child.line(),
        seen.contains(child.id()) ? "/sheets/" + line.sheet() : null,
        decides || holds ? id : null,
        typed.values().isEmpty() ? decides : typed.all("child").contains(id),
        status(line, holds, waits));
  }

  private static StatusView status(Submission.Line line, boolean holds, boolean waits) {
    if (holds) {
      return new StatusView(Icon.CHECK, t("submission.standing.SUBMITTED"), null, false);
    }
    if (waits) {
      return new StatusView(Icon.WAITING, t("submission.standing.WAITING"), null, false);
    }
    return line.leftOut()
        ? new StatusView(Icon.REMOVE, t("submission.line.out"), null, false)
        : new StatusView(Icon.ENDED, t("submission.line.over"), null, false);
  }
}
