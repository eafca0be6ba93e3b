package jp.tsunagi.record.ground;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.record.file.NewFile;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** {@code /children/{id}/consents/{consent}/withdrawal}: 撤回 as the family asked for it. */
@Controller
class WithdrawalController {
  private final Database database;
  private final Identities children;
  private final ConsentRegister register;
  private final ConsentDescription description;
  private final Signing signing;
  private final Scans scans;
  private final Trace trace;

  WithdrawalController(
      Database database,
      Identities children,
      ConsentRegister register,
      ConsentDescription description,
      Signing signing,
      Scans scans,
      Trace trace) {
    this.database = database;
    this.children = children;
    this.register = register;
    this.description = description;
    this.signing = signing;
    this.scans = scans;
    this.trace = trace;
  }

  @GetMapping("/children/{id}/consents/{consent}/withdrawal")
  @Permitted(Permission.STAFF)
  @Traced(Action.VIEW_CHILD)
  ModelAndView show(Actor.Staff actor, @PathVariable ChildId id, @PathVariable ConsentId consent) {
    return Screen.of(
        database.call(
            actor,
            tx -> {
              Consent taken = mayWithdraw(tx, actor, id, consent);
              if (!taken.canBeWithdrawn(tx.today())) {
                throw new NotFound();
              }
              trace.write(tx, Entry.of(Action.VIEW_CHILD).child(id).purpose("CONSENTS"));
              Typed typed = new Typed(new LinkedMultiValueMap<>());
              return page(tx, taken, typed, DateWords.brief(tx.today()));
            }));
  }

  @PostMapping("/children/{id}/consents/{consent}/withdrawal")
  @Permitted(Permission.STAFF)
  @Traced({Action.WITHDRAW_CONSENT, Action.VIEW_CHILD})
  ModelAndView withdraw(
      Actor.Staff actor,
      @PathVariable ChildId id,
      @PathVariable ConsentId consent,
      @RequestParam MultiValueMap<String, String> values,
      @RequestParam(required = false) Optional<MultipartFile> scan) {
    List<NewFile.Looked> looked = scans.of(scan);
    return database.call(
        actor,
        tx -> {
          Consent taken = mayWithdraw(tx, actor, id, consent);
          Typed typed = new Typed(values);
          DayField on = DayField.read(typed.text("on"), tx.today()).must();
          on.problem().ifPresent(problem -> typed.wrong("on", problem));
          on.day()
              .filter(day -> day.isAfter(tx.today()))
              .ifPresent(_ -> typed.wrong("on", t("ground.withdrawal.on.future")));
          List<NewFile> scans = Paper.scans(typed, looked);
          if (typed.isWrong()) {
            trace.write(tx, Entry.of(Action.VIEW_CHILD).child(id).purpose("CONSENTS"));
            return Screen.of(page(tx, taken, typed, typed.text("on")), 422);
          }
          signing.withdraw(
              tx,
              id,
              consent,
              ConsentMeans.PAPER,
              on.day().orElseThrow(),
              Evidence.keeper(tx),
              scans);
          return Screen.done("/children/" + id + "/consents", "ground.done.withdrawn");
        });
  }

  private Consent mayWithdraw(Tx tx, Actor.Staff actor, ChildId child, ConsentId id) {
    Consent consent = register.get(tx, child, id).consent();
    if (!ConsentRights.offers(actor.seats(), consent.kind())) {
      throw new NotFound();
    }
    return consent;
  }

  private WithdrawalPage page(Tx tx, Consent consent, Typed typed, String on) {
    var names = description.names(tx, consent.child());
    String base = "/children/" + consent.child() + "/consents";
    return new WithdrawalPage(
        children.get(tx, consent.child()),
        base + "/" + consent.id() + "/withdrawal",
        base,
        ConsentWords.kind(consent.kind()),
        t(
            "ground.given",
            ConsentWords.day(consent.givenOn()),
            names.guardian(consent.giver()),
            t("ground.means." + consent.means())),
        consent.kind() == ConsentKind.USE,
        description.readers().lost(tx, consent),
        description.readers().handedOut(tx, consent),
        FieldView.of("on", t("ground.withdrawal.on"))
            .must()
            .hint(t("ground.withdrawal.on.hint"))
            .value(on)
            .error(typed.problem("on")),
        FieldView.of("scan", t("ground.withdrawal.scan"))
            .hint(t("ground.paper.scan.hint"))
            .error(typed.problem("scan")));
  }
}
