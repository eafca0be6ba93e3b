package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.t;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Screen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /account/again}: the password once more, on the way to what needs it. */
@Controller
class AgainController {
  static final String URL = "/account/again";

  private final Database database;
  private final Accounts accounts;
  private final PasswordAgain again;
  private final ClientAddress addresses;
  private final Trace trace;

  AgainController(
      Database database,
      Accounts accounts,
      PasswordAgain again,
      ClientAddress addresses,
      Trace trace) {
    this.database = database;
    this.accounts = accounts;
    this.again = again;
    this.addresses = addresses;
    this.trace = trace;
  }

  /** On the way to that page. */
  static String before(String path) {
    return URL + "?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
  }

  @GetMapping("/account/again")
  @Permitted(Permission.SIGNED_IN)
  @Traced(Action.NONE)
  ModelAndView show(Actor actor, @RequestParam(defaultValue = "/") String to) {
    return Screen.of(page(actor, to, null));
  }

  @PostMapping("/account/again")
  @Permitted(Permission.SIGNED_IN)
  @Traced(Action.PASSWORD_SHOWN)
  ModelAndView submit(
      Actor actor,
      @RequestParam(defaultValue = "/") String to,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request) {
    return switch (again.shown(ChangeOwnPassword.account(actor), password, addresses.of(request))) {
      case PasswordAgain.Answer.Doubt(String key) -> Screen.of(page(actor, to, t(key)), 422);
      case PasswordAgain.Answer.Right right ->
          shown(actor, right, Door.cookie(request).orElse(""))
              ? Screen.redirect(local(to))
              : Screen.of(page(actor, to, t(PasswordAgain.WRONG)), 422);
    };
  }

  private boolean shown(Actor actor, PasswordAgain.Answer.Right right, String cookie) {
    return database.call(
        actor,
        tx -> {
          boolean stands = PasswordAgain.stands(tx, right);
          if (stands) {
            Sessions.passwordShown(tx, cookie);
            trace.write(tx, Entry.of(Action.PASSWORD_SHOWN));
          }
          return stands;
        });
  }

  /** A page of ours and nothing else: the address may have been made up by anybody. */
  private static String local(String to) {
    return to.matches("/[A-Za-z0-9][A-Za-z0-9/_-]*") ? to : "/";
  }

  private AgainPage page(Actor actor, String to, @Nullable String wrong) {
    AccountId account = ChangeOwnPassword.account(actor);
    return new AgainPage(
        URL,
        database.call(actor, tx -> accounts.login(tx, account)),
        local(to),
        RecoveryCodesController.password(wrong));
  }
}
