package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.t;

import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.FieldRefusal;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /staff/{id}/assignments/{assignment}/end}: a post ends, or does not begin at all. */
@Controller
class AssignmentEndController {
  private static final String END = "/staff/{id}/assignments/{assignment}/end";

  private final Database database;
  private final EndAssignment end;

  AssignmentEndController(Database database, EndAssignment end) {
    this.database = database;
    this.end = end;
  }

  @GetMapping(END)
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.NONE)
  ModelAndView show(
      Actor.Staff actor, @PathVariable StaffId id, @PathVariable AssignmentId assignment) {
    return Screen.of(database.call(actor, tx -> page(tx, id, assignment, "", Optional.empty())));
  }

  @PostMapping(END)
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.ADMINISTER)
  ModelAndView submit(
      Actor.Staff actor,
      @PathVariable StaffId id,
      @PathVariable AssignmentId assignment,
      @RequestParam(defaultValue = "") String lastDay) {
    Optional<FieldRefusal> refusal = end.with(actor, id, assignment, lastDay);
    return refusal.isEmpty()
        ? Screen.done(StaffController.url(id), "staff.done.ended")
        : Screen.of(database.call(actor, tx -> page(tx, id, assignment, lastDay, refusal)), 422);
  }

  @PostMapping("/staff/{id}/assignments/{assignment}/take-back")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.ADMINISTER)
  ModelAndView takeBack(
      Actor.Staff actor, @PathVariable StaffId id, @PathVariable AssignmentId assignment) {
    end.takeBack(actor, id, assignment);
    return Screen.done(StaffController.url(id), "staff.done.back");
  }

  /** An administrator has read that nobody there knows the person. */
  @PostMapping("/staff/{id}/assignments/{assignment}/refusal")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.ADMINISTER)
  ModelAndView seen(
      Actor.Staff actor, @PathVariable StaffId id, @PathVariable AssignmentId assignment) {
    end.seen(actor, id, assignment);
    return Screen.done(StaffController.url(id), "staff.newcomer.done.seen");
  }

  private static AssignmentEndPage page(
      Tx tx, StaffId staff, AssignmentId which, String typed, Optional<FieldRefusal> refusal) {
    HeldPost held = EndAssignment.held(tx, staff, which);
    if (held.standing() == HeldPost.Standing.REFUSED) {
      throw new NotFound();
    }
    String url = StaffController.url(staff);
    String assignment = url + "/assignments/" + which;
    return new AssignmentEndPage(
        assignment + "/end",
        url,
        StaffController.there(tx, staff).name(),
        held.organisationName(),
        StaffListController.post(held),
        StaffWords.period(held.period()),
        FieldView.of("lastDay", t("staff.assignment.field.lastDay"))
            .hint(t("staff.assignment.end.hint"))
            .must()
            .value(typed)
            .error(refusal.map(FieldRefusal::words).orElse(null)),
        EndAssignment.isTakenBack(held, tx.today()) ? assignment + "/take-back" : null,
        held.standing() == HeldPost.Standing.WAITS);
  }
}
