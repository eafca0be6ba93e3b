package jp.tsunagi.record.compartment;

import static jp.tsunagi.schema.Tables.PRINT_RELEASE;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Compartments;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.people.staff.Gate;
import org.springframework.stereotype.Component;

/**
 * 印刷の確認 (second person at print): while a child's address is hidden, nothing of it alone is printed
 * or taken out before one of the named few, or whoever answers for the place that hid it, has
 * looked at it. Never who asked.
 */
@Component
final class Releases implements Gate {
  /** What nobody decided in two weeks is asked for anew. */
  private static final Duration LATELY = Duration.ofDays(14);

  private static final Set<Action> GOES_OUT = Set.of(Action.PRINT, Action.EXPORT);
  private static final List<String> ONE = List.of("/children/{", "/sheets/{");
  private static final Pattern ABOUT =
      Pattern.compile(
          "/(children|sheets)/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"
              + "(/[A-Za-z0-9/-]*)?");

  private final Database database;
  private final Identities identities;
  private final Trace trace;

  Releases(Database database, Identities identities, Trace trace) {
    this.database = database;
    this.identities = identities;
    this.trace = trace;
  }

  /** What goes out of one child waits until somebody else has looked at it. */
  @Override
  public Optional<String> instead(Actor.Staff staff, Route route) {
    boolean ofOne = ONE.stream().anyMatch(route.pattern()::startsWith);
    if (!ofOne || route.actions().stream().noneMatch(GOES_OUT::contains)) {
      return Optional.empty();
    }
    return database.call(
        staff,
        tx ->
            child(tx, route.path())
                .filter(child -> reaches(tx, child))
                .filter(child -> Compartments.hidden(tx, child))
                .filter(child -> !released(tx, staff, child, route.path()))
                .map(_ -> ReleasesController.URL + "/new?what=" + route.path()));
  }

  /** The child that a path of ours is about; of a list of children none. */
  Optional<ChildId> child(Tx tx, String path) {
    Matcher matcher = ABOUT.matcher(path);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return matcher.group(1).equals("children")
        ? Optional.of(ChildId.of(matcher.group(2)))
        : ReleaseSql.ofSheet(tx, SheetId.of(matcher.group(2)));
  }

  private static boolean released(Tx tx, Actor.Staff staff, ChildId child, String path) {
    return ReleaseSql.of(
            tx,
            PRINT_RELEASE
                .CHILD_ID
                .eq(child)
                .and(PRINT_RELEASE.PATH.eq(path))
                .and(PRINT_RELEASE.ASKED_BY.eq(staff.staff().value())))
        .stream()
        .anyMatch(one -> one.holds(tx.now()));
  }

  /** Asks. The same form once more changes nothing. */
  void ask(Tx tx, UUID id, String path, String note) {
    ChildId child = child(tx, path).orElseThrow(NotFound::new);
    identities.get(tx, child);
    if (!Compartments.hidden(tx, child)) {
      throw new NotFound();
    }
    ReleaseSql.ask(tx, id, child, path, note);
    trace.write(tx, row(tx, child, "RELEASE_ASKED"));
  }

  private static OffsetDateTime lately(Tx tx) {
    return tx.now().minus(LATELY).atOffset(ZoneOffset.UTC);
  }

  /** What the actor asked for lately, the latest first. */
  List<Release> asked(Tx tx, Actor.Staff actor) {
    return ReleaseSql.of(
            tx,
            PRINT_RELEASE
                .ASKED_BY
                .eq(actor.staff().value())
                .and(PRINT_RELEASE.ASKED_AT.gt(lately(tx))))
        .stream()
        .filter(one -> reaches(tx, one.child()))
        .toList();
  }

  /** What waits for the actor's word, the oldest first. */
  List<Release> waiting(Tx tx, Actor.Staff actor) {
    return ReleaseSql.of(
            tx,
            PRINT_RELEASE
                .DECIDED_AT
                .isNull()
                .and(PRINT_RELEASE.ASKED_AT.gt(lately(tx)))
                .and(PRINT_RELEASE.ASKED_BY.ne(actor.staff().value())))
        .reversed()
        .stream()
        .filter(one -> decides(tx, actor, one.child()))
        .toList();
  }

  private static boolean decides(Tx tx, Actor.Staff actor, ChildId child) {
    List<Seat> reaching = CompartmentKeeping.reaching(tx, actor, child);
    return CompartmentSql.of(tx, child).stream()
        .filter(one -> one.kind() == CompartmentKind.HIDDEN_ADDRESS)
        .anyMatch(one -> CompartmentRule.knows(reaching, one));
  }

  private boolean reaches(Tx tx, ChildId child) {
    return !identities.find(tx, List.of(child)).isEmpty();
  }

  /** Says whether it may go out; 404 for whoever may not, or when somebody was first. */
  void decide(Tx tx, Actor.Staff actor, UUID id, boolean released, String word) {
    Release one =
        waiting(tx, actor).stream()
            .filter(it -> it.id().equals(id))
            .findFirst()
            .orElseThrow(NotFound::new);
    if (!ReleaseSql.decide(tx, id, released, word)) {
      throw new NotFound();
    }
    trace.write(tx, row(tx, one.child(), released ? "RELEASED" : "RELEASE_REFUSED"));
  }

  /** Found again among the rows of the hiding. */
  private static Entry row(Tx tx, ChildId child, String purpose) {
    Entry row = Entry.of(Action.CHANGE_COMPARTMENT).child(child).purpose(purpose);
    return CompartmentSql.of(tx, child).stream()
        .filter(one -> one.kind() == CompartmentKind.HIDDEN_ADDRESS)
        .findFirst()
        .map(one -> row.about(CompartmentKeeping.about(one.id())))
        .orElse(row);
  }
}
