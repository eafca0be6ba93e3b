package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.t;

import jakarta.servlet.http.HttpServletRequest;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Screen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /account/second-factor/end}: its owner turns it off. */
@Controller
class SecondFactorEndController {
  static final String URL = SecondFactorController.URL + "/end";

  private final ChangeSecondFactor change;
  private final ClientAddress addresses;

  SecondFactorEndController(ChangeSecondFactor change, ClientAddress addresses) {
    this.change = change;
    this.addresses = addresses;
  }

  @GetMapping("/account/second-factor/end")
  @Permitted(Permission.STAFF)
  @Traced(Action.NONE)
  ModelAndView show() {
    return Screen.of(page(null));
  }

  @PostMapping("/account/second-factor/end")
  @Permitted(Permission.STAFF)
  @Traced(Action.SECOND_FACTOR)
  ModelAndView submit(
      Actor.Staff actor,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request) {
    return switch (change.end(actor, password, ShownAgain.At.of(addresses, request))) {
      case ChangeSecondFactor.Outcome.Refused(var why) -> Screen.of(page(why.words()), 422);
      case ChangeSecondFactor.Outcome.Done _ ->
          Screen.done(SecondFactorController.URL, "staff.factor.end.done");
    };
  }

  private static PasswordAgainPage page(@Nullable String wrong) {
    return new PasswordAgainPage(
        URL,
        SecondFactorController.URL,
        t("staff.factor.end.title"),
        t("staff.factor.end.lead"),
        RecoveryCodesController.password(wrong));
  }
}
