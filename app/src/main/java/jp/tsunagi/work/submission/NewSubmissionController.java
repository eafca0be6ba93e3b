package jp.tsunagi.work.submission;

import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.organisation.Organisations;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /submissions/new}: whoever leads at a place lists what is handed in. */
@Controller
class NewSubmissionController {
  private final Database database;
  private final Submissions submissions;
  private final Organisations organisations;
  private final Trace trace;

  NewSubmissionController(
      Database database, Submissions submissions, Organisations organisations, Trace trace) {
    this.database = database;
    this.submissions = submissions;
    this.organisations = organisations;
    this.trace = trace;
  }

  @GetMapping("/submissions/new")
  @Permitted(Permission.STAFF)
  @Traced(Action.LIST)
  ModelAndView choose(Actor.Staff actor, @RequestParam MultiValueMap<String, String> asked) {
    Typed typed = new Typed(asked);
    return Screen.of(
        database.call(
            actor,
            tx -> {
              SubmissionForm form = SubmissionForm.of(tx, actor, typed, organisations);
              Optional<Submission.What> what = form.what();
              boolean chosen = typed.values().containsKey("form");
              return page(tx, chosen ? form : form.fresh(), what);
            }));
  }

  @PostMapping("/submissions/new")
  @Permitted(Permission.STAFF)
  @Traced({Action.LEGAL_GROUND, Action.LIST})
  ModelAndView ask(Actor.Staff actor, @RequestParam MultiValueMap<String, String> sent) {
    Typed typed = new Typed(sent);
    return database.call(
        actor,
        tx -> {
          SubmissionForm form = SubmissionForm.of(tx, actor, typed, organisations);
          if (submissions.sentBefore(tx, actor, form.id())) {
            return Screen.done(SubmissionsController.URL, "submission.done.asked");
          }
          Optional<Submission.What> what = form.what();
          Optional<Submission> asked =
              what.flatMap(chosen ->
                  form.read(tx, actor, chosen, submissions.candidates(tx, form.seat(), chosen)));
          if (asked.isEmpty()) {
            return Screen.of(page(tx, form, what), 422);
          }
          submissions.ask(tx, asked.get());
          return Screen.done(SubmissionsController.URL, "submission.done.asked");
        });
  }

  private NewSubmissionPage page(Tx tx, SubmissionForm form, Optional<Submission.What> what) {
    Optional<List<Submissions.Candidate>> candidates =
        what.map(chosen -> submissions.candidates(tx, form.seat(), chosen));
    trace.write(
        tx,
        Entry.of(Action.LIST)
            .children(candidates.orElse(List.of()).stream().map(one -> one.child().id()).toList())
            .seat(form.seat())
            .purpose("SUBMISSION"));
    return form.view(candidates);
  }
}
