package jp.tsunagi.work.retention;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.ListFile;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.base.ui.TakeOut;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.staff.AfterPassword;
import jp.tsunagi.work.retention.DisposalSql.Disposal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /retention/disposals}: approving what was proposed, and the record of what is gone. */
@Controller
class DisposalsController {
  static final String URL = "/retention/disposals";

  private final Database database;
  private final Disposals disposals;
  private final RetentionWords words;
  private final Trace trace;

  DisposalsController(Database database, Disposals disposals, RetentionWords words, Trace trace) {
    this.database = database;
    this.disposals = disposals;
    this.words = words;
    this.trace = trace;
  }

  @GetMapping("/retention/disposals")
  @Permitted(Permission.STAFF)
  @Traced(Action.NONE)
  ModelAndView show(Actor.Staff actor) {
    return Screen.of(database.call(actor, tx -> page(tx, actor, Typed.NOTHING)));
  }

  /** Decided in one transaction; then carried out in many. */
  @PostMapping("/retention/disposals/{id}")
  @Permitted(Permission.STAFF)
  @Traced({Action.DISPOSE, Action.LIST})
  @AfterPassword(up = true)
  ModelAndView decide(
      Actor.Staff actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
    Typed typed = new Typed(sent).with("about", id.toString());
    boolean approved = typed.text("verdict." + id).equals("yes");
    boolean sound =
        (approved || typed.text("verdict." + id).equals("no")) && fits(typed.text("word." + id));
    if (!sound) {
      return Screen.of(
          database.call(
              actor,
              tx -> {
                trace.write(tx, Entry.of(Action.LIST).purpose("RETENTION"));
                return page(tx, actor, typed);
              }),
          422);
    }
    database.run(actor, tx -> disposals.decide(tx, actor, id, approved, typed.text("word." + id)));
    if (approved) {
      disposals.carryOut(actor, id);
    }
    return Screen.done(URL, approved ? "retention.done.disposed" : "retention.done.refused");
  }

  /** Goes on where it was broken off. */
  @PostMapping("/retention/disposals/{id}/continuation")
  @Permitted(Permission.STAFF)
  @Traced(Action.DISPOSE)
  ModelAndView goOn(Actor.Staff actor, @PathVariable UUID id) {
    disposals.carryOut(actor, id);
    return Screen.done(URL, "retention.done.disposed");
  }

  @PostMapping("/retention/disposals/file")
  @Permitted(Permission.EXPORT)
  @Traced(Action.EXPORT)
  ModelAndView file(Actor.Staff actor, @RequestParam MultiValueMap<String, String> asked) {
    String purpose =
        TakeOut.Purpose.of(new Typed(asked).text("purpose")).orElseThrow(NotFound::new).name();
    return database.call(
        actor,
        tx -> {
          DisposalsPage page = page(tx, actor, Typed.NOTHING);
          trace.write(tx, Entry.of(Action.EXPORT).purpose(purpose).about("retention.disposals"));
          return ListFile.of(
              t("retention.record"),
              Stream.of(
                      "number",
                      "place",
                      "kind",
                      "year",
                      "rule",
                      "sheets",
                      "children",
                      "disposed",
                      "kept",
                      "proposed",
                      "decided",
                      "why")
                  .map(head -> t("retention.head." + head))
                  .toList(),
              page.done().stream()
                  .flatMap(one -> one.lines().stream().map(line -> cells(one, line)))
                  .toList());
        });
  }

  private static List<String> cells(DisposalsPage.Entry one, DisposalsPage.Line line) {
    return List.of(
        one.number(),
        one.place(),
        line.kind(),
        line.year(),
        line.rule(),
        String.valueOf(line.sheets()),
        String.valueOf(line.children()),
        String.valueOf(line.disposed()),
        String.valueOf(line.kept()),
        one.proposed(),
        one.decided(),
        one.why());
  }

  private static boolean fits(String word) {
    return !word.isEmpty() && word.codePointCount(0, word.length()) <= RetentionController.LONGEST;
  }

  private DisposalsPage page(Tx tx, Actor.Staff actor, Typed typed) {
    Expiry.seats(actor);
    List<Disposal> all = disposals.of(tx, actor);
    Map<OrganisationId, String> places =
        words.places(tx, all.stream().map(Disposal::organisation).toList());
    return new DisposalsPage(
        all.stream()
            .filter(Disposal::waits)
            .map(one -> waiting(actor, one, entry(tx, one, places), typed))
            .toList(),
        all.stream().filter(one -> !one.waits()).map(one -> entry(tx, one, places)).toList(),
        new TakeOut(URL + "/file", List.of()));
  }

  private static DisposalsPage.Entry entry(
      Tx tx, Disposal one, Map<OrganisationId, String> places) {
    String state =
        one.waits()
            ? "waits"
            : one.runs() ? "runs" : one.approved().orElse(false) ? "done" : "refused";
    return new DisposalsPage.Entry(
        one.number().orElse(""),
        places.getOrDefault(one.organisation(), ""),
        one.lines().stream()
            .map(line ->
                new DisposalsPage.Line(
                    line.kind().words(),
                    RetentionWords.year(line.year()),
                    RetentionWords.rule(line.rule()),
                    line.sheets(),
                    line.children(),
                    line.disposed(),
                    line.kept()))
            .toList(),
        one.why(),
        t("retention.by", RetentionWords.day(one.proposedAt()), RuleSql.name(tx, one.proposedBy())),
        one.decidedBy()
            .map(by ->
                t(
                    "retention.by",
                    one.decidedAt().map(RetentionWords::day).orElse(""),
                    RuleSql.name(tx, by)))
            .orElse(""),
        t("retention.state." + state),
        one.runs() ? URL + "/" + one.id() + "/continuation" : null);
  }

  private static DisposalsPage.Waiting waiting(
      Actor.Staff actor, Disposal one, DisposalsPage.Entry entry, Typed typed) {
    boolean about = typed.text("about").equals(one.id().toString());
    String said = typed.text("verdict." + one.id());
    String text = typed.text("word." + one.id());
    FieldView verdict =
        FieldView.of("verdict." + one.id(), t("retention.field.verdict"))
            .must()
            .error(about && said.isEmpty() ? t("retention.problem.verdict") : null);
    FieldView word =
        FieldView.of("word." + one.id(), t("retention.field.word"))
            .must()
            .most(RetentionController.LONGEST)
            .value(text)
            .error(
                about && !fits(text)
                    ? t("retention.problem.why", RetentionController.LONGEST)
                    : null);
    return new DisposalsPage.Waiting(
        entry,
        Disposals.decides(actor, one) ? URL + "/" + one.id() : null,
        verdict,
        List.of(
            new Option("yes", t("retention.verdict.yes"), said.equals("yes")),
            new Option("no", t("retention.verdict.no"), said.equals("no"))),
        word,
        List.of(verdict, word));
  }
}
