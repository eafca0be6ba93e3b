package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.people.staff.FactorRemoval.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /staff/{id}/factor-removal}: one administrator asks for it, another confirms it. */
@Controller
class FactorRemovalController {
  private static final int LONGEST = 400;

  private final Database database;
  private final RemoveFactor remove;

  FactorRemovalController(Database database, RemoveFactor remove) {
    this.database = database;
    this.remove = remove;
  }

  static String url(StaffId staff) {
    return StaffController.url(staff) + "/factor-removal";
  }

  @GetMapping("/staff/{id}/factor-removal")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.NONE)
  @AfterPassword
  ModelAndView show(Actor.Staff actor, @PathVariable StaffId id) {
    return Screen.of(database.call(actor, tx -> page(tx, actor, id, Optional.empty(), "")));
  }

  @PostMapping("/staff/{id}/factor-removal")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.SECOND_FACTOR)
  @AfterPassword
  ModelAndView ask(
      Actor.Staff actor, @PathVariable StaffId id, @RequestParam(defaultValue = "") String reason) {
    String given = reason.strip();
    String kept = given.substring(0, Math.min(given.length(), LONGEST));
    return answer(actor, id, remove.ask(actor, id, kept), url(id), "staff.removal.asked", kept);
  }

  @PostMapping("/staff/{id}/factor-removal/confirmation")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.SECOND_FACTOR)
  @AfterPassword(up = true)
  ModelAndView confirm(Actor.Staff actor, @PathVariable StaffId id) {
    return answer(
        actor,
        id,
        remove.confirm(actor, id),
        StaffController.url(id),
        "staff.removal.confirmed",
        "");
  }

  @PostMapping("/staff/{id}/factor-removal/withdrawal")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.SECOND_FACTOR)
  ModelAndView withdraw(Actor.Staff actor, @PathVariable StaffId id) {
    Optional<Refusal> refusal =
        remove.withdraw(actor, id) ? Optional.empty() : Optional.of(Refusal.OVER);
    return answer(actor, id, refusal, StaffController.url(id), "staff.removal.withdrawn", "");
  }

  private ModelAndView answer(
      Actor.Staff actor,
      StaffId id,
      Optional<Refusal> refusal,
      String next,
      String done,
      String typed) {
    return refusal.isEmpty()
        ? Screen.done(next, done)
        : Screen.of(database.call(actor, tx -> page(tx, actor, id, refusal, typed)), 422);
  }

  private FactorRemovalPage page(
      Tx tx, Actor.Staff actor, StaffId id, Optional<Refusal> refused, String typed) {
    StaffMember there = StaffController.there(tx, id);
    Optional<FactorRemoval> waiting = FactorRemovalSql.waiting(tx, id);
    Optional<Refusal> never =
        waiting.isPresent() ? Optional.empty() : remove.whyNotAsk(tx, actor, there);
    Optional<Refusal> said = refused.filter(why -> why != Refusal.REASON).or(() -> never);
    return new FactorRemovalPage(
        url(id),
        StaffController.url(id),
        there.name(),
        t(
            RemoveFactor.takesLogin(tx, there) ? "staff.removal.lead.login" : "staff.removal.lead",
            there.name()),
        said.map(why -> view(why, there)).orElse(null),
        waiting.isPresent() || never.isPresent() ? null : reason(refused, typed),
        waiting.map(one -> waits(tx, actor, there, one)).orElse(null));
  }

  private static FieldView reason(Optional<Refusal> refused, String typed) {
    boolean missing = refused.filter(why -> why == Refusal.REASON).isPresent();
    return FieldView.of("reason", t("staff.removal.field.reason"))
        .must()
        .hint(t("staff.removal.hint.reason"))
        .most(LONGEST)
        .value(typed)
        .error(missing ? t("staff.removal.refused.REASON") : null);
  }

  private static RefusalView view(Refusal why, StaffMember there) {
    String key = why.key();
    List<Link> ways =
        why == Refusal.YOURS
            ? List.of(new Link(SecondFactorController.URL, t("staff.factor.title")))
            : List.of(new Link(StaffController.url(there.id()), t("staff.slip.next")));
    return new RefusalView(
        t("staff.removal.refused.what"), List.of(t(key)), t(key + ".remedy"), ways);
  }

  private static String confirm(Tx tx, StaffMember there) {
    return RemoveFactor.takesLogin(tx, there) ? "login" : "confirm";
  }

  private static FactorRemovalPage.Waits waits(
      Tx tx, Actor.Staff actor, StaffMember there, FactorRemoval one) {
    boolean asked = one.askedBy().equals(actor.staff());
    boolean concerned = one.staff().equals(actor.staff());
    return new FactorRemovalPage.Waits(
        StaffRegisterSql.find(tx, one.askedBy()).map(StaffMember::name).orElse(""),
        StaffWords.moment(one.askedAt()),
        StaffWords.moment(one.until()),
        one.reason(),
        !asked && !concerned,
        t("staff.removal.note." + (concerned ? "yours" : asked ? "asked" : confirm(tx, there))));
  }
}
