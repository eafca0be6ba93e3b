package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.t;

import jakarta.servlet.http.HttpServletRequest;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Screen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /account/second-factor/recovery-codes}: new codes in the place of the old ones. */
@Controller
class RecoveryCodesController {
  static final String URL = SecondFactorController.URL + "/recovery-codes";

  private final Database database;
  private final ChangeSecondFactor change;
  private final Accounts accounts;
  private final ClientAddress addresses;

  RecoveryCodesController(
      Database database, ChangeSecondFactor change, Accounts accounts, ClientAddress addresses) {
    this.database = database;
    this.change = change;
    this.accounts = accounts;
    this.addresses = addresses;
  }

  @GetMapping("/account/second-factor/recovery-codes")
  @Permitted(Permission.STAFF)
  @Traced(Action.NONE)
  ModelAndView show() {
    return Screen.of(page(null));
  }

  @PostMapping("/account/second-factor/recovery-codes")
  @Permitted(Permission.STAFF)
  @Traced(Action.SECOND_FACTOR)
  ModelAndView submit(
      Actor.Staff actor,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request) {
    return switch (change.renew(actor, password, ShownAgain.At.of(addresses, request))) {
      case ChangeSecondFactor.Outcome.Refused(var why) -> Screen.of(page(why.words()), 422);
      case ChangeSecondFactor.Outcome.Done(var codes) ->
          Screen.of(
              database.call(
                  actor,
                  tx -> RecoveryCodesPage.of(tx, accounts.login(tx, actor.account()), codes)));
    };
  }

  private static PasswordAgainPage page(@Nullable String wrong) {
    return new PasswordAgainPage(
        URL,
        SecondFactorController.URL,
        t("staff.factor.renew.title"),
        t("staff.factor.renew.lead"),
        password(wrong));
  }

  /** The field in which one's password is asked for once more. */
  static FieldView password(@Nullable String wrong) {
    return FieldView.of("password", t("staff.password.field.old")).must().error(wrong);
  }
}
