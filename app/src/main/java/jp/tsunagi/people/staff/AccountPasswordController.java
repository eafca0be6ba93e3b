package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.t;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.FieldRefusal;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /account/password}: everybody's own password. */
@Controller
class AccountPasswordController {
  static final String URL = "/account/password";

  private final ChangeOwnPassword change;
  private final ClientAddress addresses;

  AccountPasswordController(ChangeOwnPassword change, ClientAddress addresses) {
    this.change = change;
    this.addresses = addresses;
  }

  @GetMapping("/account/password")
  @Permitted(Permission.SIGNED_IN)
  @Traced(Action.NONE)
  ModelAndView show(@RequestParam Optional<String> done) {
    return Screen.of(page(done.isPresent(), Optional.empty()));
  }

  @PostMapping("/account/password")
  @Permitted(Permission.SIGNED_IN)
  @Traced(Action.PASSWORD_SET)
  ModelAndView submit(
      Actor actor,
      @RequestParam(defaultValue = "") String old,
      @RequestParam(defaultValue = "") String fresh,
      @RequestParam(defaultValue = "") String again,
      HttpServletRequest request) {
    var refusal =
        change.with(
            actor,
            new ChangeOwnPassword.Request(
                old, fresh, again, Door.cookie(request).orElse(""), addresses.of(request)));
    return refusal.isEmpty()
        ? Screen.done(URL, "staff.password.done")
        : Screen.of(page(false, refusal), 422);
  }

  private static AccountPasswordPage page(boolean done, Optional<FieldRefusal> refusal) {
    return new AccountPasswordPage(
        done,
        field("old", refusal),
        field("fresh", refusal).hint(t("staff.setup.hint.password", Password.LEAST)),
        field("again", refusal));
  }

  private static FieldView field(String name, Optional<FieldRefusal> refusal) {
    return FieldView.of(name, t("staff.password.field." + name))
        .must()
        .error(
            refusal.filter(one -> one.field().equals(name)).map(FieldRefusal::words).orElse(null));
  }
}
