package jp.tsunagi.run.ledger;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Actor;
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
import jp.tsunagi.base.ui.ListFile;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.base.ui.TakeOut;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.people.child.Identity;
import jp.tsunagi.people.child.Standing;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /import/families}: whom to ask for consent before there can be a record. */
@Controller
class FamiliesController {
  private final Database database;
  private final Identities children;
  private final Trace trace;

  FamiliesController(Database database, Identities children, Trace trace) {
    this.database = database;
    this.children = children;
    this.trace = trace;
  }

  @GetMapping("/import/families")
  @Permitted(Permission.INTAKE)
  @Traced(Action.LIST)
  ModelAndView show(Actor.Staff actor, @RequestParam(defaultValue = "") String state) {
    return search(actor, Map.of("state", state));
  }

  @PostMapping("/import/families/search")
  @Permitted(Permission.INTAKE)
  @Traced(Action.LIST)
  ModelAndView search(Actor.Staff actor, @RequestParam Map<String, String> asked) {
    return database.call(
        actor,
        tx -> {
          trace.write(tx, Entry.of(Action.LIST).purpose("LEDGER_FAMILIES"));
          return Screen.of(view(tx, actor, asked).page());
        });
  }

  /** The list as a file, narrowed as on the screen. */
  @PostMapping("/import/families/file")
  @Permitted(Permission.INTAKE)
  @Traced(Action.EXPORT)
  ModelAndView file(
      Actor.Staff actor,
      @RequestParam Map<String, String> asked,
      @RequestParam(defaultValue = "") String purpose) {
    TakeOut.Purpose what = TakeOut.Purpose.of(purpose).orElseThrow(NotFound::new);
    if (!actor.may(Right.EXPORT)) {
      throw new NotFound();
    }
    return database.call(
        actor,
        tx -> {
          trace.write(tx, Entry.of(Action.EXPORT).purpose(what.name()).about("ledger.families"));
          return ListFile.of(
              t("ledger.families.file"),
              FamiliesView.fileHeads(),
              view(tx, actor, asked).fileRows());
        });
  }

  private FamiliesView view(Tx tx, Actor.Staff actor, Map<String, String> asked) {
    return new FamiliesView(
        FamilyFilter.of(asked),
        waiting(tx, FamilySql.of(tx, hubs(actor))),
        actor.may(Right.EXPORT));
  }

  /** Without those whose consent is on file by now. */
  private List<Family> waiting(Tx tx, List<Family> families) {
    List<ChildId> agreed =
        families.stream()
            .flatMap(family -> family.agreed().stream())
            .map(Family.Answer.Agreed::child)
            .toList();
    Set<ChildId> shared =
        children.find(tx, agreed).stream()
            .filter(child -> child.standing() == Standing.SHARED)
            .map(Identity::id)
            .collect(Collectors.toSet());
    return families.stream()
        .filter(family -> family.agreed().filter(it -> shared.contains(it.child())).isEmpty())
        .toList();
  }

  static List<OrganisationId> hubs(Actor.Staff actor) {
    return actor.with(Right.INTAKE).stream().map(Seat::organisation).distinct().toList();
  }
}
