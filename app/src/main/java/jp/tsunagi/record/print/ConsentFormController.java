package jp.tsunagi.record.print;

import java.util.Locale;
import java.util.function.Function;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.record.ground.Consent;
import jp.tsunagi.record.ground.ConsentRegister;
import jp.tsunagi.record.ground.ConsentRequest;
import jp.tsunagi.record.ground.ConsentRequests;
import jp.tsunagi.record.ground.Reference;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * {@code /children/{child}/consents/{consent}/form}: the 同意書 of a prepared consent as PDF; {@code
 * …/withdrawal/form}: the 撤回書 of a given one. For posts that take children in or enrol them, and
 * may print. A paper with its reference is meant for the family: printing it sends the request.
 */
@Controller
class ConsentFormController {
  private final Database database;
  private final ConsentForm form;
  private final ConsentRequests requests;
  private final ConsentRegister register;
  private final PdfRenderer renderer;
  private final Trace trace;

  ConsentFormController(
      Database database,
      ConsentForm form,
      ConsentRequests requests,
      ConsentRegister register,
      PdfRenderer renderer,
      Trace trace) {
    this.database = database;
    this.form = form;
    this.requests = requests;
    this.register = register;
    this.renderer = renderer;
    this.trace = trace;
  }

  @GetMapping("/children/{child}/consents/{consent}/form")
  @Permitted(Permission.PRINT)
  @Traced(Action.PRINT)
  ModelAndView sign(
      Actor.Staff actor,
      @PathVariable ChildId child,
      @PathVariable ConsentId consent,
      @RequestParam(defaultValue = "ja") Locale language) {
    return printed(
        actor,
        child,
        language,
        tx -> {
          ConsentRequest request = requests.get(tx, child, consent);
          if (requests.send(tx, request)) {
            trace.write(tx, Entry.of(Action.GIVE_CONSENT).child(child).purpose("SENT"));
          }
          return pdf(tx, child, form.toSign(tx, request), Reference.shown(request.reference()));
        });
  }

  @GetMapping("/children/{child}/consents/{consent}/withdrawal/form")
  @Permitted(Permission.PRINT)
  @Traced(Action.PRINT)
  ModelAndView withdraw(
      Actor.Staff actor,
      @PathVariable ChildId child,
      @PathVariable ConsentId consent,
      @RequestParam(defaultValue = "ja") Locale language) {
    return printed(
        actor,
        child,
        language,
        tx -> {
          Consent given = register.get(tx, child, consent).consent();
          if (!given.canBeWithdrawn(tx.today())) {
            throw new NotFound();
          }
          return pdf(tx, child, form.toWithdraw(tx, given), PrintWords.w("print.consent.none"));
        });
  }

  private static boolean asks(Seat seat) {
    return seat.may(Right.PRINT) && (seat.may(Right.INTAKE) || seat.may(Right.ENROL));
  }

  private ModelAndView printed(
      Actor.Staff actor, ChildId child, Locale language, Function<Tx, PaperFile> made) {
    return PrintWords.in(
        language,
        () ->
            database.call(
                Printing.with(actor, ConsentFormController::asks),
                tx -> {
                  trace.write(
                      tx,
                      Entry.of(Action.PRINT)
                          .child(child)
                          .seat(Printing.seat(tx, child))
                          .purpose("CONSENT_FORM"));
                  return new ModelAndView(made.apply(tx));
                }));
  }

  private PaperFile pdf(Tx tx, ChildId child, Paper paper, String number) {
    Footing footing = Issues.footing(tx, Printing.seat(tx, child), number);
    return new PaperFile(Format.PDF, "form.pdf", renderer.render(paper, footing));
  }
}
