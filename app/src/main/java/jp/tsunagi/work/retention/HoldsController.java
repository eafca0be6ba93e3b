package jp.tsunagi.work.retention;

import static jp.tsunagi.base.ui.Text.t;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
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
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.child.Barred;
import jp.tsunagi.people.child.ExactChild;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.people.child.Identity;
import jp.tsunagi.record.sheet.Disposing;
import jp.tsunagi.work.retention.HoldSql.Hold;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /retention/holds}: keeping something longer, and ending that. */
@Controller
class HoldsController {
  static final String URL = "/retention/holds";

  private final Database database;
  private final Records records;
  private final Identities children;
  private final Barred blocks;
  private final Trace trace;

  HoldsController(
      Database database, Records records, Identities children, Barred blocks, Trace trace) {
    this.database = database;
    this.records = records;
    this.children = children;
    this.blocks = blocks;
    this.trace = trace;
  }

  @GetMapping("/retention/holds")
  @Permitted(Permission.STAFF)
  @Traced(Action.LIST)
  ModelAndView show(Actor.Staff actor) {
    return Screen.of(
        database.call(
            actor,
            tx -> page(tx, actor, new HoldForm(Typed.NOTHING, Expiry.seats(actor), tx.today()))));
  }

  /** A child is named by its whole name and birth date; it must have something there. */
  @PostMapping("/retention/holds")
  @Permitted(Permission.STAFF)
  @Traced({Action.DISPOSE, Action.LIST})
  ModelAndView hold(Actor.Staff actor, @RequestParam MultiValueMap<String, String> sent) {
    return database.call(
        actor,
        tx -> {
          List<Seat> seats = Expiry.seats(actor);
          HoldForm form = new HoldForm(new Typed(sent), seats, tx.today());
          Optional<HoldForm.Read> read = form.read();
          List<ChildId> all = read.map(wish -> children(tx, actor, wish)).orElseGet(List::of);
          if (read.isPresent() && all.isEmpty()) {
            form.nobody();
          }
          if (all.isEmpty()) {
            return Screen.of(page(tx, actor, form), 422);
          }
          HoldForm.Read wish = read.orElseThrow();
          for (ChildId child : all) {
            HoldSql.add(
                tx,
                new Hold(
                    all.size() == 1 ? wish.id() : id(wish.id(), child),
                    child,
                    wish.place(),
                    wish.kind(),
                    wish.year(),
                    wish.why(),
                    wish.until()));
          }
          trace.write(tx, Entry.of(Action.DISPOSE).children(all).purpose("HELD"));
          return Screen.done(URL, "retention.done.held");
        });
  }

  /** Of one form a hold for each namesake; the same form once more makes the same. */
  private static UUID id(UUID form, ChildId child) {
    return UUID.nameUUIDFromBytes((form + " " + child).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * All who are called so: kept too much is mended, gone is not. They are held, so that nothing of
   * theirs goes meanwhile.
   */
  private List<ChildId> children(Tx tx, Actor.Staff actor, HoldForm.Read wish) {
    Set<ChildId> barred = blocks.from(tx, actor);
    List<ChildId> named =
        ExactChild.named(tx, wish.name(), wish.birth()).stream()
            .filter(child -> !barred.contains(child))
            .toList();
    Disposing.alone(tx, named);
    return named.stream().filter(child -> isKnown(tx, actor, child, wish.place())).toList();
  }

  /**
   * Whether the place has anything of the child; of what is the family's own a hub is told that has
   * dealt with the child itself.
   */
  private boolean isKnown(Tx tx, Actor.Staff actor, ChildId child, OrganisationId place) {
    boolean families = Expiry.isHub(actor) && HoldSql.hasDealt(tx, child, place);
    return Expiry.isTold(tx, actor, records.of(tx, Wanted.of(child, Set.of(place), families)));
  }

  @PostMapping("/retention/holds/{id}/end")
  @Permitted(Permission.STAFF)
  @Traced(Action.DISPOSE)
  ModelAndView lift(Actor.Staff actor, @PathVariable UUID id) {
    return database.call(
        actor,
        tx -> {
          Hold hold =
              mine(tx, actor).stream()
                  .filter(one -> one.id().equals(id))
                  .findFirst()
                  .orElseThrow(NotFound::new);
          HoldSql.lift(tx, id);
          trace.write(tx, Entry.of(Action.DISPOSE).child(hold.child()).purpose("LIFTED"));
          return Screen.done(URL, "retention.done.lifted");
        });
  }

  private List<Hold> mine(Tx tx, Actor.Staff actor) {
    Set<ChildId> barred = blocks.from(tx, actor);
    return HoldSql.running(tx, Optional.of(Expiry.places(actor))).stream()
        .filter(one -> !barred.contains(one.child()) && isTold(actor, one))
        .toList();
  }

  private static boolean isTold(Actor.Staff actor, Hold hold) {
    return actor.seats().stream()
        .filter(seat -> seat.organisation().equals(hold.organisation()))
        .anyMatch(seat -> hold.kind().map(kind -> kind.isToldTo(seat, false)).orElse(true));
  }

  private HoldsPage page(Tx tx, Actor.Staff actor, HoldForm form) {
    List<Hold> holds = mine(tx, actor);
    Map<ChildId, Identity> known =
        children.find(tx, holds.stream().map(Hold::child).distinct().toList()).stream()
            .collect(Collectors.toMap(Identity::id, child -> child));
    trace.write(tx, Entry.of(Action.LIST).children(known.keySet()).purpose("RETENTION"));
    Map<OrganisationId, String> places =
        Expiry.seats(actor).stream()
            .collect(Collectors.toMap(Seat::organisation, Seat::organisationName, (one, _) -> one));
    return new HoldsPage(
        holds.stream()
            .map(one ->
                new HoldsPage.Line(
                    Optional.ofNullable(known.get(one.child()))
                        .map(Identity::line)
                        .orElseGet(() -> t("retention.beyond")),
                    places.getOrDefault(one.organisation(), ""),
                    t(
                        "retention.what",
                        one.kind()
                            .map(RetentionKind::words)
                            .orElseGet(() -> t("retention.kind.all")),
                        one.year()
                            .map(RetentionWords::year)
                            .orElseGet(() -> t("retention.year.all"))),
                    one.why(),
                    RetentionWords.day(one.until()),
                    URL + "/" + one.id() + "/end"))
            .toList(),
        form.view());
  }
}
