package jp.tsunagi.people.child;

import static jp.tsunagi.base.ui.Text.language;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Held;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.PublicAddress;
import jp.tsunagi.base.ui.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** {@code /children/{id}/guardians/{guardian}/invitation}: the letter with the one-time code. */
@Controller
class GuardianInvitationController {
  private final Database database;
  private final Identities children;
  private final Invitations invitations;
  private final Trace trace;
  private final PublicAddress addresses;

  GuardianInvitationController(
      Database database,
      Identities children,
      Invitations invitations,
      Trace trace,
      PublicAddress addresses) {
    this.database = database;
    this.children = children;
    this.invitations = invitations;
    this.trace = trace;
    this.addresses = addresses;
  }

  @GetMapping("/children/{id}/guardians/{guardian}/invitation")
  @Permitted(Permission.INTAKE)
  @Traced(Action.VIEW_CHILD)
  ModelAndView show(
      Actor.Staff actor,
      @PathVariable ChildId id,
      @PathVariable GuardianId guardian,
      HttpServletRequest request) {
    return Screen.of(
        database.call(
            actor,
            tx -> {
              Held.mustNotOnlySee(tx, id);
              trace.write(tx, Entry.of(Action.VIEW_CHILD).child(id).purpose("INVITATION"));
              return page(tx, actor, id, guardian, request, Optional.empty());
            }));
  }

  @PostMapping("/children/{id}/guardians/{guardian}/invitation")
  @Permitted(Permission.INTAKE)
  @Traced(Action.INVITE_GUARDIAN)
  ModelAndView issue(
      Actor.Staff actor,
      @PathVariable ChildId id,
      @PathVariable GuardianId guardian,
      HttpServletRequest request) {
    return Screen.of(
        database.call(
            actor,
            tx -> {
              children.get(tx, id);
              return page(
                  tx,
                  actor,
                  id,
                  guardian,
                  request,
                  Optional.of(invitations.issue(tx, id, guardian)));
            }));
  }

  /** The letter is printed at a post that takes children in. */
  private static boolean prints(Tx tx) {
    return Actor.of(tx) instanceof Actor.Staff staff
        && staff.seats().stream().anyMatch(seat -> seat.may(Right.PRINT) && seat.may(Right.INTAKE));
  }

  /** Who a guardian is belongs to the page of the guardians: for whoever reads that (FAMILY). */
  private GuardianInvitationPage page(
      Tx tx,
      Actor.Staff actor,
      ChildId id,
      GuardianId guardian,
      HttpServletRequest request,
      Optional<Invitations.Issued> issued) {
    Identity child = children.get(tx, id);
    Sight.reads(tx, actor, child, Category.FAMILY);
    Guardians.Related related = invitations.related(tx, id, guardian);
    String back = "/children/" + id + "/guardians";
    return new GuardianInvitationPage(
        child,
        related.person().name(),
        back + "/" + guardian + "/invitation",
        back,
        related.hasAccount(),
        addresses.told(request).typed() + "/portal/invitation",
        prints(tx) ? back + "/" + guardian + "/invitation/letter" : null,
        issued.map(Invitations.Issued::code).orElse(null),
        issued
            .map(it -> it.expires().atZone(ActingClock.JAPAN).toLocalDate())
            .map(day -> DateWords.full(day).in(language()))
            .orElse(null));
  }
}
