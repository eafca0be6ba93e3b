package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.t;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.FieldRefusal;
import jp.tsunagi.base.ui.Screen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /account/passkeys/{id}/end}: its owner takes a passkey off. */
@Controller
class PasskeyEndController {
  private final Database database;
  private final EndPasskey end;
  private final ClientAddress addresses;

  PasskeyEndController(Database database, EndPasskey end, ClientAddress addresses) {
    this.database = database;
    this.end = end;
    this.addresses = addresses;
  }

  static String url(UUID id) {
    return PasskeysController.URL + "/" + id + "/end";
  }

  @GetMapping("/account/passkeys/{id}/end")
  @Permitted(Permission.SIGNED_IN)
  @Traced(Action.NONE)
  ModelAndView show(Actor actor, @PathVariable UUID id) {
    return Screen.of(database.call(actor, tx -> page(tx, actor, id, null)));
  }

  @PostMapping("/account/passkeys/{id}/end")
  @Permitted(Permission.SIGNED_IN)
  @Traced(Action.SECOND_FACTOR)
  ModelAndView submit(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request) {
    Optional<FieldRefusal> refusal =
        end.with(actor, id, password, ShownAgain.At.of(addresses, request));
    return refusal.isEmpty()
        ? Screen.done(PasskeysController.URL, "staff.passkey.done.ended")
        : Screen.of(database.call(actor, tx -> page(tx, actor, id, refusal.get().words())), 422);
  }

  private static PasswordAgainPage page(Tx tx, Actor actor, UUID id, @Nullable String wrong) {
    Passkey one =
        PasskeySql.of(tx, ChangeOwnPassword.account(actor)).stream()
            .filter(mine -> mine.id().equals(id))
            .findFirst()
            .orElseThrow(NotFound::new);
    return new PasswordAgainPage(
        url(id),
        PasskeysController.URL,
        t("staff.passkey.end.title"),
        t(
            actor instanceof Actor.Staff
                ? "staff.passkey.end.lead.staff"
                : "staff.passkey.end.lead.family",
            one.name()),
        RecoveryCodesController.password(wrong));
  }
}
