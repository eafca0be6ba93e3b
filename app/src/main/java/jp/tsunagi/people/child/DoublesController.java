package jp.tsunagi.people.child;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Compartments;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** {@code /children/doubles}: who may have been put on record twice; the hubs find out. */
@Controller
class DoublesController {
  private final Database database;
  private final Matching matching;
  private final Barred barred;
  private final Trace trace;

  DoublesController(Database database, Matching matching, Barred barred, Trace trace) {
    this.database = database;
    this.matching = matching;
    this.barred = barred;
    this.trace = trace;
  }

  @GetMapping("/children/doubles")
  @Permitted(Permission.INTAKE)
  @Traced(Action.LIST)
  ModelAndView show(Actor.Staff actor) {
    return Screen.of(database.call(actor, tx -> page(tx, actor)));
  }

  private DoublesPage page(Tx tx, Actor.Staff actor) {
    List<MatchSql.Double> open = open(tx, actor);
    Set<ChildId> concealed = Compartments.concealed(tx);
    DoublesPage page = tx.as(job(tx), () -> rows(tx, open, concealed));
    trace.write(
        tx,
        Entry.of(Action.LIST)
            .children(open.stream().flatMap(one -> Stream.of(one.child(), one.other())).toList())
            .ground("INTAKE"));
    return page;
  }

  private static Actor.Job job(Tx tx) {
    return new Actor.Job(tx.tenant(), "doubles");
  }

  /**
   * What others put on record. Whoever makes up a child must not learn here who is like it: of
   * one's own only those whose other side one reaches anyway; a colleague sees the rest.
   */
  private List<MatchSql.Double> open(Tx tx, Actor.Staff actor) {
    List<MatchSql.Double> all = tx.as(job(tx), () -> MatchSql.open(tx));
    UUID own = actor.staff().value();
    Set<ChildId> reached =
        IdentitySql.of(
                tx,
                all.stream()
                    .filter(one -> one.by().filter(own::equals).isPresent())
                    .map(MatchSql.Double::other)
                    .collect(Collectors.toSet()))
            .keySet();
    Set<ChildId> hidden = barred.from(tx, actor);
    return all.stream()
        .filter(one -> !hidden.contains(one.child()) && !hidden.contains(one.other()))
        .filter(one -> one.by().filter(own::equals).isEmpty() || reached.contains(one.other()))
        .toList();
  }

  private DoublesPage rows(Tx tx, List<MatchSql.Double> open, Set<ChildId> concealed) {
    Set<ChildId> children =
        open.stream()
            .flatMap(one -> Stream.of(one.child(), one.other()))
            .collect(Collectors.toSet());
    Map<ChildId, Identity> known = IdentitySql.of(tx, children);
    return new DoublesPage(
        open.stream()
            .filter(one -> known.keySet().containsAll(Set.of(one.child(), one.other())))
            .map(one -> row(tx, one, known, concealed))
            .toList());
  }

  private DoublesPage.Row row(
      Tx tx, MatchSql.Double one, Map<ChildId, Identity> known, Set<ChildId> concealed) {
    return new DoublesPage.Row(
        side(tx, java.util.Objects.requireNonNull(known.get(one.child())), concealed),
        side(tx, java.util.Objects.requireNonNull(known.get(one.other())), concealed),
        t("child.match." + one.strength()),
        DateWords.plain(one.found()).in(language()),
        "/children/doubles/" + one.child() + "/" + one.other());
  }

  private DoublesPage.Side side(Tx tx, Identity one, Set<ChildId> concealed) {
    return new DoublesPage.Side(
        one.view(), one.facts(tx.today(), language()), matching.ask(tx, one, concealed));
  }

  /** They are two different children. */
  @PostMapping("/children/doubles/{child}/{other}")
  @Permitted(Permission.INTAKE)
  @Traced(Action.CHANGE_CHILD)
  ModelAndView settle(Actor.Staff actor, @PathVariable ChildId child, @PathVariable ChildId other) {
    database.run(
        actor,
        tx -> {
          boolean shown =
              open(tx, actor).stream()
                  .anyMatch(one -> one.child().equals(child) && one.other().equals(other));
          boolean settled =
              shown && tx.as(job(tx), () -> MatchSql.settle(tx, child, other, actor.staff()));
          if (!settled) {
            throw new NotFound();
          }
          trace.write(
              tx,
              Entry.of(Action.CHANGE_CHILD)
                  .children(List.of(child, other))
                  .ground("INTAKE")
                  .purpose("DOUBLE_SETTLED"));
        });
    return Screen.done("/children/doubles", "child.doubles.settled");
  }
}
