package jp.tsunagi.record.ground;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.stream.Collectors;
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
import jp.tsunagi.people.child.Guardians;
import jp.tsunagi.people.child.Identities;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /children/{id}/consents/{consent}/request}: what waits for a signature. */
@Controller
class ConsentRequestController {
  private final Database database;
  private final Identities children;
  private final ConsentRequests requests;
  private final ConsentDescription description;
  private final Trace trace;

  ConsentRequestController(
      Database database,
      Identities children,
      ConsentRequests requests,
      ConsentDescription description,
      Trace trace) {
    this.database = database;
    this.children = children;
    this.requests = requests;
    this.description = description;
    this.trace = trace;
  }

  @GetMapping("/children/{id}/consents/{consent}/request")
  @Permitted(Permission.STAFF)
  @Traced(Action.VIEW_CHILD)
  ModelAndView show(Actor.Staff actor, @PathVariable ChildId id, @PathVariable ConsentId consent) {
    return Screen.of(
        database.call(
            actor,
            tx -> {
              trace.write(tx, Entry.of(Action.VIEW_CHILD).child(id).purpose("CONSENTS"));
              return page(tx, kept(tx, id, consent));
            }));
  }

  /** What whoever asks families for consents may handle; not found for all others. */
  private ConsentRequest kept(Tx tx, ChildId child, ConsentId consent) {
    ConsentRequest request = requests.get(tx, child, consent);
    Evidence.keeper(tx, request);
    return request;
  }

  private ConsentRequestPage page(Tx tx, ConsentRequest request) {
    var names = description.names(tx, request.child());
    String url = "/children/" + request.child() + "/consents/" + request.id();
    List<Guardians.Related> portal =
        names.guardians().stream()
            .filter(Guardians.Related::hasAccount)
            .filter(it -> decides(it, tx))
            .toList();
    return new ConsentRequestPage(
        children.get(tx, request.child()),
        ConsentWords.kind(request.kind()),
        Reference.shown(request.reference()),
        names.receivers(request.receiving(), request.place()),
        request.place().orElse(null),
        names.givers(request.giving()),
        SectionWords.of(request.scope()),
        request.withHistory(),
        description.readers().opened(tx, request, tx.today()),
        url + "/form",
        url + "/paper",
        portal.isEmpty() ? null : people(portal),
        "/children/" + request.child() + "/guardians",
        request.sent() ? null : url + "/request/sending",
        mayDecline(request) ? url + "/request/removal?declined=true" : null,
        url + "/request/removal",
        t("ground.request." + ending(request)));
  }

  private static String ending(ConsentRequest request) {
    if (request.ofSheet()) {
      return "drop.sheet";
    }
    return request.sent() ? "drop" : "discard";
  }

  /**
   * Whether staff may write down that the family said no. What another place asked for ends as a no
   * of the place: nobody says in the family's name what only a signed paper would show (B4).
   */
  private static boolean mayDecline(ConsentRequest request) {
    return request.sent() && !request.ofSheet();
  }

  private static boolean decides(Guardians.Related guardian, Tx tx) {
    return guardian.decides(tx.today());
  }

  private static String people(List<Guardians.Related> guardians) {
    return guardians.stream()
        .map(it ->
            t("ground.guardian", it.person().name(), t("ground.relation." + it.is().relation())))
        .collect(Collectors.joining(t("ground.words.comma")));
  }

  /** この内容で家族に送る: until then nobody outside sees what was prepared. */
  @PostMapping("/children/{id}/consents/{consent}/request/sending")
  @Permitted(Permission.STAFF)
  @Traced(Action.GIVE_CONSENT)
  ModelAndView send(Actor.Staff actor, @PathVariable ChildId id, @PathVariable ConsentId consent) {
    database.run(
        actor,
        tx -> {
          boolean first = requests.send(tx, kept(tx, id, consent));
          trace.write(
              tx, Entry.of(Action.GIVE_CONSENT).child(id).purpose(first ? "SENT" : "AGAIN"));
        });
    return Screen.done("/children/" + id + "/consents/" + consent + "/request", "ground.done.sent");
  }

  @PostMapping("/children/{id}/consents/{consent}/request/removal")
  @Permitted(Permission.STAFF)
  @Traced(Action.GIVE_CONSENT)
  ModelAndView drop(
      Actor.Staff actor,
      @PathVariable ChildId id,
      @PathVariable ConsentId consent,
      @RequestParam(defaultValue = "false") boolean declined) {
    ConsentRequests.End how = declined ? ConsentRequests.End.DECLINED : ConsentRequests.End.DROPPED;
    database.run(
        actor,
        tx -> {
          ConsentRequest request = kept(tx, id, consent);
          if (declined && !mayDecline(request)) {
            throw new NotFound();
          }
          requests.close(tx, request, how);
          trace.write(tx, Entry.of(Action.GIVE_CONSENT).child(id).purpose(how.name()));
        });
    return Screen.done(
        "/children/" + id + "/consents", declined ? "ground.done.declined" : "ground.done.dropped");
  }
}
