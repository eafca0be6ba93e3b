package jp.tsunagi.view.portal;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.record.ground.Consent;
import jp.tsunagi.record.ground.ConsentRequest;
import jp.tsunagi.record.ground.ConsentRequests;
import jp.tsunagi.record.ground.Signing;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /portal/children/{id}/consents/{consent}}: a guardian signs, or says not now. */
@Controller
class PortalConsentController {
  private final Database database;
  private final ConsentRequests requests;
  private final Signing signing;
  private final PortalConsentView view;
  private final Trace trace;

  PortalConsentController(
      Database database,
      ConsentRequests requests,
      Signing signing,
      PortalConsentView view,
      Trace trace) {
    this.database = database;
    this.requests = requests;
    this.signing = signing;
    this.view = view;
    this.trace = trace;
  }

  @GetMapping("/portal/children/{id}/consents/{consent}")
  @Permitted(Permission.GUARDIAN)
  @Traced(Action.VIEW_CHILD)
  ModelAndView show(
      Actor.Guardian actor, @PathVariable ChildId id, @PathVariable ConsentId consent) {
    return database.call(
        actor,
        tx -> {
          trace.write(tx, Entry.of(Action.VIEW_CHILD).child(id).purpose("CONSENTS"));
          return view.given(tx, id, consent).isPresent()
              ? Screen.redirect("/portal/children/" + id + "/consents")
              : Screen.of(view.page(tx, requests.get(tx, id, consent)));
        });
  }

  @PostMapping("/portal/children/{id}/consents/{consent}")
  @Permitted(Permission.GUARDIAN)
  @Traced(Action.GIVE_CONSENT)
  ModelAndView answer(
      Actor.Guardian actor,
      @PathVariable ChildId id,
      @PathVariable ConsentId consent,
      @RequestParam String answer,
      @RequestParam(required = false, defaultValue = "") Set<String> scope,
      @RequestParam Optional<String> history) {
    var chosen = new PortalConsentView.Chosen(scope, history.isPresent());
    return database.call(actor, tx -> answer(tx, actor, id, consent, answer, chosen));
  }

  private ModelAndView answer(
      Tx tx,
      Actor.Guardian actor,
      ChildId id,
      ConsentId consent,
      String answer,
      PortalConsentView.Chosen chosen) {
    Optional<Consent> before = view.given(tx, id, consent);
    if (before.isPresent()) {
      return repeated(tx, id, before.get().canBeWithdrawn(tx.today()));
    }
    ConsentRequest request = requests.get(tx, id, consent);
    return switch (answer) {
      case "agree" -> agree(tx, actor, request, chosen);
      case "not-now" -> {
        signing.decline(tx, request);
        yield Screen.done("/portal", "portal.done.declined");
      }
      default -> throw new NotFound();
    };
  }

  /** Sent once more; an old page does not bring back what was taken back, and says so. */
  private ModelAndView repeated(Tx tx, ChildId id, boolean holds) {
    trace.write(tx, Entry.of(Action.GIVE_CONSENT).child(id).purpose("AGAIN"));
    return holds
        ? Screen.done("/portal", "portal.done.agreed")
        : Screen.done("/portal/children/" + id + "/consents", "portal.done.over");
  }

  private ModelAndView agree(
      Tx tx, Actor.Guardian actor, ConsentRequest request, PortalConsentView.Chosen chosen) {
    ConsentRequest agreed = chosen.of(request);
    if (agreed.scope().isEmpty()) {
      return again(tx, request, agreed, nothingChosen());
    }
    return signing
        .agree(tx, actor, agreed)
        .map(why -> {
          trace.write(tx, Entry.of(Action.GIVE_CONSENT).child(request.child()).purpose("REFUSED"));
          return again(tx, request, agreed, why.view());
        })
        .orElseGet(() -> Screen.done("/portal", "portal.done.agreed"));
  }

  private static RefusalView nothingChosen() {
    return new RefusalView(
        t("portal.consent.empty.what"), List.of(), t("portal.consent.empty.remedy"), List.of());
  }

  private ModelAndView again(
      Tx tx, ConsentRequest request, ConsentRequest agreed, RefusalView why) {
    trace.write(tx, Entry.of(Action.VIEW_CHILD).child(request.child()).purpose("CONSENTS"));
    return Screen.of(view.page(tx, request, agreed, why), 422);
  }

  /** The family begins by itself: the usual consent to the use of the system. */
  @GetMapping("/portal/children/{id}/consents/start")
  @Permitted(Permission.GUARDIAN)
  @Traced(Action.VIEW_CHILD)
  ModelAndView start(Actor.Guardian actor, @PathVariable ChildId id) {
    return Screen.of(
        database.call(
            actor,
            tx -> {
              trace.write(tx, Entry.of(Action.VIEW_CHILD).child(id).purpose("CONSENTS"));
              return view.page(tx, requests.usual(tx, id, ConsentId.create()));
            }));
  }

  @PostMapping("/portal/children/{id}/consents/start")
  @Permitted(Permission.GUARDIAN)
  @Traced(Action.GIVE_CONSENT)
  ModelAndView begin(
      Actor.Guardian actor,
      @PathVariable ChildId id,
      @RequestParam ConsentId consent,
      @RequestParam String answer,
      @RequestParam(required = false, defaultValue = "") Set<String> scope) {
    return database.call(
        actor,
        tx -> {
          view.known(tx, id);
          if (view.uses(tx, id, actor.guardian())) {
            return repeated(tx, id, true);
          }
          if (answer.equals("not-now")) {
            return notBegun(tx, id);
          }
          ConsentRequest usual = requests.usual(tx, id, consent);
          var chosen = new PortalConsentView.Chosen(scope, false);
          if (chosen.of(usual).scope().isEmpty()) {
            return again(tx, usual, chosen.of(usual), nothingChosen());
          }
          requests.prepare(tx, usual);
          return answer(tx, actor, id, consent, answer, chosen);
        });
  }

  /** Nothing was prepared and nothing is opened; that they said no stays on record. */
  private ModelAndView notBegun(Tx tx, ChildId id) {
    trace.write(tx, Entry.of(Action.GIVE_CONSENT).child(id).purpose("DECLINED"));
    return Screen.done("/portal", "portal.done.declined");
  }
}
