package jp.tsunagi.people.staff;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.FieldRefusal;
import jp.tsunagi.base.ui.Fields;
import jp.tsunagi.base.ui.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /staff/{id}/password}: the administrator hands out a password. */
@Controller
class StaffPasswordController {
  private final Database database;
  private final SetPassword set;
  private final SecureRandom random = new SecureRandom();

  StaffPasswordController(Database database, SetPassword set) {
    this.database = database;
    this.set = set;
  }

  @GetMapping("/staff/{id}/password")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.NONE)
  ModelAndView show(Actor.Staff actor, @PathVariable StaffId id) {
    var account = new StaffDraft.Account("", Password.suggested(random));
    return Screen.of(page(actor, id, account, List.of()));
  }

  @PostMapping("/staff/{id}/password")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.PASSWORD_SET)
  ModelAndView submit(
      Actor.Staff actor, @PathVariable StaffId id, @RequestParam Map<String, String> typed) {
    StaffDraft.Account account = StaffDraft.Account.of(typed);
    List<FieldRefusal> refusals = set.with(actor, id, account);
    return refusals.isEmpty()
        ? Screen.of(slip(actor, id, account.password()))
        : Screen.of(page(actor, id, account, refusals), 422);
  }

  private StaffPasswordPage page(
      Actor.Staff actor, StaffId id, StaffDraft.Account account, List<FieldRefusal> refusals) {
    StaffMember there = database.call(actor, tx -> StaffController.there(tx, id));
    Fields fields = StaffController.fields(refusals);
    return new StaffPasswordPage(
        StaffController.url(id) + "/password",
        StaffController.url(id),
        there.name(),
        there.login().map(StaffMember.Login::name).orElse(null),
        fields.must("login").value(account.login()),
        StaffController.password(fields, account).must());
  }

  private StaffSlipPage slip(Actor.Staff actor, StaffId id, String password) {
    StaffMember there = database.call(actor, tx -> StaffController.there(tx, id));
    return new StaffSlipPage(
        StaffController.url(id),
        there.name(),
        there.login().map(StaffMember.Login::name).orElse(""),
        password);
  }
}
