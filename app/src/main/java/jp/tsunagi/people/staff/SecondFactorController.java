package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.t;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Municipality;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.QrImage;
import jp.tsunagi.base.ui.Screen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /account/second-factor}: a staff member's own second factor. */
@Controller
class SecondFactorController {
  static final String URL = "/account/second-factor";
  private static final int FEW = 3;

  private final Database database;
  private final SecondFactors factors;
  private final SetSecondFactor set;
  private final Accounts accounts;

  SecondFactorController(
      Database database, SecondFactors factors, SetSecondFactor set, Accounts accounts) {
    this.database = database;
    this.factors = factors;
    this.set = set;
    this.accounts = accounts;
  }

  @GetMapping("/account/second-factor")
  @Permitted(Permission.STAFF)
  @Traced(Action.NONE)
  @AfterPassword
  ModelAndView show(Actor.Staff actor, @RequestParam Optional<String> done) {
    return Screen.of(
        database.call(actor, tx -> page(tx, actor, done.isPresent(), Totp.fresh(), null)));
  }

  @PostMapping("/account/second-factor")
  @Permitted(Permission.STAFF)
  @Traced(Action.SECOND_FACTOR)
  @AfterPassword
  ModelAndView submit(
      Actor.Staff actor,
      @RequestParam(defaultValue = "") String offer,
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request) {
    String cookie = Door.cookie(request).orElse("");
    return switch (set.with(actor, new SetSecondFactor.Request(offer, code, cookie))) {
      case SetSecondFactor.Outcome.Done(var codes) ->
          Screen.of(
              database.call(
                  actor,
                  tx -> RecoveryCodesPage.of(tx, accounts.login(tx, actor.account()), codes)));
      case SetSecondFactor.Outcome.Wrong(Totp totp) ->
          refused(actor, totp, "staff.factor.refused.code");
      case SetSecondFactor.Outcome.Stale _ ->
          refused(actor, Totp.fresh(), "staff.factor.refused.stale");
      case SetSecondFactor.Outcome.Already _ -> refused(actor, Totp.fresh(), null);
    };
  }

  private ModelAndView refused(Actor.Staff actor, Totp totp, @Nullable String key) {
    return Screen.of(
        database.call(actor, tx -> page(tx, actor, false, totp, key == null ? null : t(key))), 422);
  }

  private SecondFactorPage page(
      Tx tx, Actor.Staff actor, boolean ended, Totp totp, @Nullable String wrong) {
    String login = accounts.login(tx, actor.account());
    boolean required = FactorPolicy.of(tx) == FactorPolicy.REQUIRED;
    Optional<SecondFactor> factor = FactorSql.find(tx, actor.account());
    int passkeys = PasskeySql.of(tx, actor.account()).size();
    return new SecondFactorPage(
        login,
        required,
        required && factor.isEmpty() && passkeys == 0,
        actor.may(Right.ADMINISTER)
            && !StaffRegisterSql.hasOtherAdministrator(tx, actor.staff(), tx.today()),
        ended,
        factor.isPresent() ? null : offer(tx, actor, login, totp, wrong),
        factor.map(one -> kept(one, required && passkeys == 0)).orElse(null),
        new Link(PasskeysController.URL, t("staff.passkey.title")),
        passkeys,
        factor.isPresent() || passkeys > 0 ? codes(tx, actor) : null);
  }

  private SecondFactorPage.Offer offer(
      Tx tx, Actor.Staff actor, String login, Totp totp, @Nullable String wrong) {
    String issuer = t("staff.factor.issuer", Municipality.name(tx));
    return new SecondFactorPage.Offer(
        QrImage.of(totp.address(issuer, login)),
        totp.groups(),
        factors.offer(actor.account(), totp, tx.now()),
        FieldView.of("code", t("staff.factor.field.code"))
            .must()
            .hint(t("staff.factor.hint.code"))
            .error(wrong));
  }

  private static SecondFactorPage.Kept kept(SecondFactor factor, boolean needed) {
    return new SecondFactorPage.Kept(
        StaffWords.day(factor.since()),
        needed ? null : new Link(SecondFactorEndController.URL, t("staff.factor.end.title")));
  }

  private static SecondFactorPage.Codes codes(Tx tx, Actor.Staff actor) {
    int left = FactorSql.codesLeft(tx, actor.account());
    return new SecondFactorPage.Codes(
        left, left <= FEW, new Link(RecoveryCodesController.URL, t("staff.factor.renew.title")));
  }
}
