package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.t;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.FieldRefusal;
import jp.tsunagi.base.ui.Fields;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.RefusalView;
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
  private final ForgetSubject forget;
  private final SecureRandom random = new SecureRandom();

  StaffPasswordController(Database database, SetPassword set, ForgetSubject forget) {
    this.database = database;
    this.set = set;
    this.forget = forget;
  }

  @GetMapping("/staff/{id}/password")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.NONE)
  @AfterPassword
  ModelAndView show(Actor.Staff actor, @PathVariable StaffId id) {
    var account = new StaffDraft.Account("", Password.suggested(random));
    return Screen.of(page(actor, id, account, List.of()));
  }

  @PostMapping("/staff/{id}/password")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.PASSWORD_SET)
  @AfterPassword
  ModelAndView submit(
      Actor.Staff actor,
      @PathVariable StaffId id,
      @RequestParam UUID form,
      @RequestParam Map<String, String> typed) {
    StaffDraft.Account account = StaffDraft.Account.of(typed);
    return switch (set.with(actor, id, form, account)) {
      case Handing.Refused(var why) -> Screen.of(page(actor, id, account, why), 422);
      case Handing.Already _ ->
          Screen.of(new StaffHandedPage(StaffController.url(id), there(actor, id).name()), 422);
      case Handing.Done _ ->
          Screen.of(
              database.call(
                  actor,
                  tx ->
                      StaffController.slip(tx, StaffController.there(tx, id), account.password())));
    };
  }

  @PostMapping("/staff/{id}/password/provider")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.ADMINISTER)
  @AfterPassword(up = true)
  ModelAndView forget(Actor.Staff actor, @PathVariable StaffId id) {
    forget.with(actor, id);
    return Screen.done(StaffController.url(id), "staff.provider.forget.done");
  }

  private StaffMember there(Actor.Staff actor, StaffId id) {
    return database.call(actor, tx -> StaffController.there(tx, id));
  }

  private StaffPasswordPage page(
      Actor.Staff actor, StaffId id, StaffDraft.Account account, List<FieldRefusal> refusals) {
    StaffMember there = there(actor, id);
    SetPassword.Shared shared = database.call(actor, tx -> SetPassword.shared(tx, there));
    boolean fresh = there.login().isEmpty() || shared == SetPassword.Shared.FREE;
    Fields fields = StaffController.fields(refusals);
    String lead = shared == SetPassword.Shared.FREE ? "anew" : fresh ? "open" : "hand";
    return new StaffPasswordPage(
        StaffController.url(id) + "/password",
        Id.fresh().toString(),
        StaffController.url(id),
        there.name(),
        t(there.login().isEmpty() ? "staff.account.open" : "staff.password.hand"),
        t("staff.password.lead." + lead, there.name()),
        shared == SetPassword.Shared.BY_TWO ? byTwo(id) : null,
        fresh ? null : there.login().map(StaffMember.Login::name).orElse(null),
        fields.must("login").value(account.login()),
        StaffController.password(fields, account).must(),
        database
            .call(actor, tx -> forget.of(tx, actor, there))
            .map(_ -> StaffController.url(id) + "/password/provider")
            .orElse(null));
  }

  private static RefusalView byTwo(StaffId id) {
    return new RefusalView(
        t("staff.password.shared.what"),
        List.of(t("staff.refused.shared")),
        t("staff.password.shared.remedy"),
        List.of(new Link(FactorRemovalController.url(id), t("staff.removal.title"))));
  }
}
