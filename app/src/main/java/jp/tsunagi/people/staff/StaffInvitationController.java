package jp.tsunagi.people.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.PublicAddress;
import jp.tsunagi.base.ui.Screen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** {@code /staff/{id}/invitation}: the administrator hands a one-time code. */
@Controller
class StaffInvitationController {
  private final Database database;
  private final StaffInvitations invitations;
  private final PublicAddress addresses;

  StaffInvitationController(
      Database database, StaffInvitations invitations, PublicAddress addresses) {
    this.database = database;
    this.invitations = invitations;
    this.addresses = addresses;
  }

  static String url(StaffId staff) {
    return StaffController.url(staff) + "/invitation";
  }

  @GetMapping("/staff/{id}/invitation")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.NONE)
  @AfterPassword
  ModelAndView show(Actor.Staff actor, @PathVariable StaffId id, HttpServletRequest request) {
    Optional<Instant> until = database.call(actor, tx -> StaffInvitationSql.until(tx, id));
    return Screen.of(page(actor, id, request, null, until));
  }

  @PostMapping("/staff/{id}/invitation")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.ACCOUNT)
  @AfterPassword
  ModelAndView submit(Actor.Staff actor, @PathVariable StaffId id, HttpServletRequest request) {
    return made(actor, id, request);
  }

  /** A code, and the paper with it. */
  ModelAndView made(Actor.Staff actor, StaffId id, HttpServletRequest request) {
    StaffInvitations.Issued issued = invitations.issue(actor, id);
    return Screen.of(page(actor, id, request, issued.code(), Optional.of(issued.expires())));
  }

  private StaffInvitationPage page(
      Actor.Staff actor,
      StaffId id,
      HttpServletRequest request,
      @Nullable String code,
      Optional<Instant> until) {
    StaffMember there = database.call(actor, tx -> StaffController.there(tx, id));
    if (there.login().isPresent()) {
      throw new NotFound();
    }
    return new StaffInvitationPage(
        url(id),
        StaffController.url(id),
        there.name(),
        addresses.told(request).typed() + SignInInvitationController.URL,
        code,
        until
            .map(end -> StaffWords.day(end.atZone(ActingClock.JAPAN).toLocalDate().minusDays(1)))
            .orElse(null));
  }
}
