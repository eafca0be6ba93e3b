package jp.tsunagi.record.print;

import static jp.tsunagi.record.print.PrintWords.w;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
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
import jp.tsunagi.people.child.Guardians;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.people.child.Invitations;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * {@code …/guardians/{guardian}/invitation/letter}: the letter with the one-time code as PDF. The
 * code is kept nowhere, so the page that shows it sends it here; a code that is not, or no longer,
 * this guardian's makes no letter.
 */
@Controller
class InvitationLetterController {
  private static final List<String> HERE = List.of("localhost", "127.0.0.1", "[::1]");

  private final Database database;
  private final Identities children;
  private final Guardians guardians;
  private final PdfRenderer renderer;
  private final Trace trace;

  InvitationLetterController(
      Database database,
      Identities children,
      Guardians guardians,
      PdfRenderer renderer,
      Trace trace) {
    this.database = database;
    this.children = children;
    this.guardians = guardians;
    this.renderer = renderer;
    this.trace = trace;
  }

  @PostMapping("/children/{child}/guardians/{guardian}/invitation/letter")
  @Permitted(Permission.INTAKE)
  @Traced(Action.PRINT)
  ModelAndView print(
      Actor.Staff actor,
      @PathVariable ChildId child,
      @PathVariable GuardianId guardian,
      @RequestHeader(HttpHeaders.HOST) String host,
      HttpServletRequest request,
      @RequestParam String code) {
    String address = scheme(request, host) + host + "/portal/invitation";
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

  /** Everywhere but on one's own machine the program is reached by HTTPS (docs/security.md). */
  private static String scheme(HttpServletRequest request, String host) {
    String name = URI.create("//" + host).getHost();
    return !request.isSecure() && HERE.contains(name) ? "http://" : "https://";
  }
}
