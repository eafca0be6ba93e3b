package jp.tsunagi.record.print;

import static jp.tsunagi.base.ui.Text.t;
import static jp.tsunagi.schema.Tables.ISSUE;

import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.IssueId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.base.ui.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * {@code /issues/{id}}: a paper as it was handed out. Decided anew each time: for who may read all
 * that is on it, from a post with the right to print (or, for a workbook, to take out files).
 */
@Controller
class IssueController {
  private final Database database;
  private final Trace trace;

  IssueController(Database database, Trace trace) {
    this.database = database;
    this.trace = trace;
  }

  @GetMapping("/issues/{id}")
  @Permitted(Permission.STAFF)
  @Traced(Action.VIEW_FILE)
  ModelAndView show(Actor.Staff actor, @PathVariable IssueId id) {
    return database.call(actor, tx -> open(tx, actor, id));
  }

  private ModelAndView open(Tx tx, Actor.Staff actor, IssueId id) {
    Issued issue =
        IssueSql.find(tx, ISSUE.ISSUE_ID.eq(id)).stream().findFirst().orElseThrow(NotFound::new);
    Actor.Staff printing = Printing.with(actor, issue.format());
    return tx.as(printing, () -> deliver(tx, issue));
  }

  private ModelAndView deliver(Tx tx, Issued issue) {
    boolean there = !IssueSql.find(tx, ISSUE.ISSUE_ID.eq(issue.id())).isEmpty();
    if (!there || !IssueSql.wholeReadable(tx, issue)) {
      throw new NotFound();
    }
    if (IssueSql.heldBack(tx, issue)) {
      trace.write(tx, Entry.of(Action.VIEW_CHILD).child(issue.child()).ground("HELD_BACK"));
      return Screen.of(new IssueRefusalPage(refusal(issue, "print.held")), 422);
    }
    if (!Issues.consentHolds(tx, issue)) {
      trace.write(tx, Entry.of(Action.VIEW_CHILD).child(issue.child()).ground("ENDED"));
      return Screen.of(new IssueRefusalPage(refusal(issue, "print.ended")), 422);
    }
    trace.write(
        tx,
        Entry.of(Action.VIEW_FILE)
            .child(issue.child())
            .item(issue.item())
            .seat(Printing.seat(tx, issue.child()))
            .purpose(issue.purpose()));
    return new ModelAndView(
        new PaperFile(
            issue.format(),
            issue.format().fileName(issue.number()),
            IssueSql.content(tx, issue.id())));
  }

  private static RefusalView refusal(Issued issue, String why) {
    return new RefusalView(
        t(why + ".what", issue.number().text()),
        java.util.List.of(t(why + ".why")),
        t(why + ".remedy"),
        java.util.List.of(new Link("/children/" + issue.child(), t("print.child"))));
  }
}
