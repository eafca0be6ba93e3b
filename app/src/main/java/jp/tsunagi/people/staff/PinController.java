package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.has;
import static jp.tsunagi.base.ui.Text.t;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.FieldRefusal;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Notice;
import jp.tsunagi.base.ui.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /account/pin}: a staff member's own PIN. */
@Controller
class PinController {
  static final String URL = "/account/pin";
  private static final String DONE = "staff.pin.done.";

  private final Database database;
  private final Accounts accounts;
  private final SetPin pins;

  PinController(Database database, Accounts accounts, SetPin pins) {
    this.database = database;
    this.accounts = accounts;
    this.pins = pins;
  }

  @GetMapping("/account/pin")
  @Permitted(Permission.STAFF)
  @Traced(Action.NONE)
  @AfterPassword
  ModelAndView show(Actor.Staff actor, @RequestParam Optional<String> done) {
    Optional<Notice> notice =
        done.filter(key -> key.startsWith(DONE) && has(key)).map(key -> new Notice(t(key)));
    return Screen.of(database.call(actor, tx -> page(tx, actor, Map.of(), notice)));
  }

  @PostMapping("/account/pin")
  @Permitted(Permission.STAFF)
  @Traced(Action.PIN)
  @AfterPassword
  ModelAndView submit(
      Actor.Staff actor,
      @RequestParam(defaultValue = "") String pin,
      @RequestParam(defaultValue = "") String again,
      HttpServletRequest request) {
    Optional<FieldRefusal> refusal = pins.with(actor, pin, again, Door.cookie(request).orElse(""));
    return refusal.isEmpty()
        ? Screen.done(URL, DONE + "set")
        : Screen.of(
            database.call(
                actor,
                tx ->
                    page(
                        tx,
                        actor,
                        Map.of(refusal.get().field(), refusal.get().words()),
                        Optional.empty())),
            422);
  }

  @PostMapping("/account/pin/end")
  @Permitted(Permission.STAFF)
  @Traced(Action.PIN)
  ModelAndView end(Actor.Staff actor, HttpServletRequest request) {
    pins.endOwn(actor, Door.cookie(request).orElse(""));
    return Screen.done(URL, DONE + "ended");
  }

  private PinPage page(
      Tx tx, Actor.Staff actor, Map<String, String> problems, Optional<Notice> notice) {
    Optional<Instant> since = PinSql.since(tx, actor.staff());
    return new PinPage(
        URL,
        accounts.login(tx, actor.account()),
        since.map(at -> t("staff.pin.since", StaffWords.day(at))).orElse(null),
        since.map(_ -> URL + "/end").orElse(null),
        FieldView.of("pin", t("staff.pin.field.fresh"))
            .must()
            .hint(t("staff.pin.hint", Pin.LEAST, Pin.MOST))
            .error(problems.get("pin")),
        FieldView.of("again", t("staff.pin.field.again")).must().error(problems.get("again")),
        notice.orElse(null));
  }
}
