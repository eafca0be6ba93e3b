package jp.tsunagi.view.readers;

import static jp.tsunagi.base.ui.Text.t;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Held;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.people.child.ChildHead;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.people.involvement.KnownPlaces;
import jp.tsunagi.people.organisation.Organisations;
import jp.tsunagi.people.organisation.Place;
import jp.tsunagi.record.ground.ShowingWords;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * {@code /children/{id}/readers} and {@code /portal/children/{id}/readers}: who sees the child's
 * information, who does not, and what would be needed (F2).
 */
@Controller
class ReadersController {
  private final Database database;
  private final Identities children;
  private final Organisations organisations;
  private final ShowingWords showings;
  private final Trace trace;

  ReadersController(
      Database database,
      Identities children,
      Organisations organisations,
      ShowingWords showings,
      Trace trace) {
    this.database = database;
    this.children = children;
    this.organisations = organisations;
    this.showings = showings;
    this.trace = trace;
  }

  /** For whoever answers for a place that deals with the child, about the places it knows. */
  @GetMapping("/children/{id}/readers")
  @Permitted(Permission.STAFF)
  @Traced(Action.VIEW_REASON)
  ModelAndView show(Actor.Staff actor, @PathVariable ChildId id) {
    return Screen.of(
        database.call(
            actor,
            tx -> {
              var child = children.get(tx, id);
              Seat seat = answering(tx, actor, id);
              trace.write(tx, Entry.of(Action.VIEW_REASON).child(id).seat(seat).purpose("READERS"));
              Set<OrganisationId> known = new HashSet<>(actor.organisations());
              if (seat.may(Right.INTAKE)) {
                known.addAll(KnownPlaces.of(tx, id));
              }
              return new ReadersPage(
                  ChildHead.of(tx, actor, child, "readers"),
                  places(tx, id, known::contains, Set.of()),
                  seat.may(Right.INTAKE) ? showings.reading(tx, id) : List.of());
            }));
  }

  private static Seat answering(Tx tx, Actor.Staff actor, ChildId child) {
    return Held.answering(actor).stream()
        .filter(seat -> Held.running(tx, List.of(seat), child))
        .min(Comparator.comparing(seat -> !seat.may(Right.INTAKE)))
        .orElseThrow(NotFound::new);
  }

  @GetMapping("/portal/children/{id}/readers")
  @Permitted(Permission.GUARDIAN)
  @Traced(Action.VIEW_REASON)
  ModelAndView family(Actor.Guardian actor, @PathVariable ChildId id) {
    return Screen.of(
        database.call(
            actor,
            tx -> {
              var child = children.get(tx, id);
              trace.write(tx, Entry.of(Action.VIEW_REASON).child(id).purpose("READERS"));
              Set<OrganisationId> unseen = ReadersSql.unseen(tx, id);
              return new PortalReadersPage(
                  child.view(),
                  places(tx, id, _ -> true, unseen),
                  showings.reading(tx, id),
                  "/portal");
            }));
  }

  /**
   * The places in words.
   *
   * @param known whether the reader knows that the place deals with the child
   * @param unseen places that the family is told of only where it dealt with them
   */
  private List<ReadersPage.Place> places(
      Tx tx, ChildId child, Predicate<OrganisationId> known, Set<OrganisationId> unseen) {
    Place called = Place.beside(tx, child);
    var places = organisations.beside(tx, child);
    return ReadersSql.of(tx, child, places).stream()
        .filter(reader -> known.test(reader.id()))
        .filter(reader -> reader.involved() || !unseen.contains(reader.id()))
        .map(reader ->
            ReadersWords.place(
                reader,
                places.stream()
                    .filter(place -> place.id().equals(reader.id()))
                    .findFirst()
                    .map(place -> place.name())
                    .orElse(t("readers.place")),
                !called.conceals(reader.id())))
        .toList();
  }
}
