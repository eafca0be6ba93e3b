package jp.tsunagi.work.submission;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** {@code /submissions}: what one's place has handed in, and what waits for a second person. */
@Controller
class SubmissionsController {
  static final String URL = "/submissions";

  private final Database database;
  private final Submissions submissions;
  private final SubmissionWords words;

  SubmissionsController(Database database, Submissions submissions, SubmissionWords words) {
    this.database = database;
    this.submissions = submissions;
    this.words = words;
  }

  /** Names no child, and counts none of whom the reader may not be told. */
  @GetMapping("/submissions")
  @Permitted(Permission.STAFF)
  @Traced(Action.NONE)
  ModelAndView list(Actor.Staff actor) {
    boolean leads = !Submissions.leading(actor).isEmpty();
    if (!leads && !actor.may(Right.INTAKE)) {
      throw new NotFound();
    }
    return Screen.of(
        database.call(
            actor,
            tx -> {
              var places = words.places(tx);
              List<Submission> mine = submissions.mine(tx, actor);
              Map<UUID, Set<ChildId>> told = submissions.told(tx, actor, mine);
              return new SubmissionsPage(
                  mine.stream()
                      .map(
                          one -> row(tx, actor, one, told.getOrDefault(one.id(), Set.of()), places))
                      .toList(),
                  leads ? URL + "/new" : null);
            }));
  }

  private SubmissionsPage.Row row(
      Tx tx,
      Actor.Staff actor,
      Submission one,
      Set<ChildId> told,
      Map<OrganisationId, String> places) {
    long count =
        one.lines().stream().filter(line -> !line.leftOut() && told.contains(line.child())).count();
    int untold = one.lines().size() - told.size();
    return new SubmissionsPage.Row(
        URL + "/" + one.id(),
        SubmissionWords.title(one.what()),
        places.getOrDefault(one.what().place(), ""),
        words.room(tx, one),
        places.getOrDefault(one.what().receiver(), ""),
        t("submission.count", count, one.expected() - untold),
        SubmissionWords.status(one, tx.today(), Submissions.decides(tx, actor, one)),
        SubmissionWords.asked(one));
  }
}
