package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.has;
import static jp.tsunagi.base.ui.Text.t;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Municipality;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.FieldRefusal;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.Notice;
import jp.tsunagi.base.ui.PublicAddress;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.base.ui.Screen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /account/passkeys}: one's own passkeys, of staff and guardians. */
@Controller
class PasskeysController {
  static final String URL = "/account/passkeys";
  static final String NEW = URL + "/new";
  private static final String DONE = "staff.passkey.done.";

  private final Database database;
  private final AddPasskey add;
  private final PasskeyChallenge challenges;
  private final Accounts accounts;
  private final PublicAddress addresses;

  PasskeysController(
      Database database,
      AddPasskey add,
      PasskeyChallenge challenges,
      Accounts accounts,
      PublicAddress addresses) {
    this.database = database;
    this.add = add;
    this.challenges = challenges;
    this.accounts = accounts;
    this.addresses = addresses;
  }

  @GetMapping("/account/passkeys")
  @Permitted(Permission.SIGNED_IN)
  @Traced(Action.NONE)
  ModelAndView show(Actor actor, @RequestParam Optional<String> done) {
    Optional<Notice> notice =
        done.filter(key -> key.startsWith(DONE) && has(key)).map(key -> new Notice(t(key)));
    return Screen.of(database.call(actor, tx -> page(tx, actor, notice)));
  }

  private PasskeysPage page(Tx tx, Actor actor, Optional<Notice> notice) {
    AccountId account = ChangeOwnPassword.account(actor);
    boolean staff = actor instanceof Actor.Staff;
    List<Passkey> all = PasskeySql.of(tx, account);
    return new PasskeysPage(
        accounts.login(tx, account),
        t(staff ? "staff.passkey.lead.staff" : "staff.passkey.lead.family"),
        all.stream().map(PasskeysController::line).toList(),
        all.size() < Passkey.MOST ? new Link(NEW, t("staff.passkey.add")) : null,
        staff
            ? new Link(SecondFactorController.URL, t("staff.factor.title"))
            : new Link("/", t("staff.password.home")),
        notice.orElse(null));
  }

  private static PasskeysPage.Line line(Passkey one) {
    return new PasskeysPage.Line(
        one.name(),
        t("staff.passkey.added", StaffWords.day(one.added())),
        one.used()
            .map(at -> t("staff.passkey.used", StaffWords.moment(at)))
            .orElseGet(() -> t("staff.passkey.unused")),
        t(one.kept().eligible() ? "staff.passkey.kept.copied" : "staff.passkey.kept.one"),
        PasskeyEndController.url(one.id()));
  }

  @GetMapping("/account/passkeys/new")
  @Permitted(Permission.SIGNED_IN)
  @Traced(Action.NONE)
  @AfterPassword
  ModelAndView form(Actor actor, HttpServletRequest request) {
    return Screen.of(database.call(actor, tx -> form(tx, actor, "", request, null, null)));
  }

  @PostMapping("/account/passkeys")
  @Permitted(Permission.SIGNED_IN)
  @Traced(Action.SECOND_FACTOR)
  @AfterPassword
  ModelAndView submit(
      Actor actor,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String answer,
      HttpServletRequest request) {
    var sent = new AddPasskey.Request(name, answer, addresses.of(request), cookie(request));
    return switch (add.with(actor, sent)) {
      case AddPasskey.Outcome.Done(var codes) when codes.isEmpty() ->
          Screen.done(URL, DONE + "added");
      case AddPasskey.Outcome.Done(var codes) ->
          Screen.of(
              database.call(
                  actor,
                  tx ->
                      RecoveryCodesPage.of(
                          tx, accounts.login(tx, ChangeOwnPassword.account(actor)), codes)));
      case AddPasskey.Outcome.Unnamed(FieldRefusal why) ->
          refused(actor, name, request, null, why.words());
      case AddPasskey.Outcome.Refused(PasskeyRefusal why) ->
          refused(actor, name, request, view(why), null);
    };
  }

  private ModelAndView refused(
      Actor actor,
      String name,
      HttpServletRequest request,
      @Nullable RefusalView refusal,
      @Nullable String wrong) {
    return Screen.of(
        database.call(actor, tx -> form(tx, actor, name, request, refusal, wrong)), 422);
  }

  /** What is said of a refusal. */
  static RefusalView view(PasskeyRefusal why) {
    return new RefusalView(t("staff.passkey.refused.what"), t(why.key()), t(why.key() + ".remedy"));
  }

  private static String cookie(HttpServletRequest request) {
    return Door.cookie(request).orElse("");
  }

  private PasskeyNewPage form(
      Tx tx,
      Actor actor,
      String name,
      HttpServletRequest request,
      @Nullable RefusalView refusal,
      @Nullable String wrong) {
    AccountId account = ChangeOwnPassword.account(actor);
    String login = accounts.login(tx, account);
    String challenge = challenges.make(tx, PasskeyChallenge.Purpose.add(cookie(request)));
    var owner =
        new PasskeyAsk.Owner(
            PasskeyChallenge.letters(Passkeys.handle(account)),
            login,
            t("staff.factor.issuer", Municipality.name(tx)));
    PasskeyAsk ask = PasskeyAsk.add(tx, challenge, addresses.of(request), account, owner);
    return new PasskeyNewPage(
        URL,
        login,
        FieldView.of("name", t("staff.passkey.field.name"))
            .must()
            .hint(t("staff.passkey.hint.name"))
            .value(name)
            .error(wrong),
        actor instanceof Actor.Guardian ? ask.alone() : ask,
        refusal);
  }
}
