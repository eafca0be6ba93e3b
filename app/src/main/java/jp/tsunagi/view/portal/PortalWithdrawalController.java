package jp.tsunagi.view.portal;

import static jp.tsunagi.base.ui.Text.t;

import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.record.ground.Consent;
import jp.tsunagi.record.ground.ConsentKind;
import jp.tsunagi.record.ground.ConsentRegister;
import jp.tsunagi.record.ground.ConsentWords;
import jp.tsunagi.record.ground.Readers;
import jp.tsunagi.record.ground.Signing;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** {@code /portal/children/{id}/consents/{consent}/withdrawal}: a guardian takes it back. */
@Controller
class PortalWithdrawalController {
  private final Database database;
  private final Identities children;
  private final ConsentRegister register;
  private final Readers readers;
  private final Signing signing;
  private final Trace trace;

  PortalWithdrawalController(
      Database database,
      Identities children,
      ConsentRegister register,
      Readers readers,
      Signing signing,
      Trace trace) {
    this.database = database;
    this.children = children;
    this.register = register;
    this.readers = readers;
    this.signing = signing;
    this.trace = trace;
  }

  @GetMapping("/portal/children/{id}/consents/{consent}/withdrawal")
  @Permitted(Permission.GUARDIAN)
  @Traced(Action.VIEW_CHILD)
  ModelAndView show(
      Actor.Guardian actor, @PathVariable ChildId id, @PathVariable ConsentId consent) {
    return Screen.of(
        database.call(
            actor,
            tx -> {
              Consent taken = register.get(tx, id, consent).consent();
              if (!taken.canBeWithdrawn(tx.today())) {
                throw new NotFound();
              }
              trace.write(tx, Entry.of(Action.VIEW_CHILD).child(id).purpose("CONSENTS"));
              return page(tx, taken);
            }));
  }

  private PortalWithdrawalPage page(Tx tx, Consent consent) {
    String back = "/portal/children/" + consent.child() + "/consents";
    return new PortalWithdrawalPage(
        children.get(tx, consent.child()).view(),
        t("portal.kind." + consent.kind()),
        t("portal.withdrawal.given", ConsentWords.day(consent.givenOn())),
        back + "/" + consent.id() + "/withdrawal",
        back,
        consent.kind() == ConsentKind.USE,
        readers.lost(tx, consent));
  }

  @PostMapping("/portal/children/{id}/consents/{consent}/withdrawal")
  @Permitted(Permission.GUARDIAN)
  @Traced({Action.WITHDRAW_CONSENT, Action.VIEW_CHILD})
  ModelAndView withdraw(
      Actor.Guardian actor, @PathVariable ChildId id, @PathVariable ConsentId consent) {
    database.run(actor, tx -> signing.withdraw(tx, id, consent));
    return Screen.done("/portal/children/" + id + "/consents", "portal.done.withdrawn");
  }
}
