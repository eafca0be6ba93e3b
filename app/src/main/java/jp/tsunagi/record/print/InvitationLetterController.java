package jp.tsunagi.record.print;

import static jp.tsunagi.record.print.PrintWords.w;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.Municipality;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.PublicAddress;
import jp.tsunagi.people.child.Guardians;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.people.child.Invitations;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * {@code …/guardians/{guardian}/invitation/letter}: the letter with the one-time code as PDF. The
 * code is kept nowhere, so the page that shows it sends it here; a code that is not, or no longer,
 * this guardian's makes no letter.
 */
@Controller
class InvitationLetterController {
  private final Database database;
  private final Identities children;
  private final Guardians guardians;
  private final PdfRenderer renderer;
  private final Trace trace;
  private final PublicAddress addresses;

  InvitationLetterController(
      Database database,
      Identities children,
      Guardians guardians,
      PdfRenderer renderer,
      Trace trace,
      PublicAddress addresses) {
    this.database = database;
    this.children = children;
    this.guardians = guardians;
    this.renderer = renderer;
    this.trace = trace;
    this.addresses = addresses;
  }

  @PostMapping("/children/{child}/guardians/{guardian}/invitation/letter")
  @Permitted(Permission.INTAKE)
  @Traced(Action.PRINT)
  ModelAndView print(
      Actor.Staff actor,
      @PathVariable ChildId child,
      @PathVariable GuardianId guardian,
      HttpServletRequest request,
      @RequestParam String code) {
    String address = addresses.told(request).address() + "/portal/invitation";
    return database.call(
        Printing.with(actor, seat -> seat.may(Right.PRINT) && seat.may(Right.INTAKE)),
        tx -> {
          children.get(tx, child);
          Instant until = Invitations.until(tx, guardian, code).orElseThrow(NotFound::new);
          Seat seat = Printing.seat(tx, child);
          trace.write(
              tx, Entry.of(Action.PRINT).child(child).seat(seat).purpose("INVITATION_LETTER"));
          Paper paper = letter(tx, child, guardian, seat, until).paper(address, code.strip());
          byte[] pdf = renderer.render(paper, Issues.footing(tx, seat, w("print.consent.none")));
          return new ModelAndView(new PaperFile(Format.PDF, "invitation.pdf", pdf));
        });
  }

  private InvitationLetter letter(
      Tx tx, ChildId child, GuardianId guardian, Seat seat, Instant until) {
    String name =
        guardians.of(tx, child).stream()
            .filter(one -> one.person().id().equals(guardian))
            .map(one -> one.person().name())
            .findFirst()
            .orElseThrow(NotFound::new);
    return new InvitationLetter(
        name,
        Municipality.name(tx),
        seat.organisationName(),
        tx.today(),
        until.atZone(ActingClock.JAPAN).toLocalDate());
  }
}
