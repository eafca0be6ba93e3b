package jp.tsunagi.record.ground;

import static jp.tsunagi.base.ui.Text.t;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
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
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.people.child.Identity;
import jp.tsunagi.people.involvement.Involvements;
import jp.tsunagi.people.organisation.Organisation;
import jp.tsunagi.people.organisation.Organisations;
import jp.tsunagi.people.organisation.Place;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /children/{id}/consents/draft}: a consent is prepared together with the family. */
@Controller
class ConsentDraftController {
  private final Database database;
  private final Identities children;
  private final Organisations organisations;
  private final Involvements involvements;
  private final ConsentRequests requests;
  private final Trace trace;

  ConsentDraftController(
      Database database,
      Identities children,
      Organisations organisations,
      Involvements involvements,
      ConsentRequests requests,
      Trace trace) {
    this.database = database;
    this.children = children;
    this.organisations = organisations;
    this.involvements = involvements;
    this.requests = requests;
    this.trace = trace;
  }

  @GetMapping("/children/{id}/consents/draft")
  @Permitted(Permission.STAFF)
  @Traced(Action.VIEW_CHILD)
  ModelAndView show(Actor.Staff actor, @PathVariable ChildId id, @RequestParam ConsentKind kind) {
    return Screen.of(
        database.call(
            actor,
            tx -> {
              mayAsk(actor, kind);
              trace.write(tx, Entry.of(Action.VIEW_CHILD).child(id).purpose("CONSENTS"));
              return view(tx, actor, id, kind, proposed(tx, actor, id, kind), true)
                  .page(ConsentId.create(), null);
            }));
  }

  @PostMapping("/children/{id}/consents/draft")
  @Permitted(Permission.STAFF)
  @Traced(Action.GIVE_CONSENT)
  ModelAndView prepare(
      Actor.Staff actor,
      @PathVariable ChildId id,
      @RequestParam ConsentKind kind,
      @RequestParam ConsentId consent,
      @RequestParam MultiValueMap<String, String> values) {
    return database.call(
        actor,
        tx -> {
          mayAsk(actor, kind);
          List<Organisation> places = organisations.open(tx);
          Typed typed = typed(tx, children.get(tx, id), kind, places, values);
          Optional<ConsentRequest> request =
              DraftRule.read(
                  typed,
                  consent,
                  id,
                  kind,
                  places,
                  known(tx, actor, id),
                  tx.today(),
                  Evidence.keeper(tx));
          if (request.isEmpty()) {
            trace.write(tx, Entry.of(Action.VIEW_CHILD).child(id).purpose("CONSENTS"));
            return Screen.of(view(tx, actor, id, kind, typed, false).page(consent, null), 422);
          }
          return prepare(tx, actor, request.get(), view(tx, actor, id, kind, typed, false));
        });
  }

  /** What stands in the form before anybody typed. */
  private Typed proposed(Tx tx, Actor.Staff actor, ChildId id, ConsentKind kind) {
    MultiValueMap<String, String> values =
        kind == ConsentKind.HANDOVER
            ? UsualPeriod.of(tx).proposed(children.get(tx, id).birthDate(), tx.today())
            : new LinkedMultiValueMap<>();
    Evidence.keeper(tx)
        .filter(known(tx, actor, id)::contains)
        .ifPresent(own -> values.add("giver", own.toString()));
    return new Typed(values);
  }

  private static Typed typed(
      Tx tx,
      Identity child,
      ConsentKind kind,
      List<Organisation> places,
      MultiValueMap<String, String> values) {
    if (kind != ConsentKind.HANDOVER) {
      return new Typed(values);
    }
    Optional<Organisation> receiver =
        places.stream()
            .filter(place -> place.id().toString().equals(values.getFirst("receiver")))
            .findFirst();
    return new Typed(UsualPeriod.of(tx).filled(values, receiver, child.birthDate(), tx.today()));
  }

  private ModelAndView prepare(
      Tx tx, Actor.Staff actor, ConsentRequest request, ConsentDraftView view) {
    Optional<Seat> seat =
        ConsentRights.seat(actor.seats(), request.kind(), request.giving(), request.receiving());
    if (seat.isEmpty()) {
      trace.write(tx, Entry.of(Action.VIEW_CHILD).child(request.child()).purpose("CONSENTS"));
      return Screen.of(view.page(request.id(), notOurs()), 422);
    }
    requests.prepare(tx, request);
    trace.write(
        tx,
        Entry.of(Action.GIVE_CONSENT).child(request.child()).seat(seat.get()).purpose("PREPARED"));
    return Screen.redirect(
        "/children/" + request.child() + "/consents/" + request.id() + "/request");
  }

  private static RefusalView notOurs() {
    return new RefusalView(
        t("ground.refused.NOT_OURS.what"),
        t("ground.refused.NOT_OURS.why"),
        t("ground.refused.NOT_OURS.remedy"));
  }

  private static void mayAsk(Actor.Staff actor, ConsentKind kind) {
    if (!ConsentRights.offers(actor.seats(), kind)) {
      throw new NotFound();
    }
  }

  private ConsentDraftView view(
      Tx tx, Actor.Staff actor, ChildId id, ConsentKind kind, Typed typed, boolean fresh) {
    return new ConsentDraftView(
        children.get(tx, id),
        kind,
        organisations.open(tx),
        known(tx, actor, id),
        typed,
        fresh,
        tx.today());
  }

  /**
   * A hub that may know who is involved names any place that deals with the child; everybody else
   * their own records only.
   */
  private Set<OrganisationId> known(Tx tx, Actor.Staff actor, ChildId child) {
    Set<OrganisationId> known = new HashSet<>();
    actor.with(Right.ENROL).forEach(seat -> known.add(seat.organisation()));
    actor.with(Right.INTAKE).forEach(seat -> known.add(seat.organisation()));
    boolean told =
        actor.with(Right.INTAKE).stream()
            .anyMatch(
                seat -> GrantSql.opened(tx, child, seat.organisation(), Category.INVOLVEMENT));
    if (told) {
      Place called = Place.beside(tx, child);
      involvements.of(tx, child).stream()
          .map(it -> it.organisation())
          .filter(at -> !called.conceals(at))
          .forEach(known::add);
    }
    return known;
  }
}
