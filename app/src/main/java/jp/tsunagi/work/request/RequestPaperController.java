package jp.tsunagi.work.request;

import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Municipality;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.record.print.ChildFacts;
import jp.tsunagi.record.print.Format;
import jp.tsunagi.record.print.Issues;
import jp.tsunagi.record.print.PaperFile;
import jp.tsunagi.record.print.PdfRenderer;
import jp.tsunagi.record.print.PrintWords;
import jp.tsunagi.record.print.Printing;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * {@code /children/{child}/requests/{request}/paper}: the request as a letter to a place on paper.
 * Printed by the hub that answers for it: whoever asks is not told whether the place deals with the
 * child. Below the child, because of one whose address is hidden nothing goes out before a second
 * person has released it.
 */
@Controller
class RequestPaperController {
  private final Database database;
  private final RequestWords words;
  private final PdfRenderer renderer;
  private final Trace trace;

  RequestPaperController(Database database, RequestWords words, PdfRenderer renderer, Trace trace) {
    this.database = database;
    this.words = words;
    this.renderer = renderer;
    this.trace = trace;
  }

  @GetMapping("/children/{child}/requests/{request}/paper")
  @Permitted(Permission.PRINT)
  @Traced(Action.PRINT)
  ModelAndView print(
      Actor.Staff actor, @PathVariable ChildId child, @PathVariable ConsentId request) {
    Actor.Staff printing =
        Printing.with(actor, seat -> seat.may(Right.PRINT) && seat.may(Right.INTAKE));
    PaperFile paper = database.call(printing, tx -> pdf(tx, printing, actor, child, request));
    return new ModelAndView(paper);
  }

  /**
   * The letter.
   *
   * @param whole the same person at all posts: one at the place that asked prints nothing
   */
  private PaperFile pdf(
      Tx tx, Actor.Staff printing, Actor.Staff whole, ChildId child, ConsentId id) {
    PlanRequests.Seen seen = PlanRequests.get(tx, printing, id);
    PlanRequest request = seen.request();
    boolean forOther =
        seen.side() == Side.ANSWERING && !seen.seat().organisation().equals(request.author());
    boolean asked = request.state(tx.today()) == RequestState.ASKED;
    boolean own = whole.organisations().contains(request.asker());
    if (!forOther || own || !asked || !request.child().equals(child)) {
      throw new NotFound();
    }
    trace.write(
        tx, Entry.of(Action.PRINT).child(request.child()).seat(seen.seat()).purpose("REQUEST"));
    RequestWords.Places places = words.places(tx);
    var paper =
        new RequestPaper(
            request,
            Municipality.name(tx),
            places.name(request.child(), request.asker()),
            places.name(request.child(), request.author()),
            seen.seat().organisationName(),
            tx.today());
    return new PaperFile(
        Format.PDF,
        "request.pdf",
        renderer.render(
            paper.paper(ChildFacts.of(tx, request.child())),
            Issues.footing(tx, seen.seat(), PrintWords.w("request.paper.none"))));
  }
}
