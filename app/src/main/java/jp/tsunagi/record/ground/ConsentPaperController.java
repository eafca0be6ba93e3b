package jp.tsunagi.record.ground;

import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.record.file.NewFile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** {@code /children/{id}/consents/{consent}/paper}: the signed paper came in. */
@Controller
class ConsentPaperController {
  private final Database database;
  private final ConsentRequests requests;
  private final ConsentRegister register;
  private final PaperPages pages;
  private final Signing signing;
  private final Scans scans;
  private final Trace trace;

  ConsentPaperController(
      Database database,
      ConsentRequests requests,
      ConsentRegister register,
      PaperPages pages,
      Signing signing,
      Scans scans,
      Trace trace) {
    this.database = database;
    this.requests = requests;
    this.register = register;
    this.pages = pages;
    this.signing = signing;
    this.scans = scans;
    this.trace = trace;
  }

  @GetMapping("/children/{id}/consents/{consent}/paper")
  @Permitted(Permission.STAFF)
  @Traced(Action.VIEW_CHILD)
  ModelAndView show(Actor.Staff actor, @PathVariable ChildId id, @PathVariable ConsentId consent) {
    return database.call(
        actor,
        tx -> {
          trace.write(tx, Entry.of(Action.VIEW_CHILD).child(id).purpose("CONSENTS"));
          if (given(tx, id, consent)) {
            return Screen.redirect("/children/" + id + "/consents/" + consent);
          }
          ConsentRequest request = requests.get(tx, id, consent);
          Evidence.keeper(tx, request);
          Typed nothing = new Typed(new LinkedMultiValueMap<>());
          return Screen.of(pages.page(tx, request, nothing, true, null));
        });
  }

  @PostMapping("/children/{id}/consents/{consent}/paper")
  @Permitted(Permission.STAFF)
  @Traced(Action.GIVE_CONSENT)
  ModelAndView record(
      Actor.Staff actor,
      @PathVariable ChildId id,
      @PathVariable ConsentId consent,
      @RequestParam MultiValueMap<String, String> values,
      @RequestParam(required = false) Optional<MultipartFile> scan) {
    List<NewFile.Looked> looked = scans.of(scan);
    return database.call(
        actor,
        tx -> {
          if (given(tx, id, consent)) {
            trace.write(tx, Entry.of(Action.GIVE_CONSENT).child(id).purpose("AGAIN"));
            return done(id);
          }
          return record(tx, requests.get(tx, id, consent), new Typed(values), looked);
        });
  }

  private ModelAndView record(
      Tx tx, ConsentRequest request, Typed typed, List<NewFile.Looked> looked) {
    Optional<OrganisationId> keeper = Optional.of(Evidence.keeper(tx, request));
    boolean scan = ConfirmationRule.needsScan(request.kind(), request.receiving(), keeper);
    Optional<Paper> paper = Paper.read(typed, request, looked, tx.today(), scan);
    if (paper.isEmpty()) {
      return again(tx, request, typed, null);
    }
    return signing
        .give(tx, paper.get().request(), paper.get().signature(), keeper, paper.get().scans())
        .map(why -> again(tx, request, typed, why.view()))
        .orElseGet(() -> done(tx, request));
  }

  /** Says whether it holds already, or waits for somebody else. */
  private ModelAndView done(Tx tx, ConsentRequest request) {
    boolean awaits =
        register.get(tx, request.child(), request.id()).consent().state(tx.today())
            == Consent.State.AWAITING;
    String done =
        awaits
            ? "ground.done.awaiting"
            : request.place().isPresent() ? "ground.done.place" : "ground.done.given";
    return Screen.done("/children/" + request.child() + "/consents", done);
  }

  private ModelAndView again(
      Tx tx, ConsentRequest request, Typed typed, @Nullable RefusalView why) {
    trace.write(tx, Entry.of(Action.VIEW_CHILD).child(request.child()).purpose("CONSENTS"));
    return Screen.of(pages.page(tx, request, typed, false, why), 422);
  }

  private static ModelAndView done(ChildId child) {
    return Screen.done("/children/" + child + "/consents", "ground.done.given");
  }

  /** Sent twice: the first time did it. */
  private boolean given(Tx tx, ChildId child, ConsentId consent) {
    return register.of(tx, child).stream().anyMatch(seen -> seen.consent().id().equals(consent));
  }
}
