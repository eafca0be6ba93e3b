package jp.tsunagi.work.retention;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
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
import jp.tsunagi.people.staff.AfterPassword;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * {@code /retention/disposals/{id}}: approving what was proposed. The password is asked for before
 * the page, so that what is typed on it is not lost by the asking.
 */
@Controller
class DisposalController {
  private final Database database;
  private final Disposals disposals;
  private final RetentionWords words;
  private final Trace trace;

  DisposalController(Database database, Disposals disposals, RetentionWords words, Trace trace) {
    this.database = database;
    this.disposals = disposals;
    this.words = words;
    this.trace = trace;
  }

  @GetMapping("/retention/disposals/{id}")
  @Permitted(Permission.STAFF)
  @Traced(Action.NONE)
  @AfterPassword
  ModelAndView show(Actor.Staff actor, @PathVariable UUID id) {
    return Screen.of(database.call(actor, tx -> page(tx, actor, id, Typed.NOTHING, false)));
  }

  /** Decided in one transaction; then carried out in many. */
  @PostMapping("/retention/disposals/{id}")
  @Permitted(Permission.STAFF)
  @Traced({Action.DISPOSE, Action.LIST})
  @AfterPassword
  ModelAndView decide(
      Actor.Staff actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
    Typed typed = new Typed(sent);
    boolean approved = typed.text("verdict").equals("yes");
    boolean sound = (approved || typed.text("verdict").equals("no")) && fits(typed.text("word"));
    if (!sound) {
      return Screen.of(
          database.call(
              actor,
              tx -> {
                trace.write(tx, Entry.of(Action.LIST).purpose("RETENTION"));
                return page(tx, actor, id, typed, true);
              }),
          422);
    }
    database.run(actor, tx -> disposals.decide(tx, actor, id, approved, typed.text("word")));
    if (approved) {
      disposals.carryOut(actor, id);
    }
    return Screen.done(
        DisposalsController.URL, approved ? "retention.done.disposed" : "retention.done.refused");
  }

  private static boolean fits(String word) {
    return !word.isEmpty() && word.codePointCount(0, word.length()) <= RetentionController.LONGEST;
  }

  private DisposalPage page(Tx tx, Actor.Staff actor, UUID id, Typed typed, boolean sent) {
    Disposal disposal = disposals.toDecide(tx, actor, id);
    String said = typed.text("verdict");
    FieldView verdict =
        FieldView.of("verdict", t("retention.field.verdict"))
            .must()
            .error(sent && said.isEmpty() ? t("retention.problem.verdict") : null);
    FieldView word =
        FieldView.of("word", t("retention.field.word"))
            .must()
            .most(RetentionController.LONGEST)
            .value(typed.text("word"))
            .error(
                sent && !fits(typed.text("word"))
                    ? t("retention.problem.why", RetentionController.LONGEST)
                    : null);
    return new DisposalPage(
        words.entries(tx, List.of(disposal)).getFirst(),
        DisposalsController.URL + "/" + id,
        verdict,
        List.of(
            new Option("yes", t("retention.verdict.yes"), said.equals("yes")),
            new Option("no", t("retention.verdict.no"), said.equals("no"))),
        word,
        List.of(verdict, word));
  }
}
