package jp.tsunagi.run.ledger;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.people.child.Identity;
import jp.tsunagi.work.programme.Programmes;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * {@code /import/families/{family}}: one family of the ledger, and what it answered. Every answer
 * can be taken back.
 */
@Controller
class FamilyController {
  private final Database database;
  private final Identities children;
  private final Programmes programmes;
  private final Trace trace;

  FamilyController(Database database, Identities children, Programmes programmes, Trace trace) {
    this.database = database;
    this.children = children;
    this.programmes = programmes;
    this.trace = trace;
  }

  @GetMapping("/import/families/{family}")
  @Permitted(Permission.INTAKE)
  @Traced(Action.LIST)
  ModelAndView show(Actor.Staff actor, @PathVariable String family) {
    return Screen.of(
        database.call(
            actor,
            tx -> {
              Family there = there(tx, actor, family);
              seen(tx, there);
              return view(tx, there).page();
            }));
  }

  /** 同意をもらった: registration and the consent on file come next. */
  @PostMapping("/import/families/{family}/agreement")
  @Permitted(Permission.INTAKE)
  @Traced(Action.IMPORT)
  ModelAndView agree(
      Actor.Staff actor,
      @PathVariable String family,
      @RequestParam MultiValueMap<String, String> sent) {
    return answer(
        actor,
        family,
        new Typed(sent),
        (form, tx, there) ->
            form.agreed(StaffNames.of(tx, there.organisation()), offered(tx, there)),
        Family.State.AGREED);
  }

  /** 断られた: nobody asks again. */
  @PostMapping("/import/families/{family}/refusal")
  @Permitted(Permission.INTAKE)
  @Traced(Action.IMPORT)
  ModelAndView decline(
      Actor.Staff actor,
      @PathVariable String family,
      @RequestParam MultiValueMap<String, String> sent) {
    return answer(
        actor, family, new Typed(sent), (form, _, _) -> form.declined(), Family.State.DECLINED);
  }

  private interface Answering {
    Optional<Family.Answer> read(FamilyForm form, Tx tx, Family family);
  }

  private ModelAndView answer(
      Actor.Staff actor, String id, Typed typed, Answering answering, Family.State what) {
    return database.call(
        actor,
        tx -> {
          Family family = locked(tx, actor, id);
          FamilyForm form = new FamilyForm(typed, family, tx.today());
          if (family.state() != Family.State.OPEN) {
            return refused(tx, family, typed, form);
          }
          Optional<Family.Answer> answer = answering.read(form, tx, family);
          if (answer.isEmpty()) {
            return refused(tx, family, typed, form);
          }
          FamilySql.answer(tx, family, answer.get());
          changed(tx, family, what.name());
          return Screen.done(url(family), "ledger.family.done." + what);
        });
  }

  /** まだ: asked on that day, without an answer. */
  @PostMapping("/import/families/{family}/askings")
  @Permitted(Permission.INTAKE)
  @Traced(Action.IMPORT)
  ModelAndView ask(
      Actor.Staff actor,
      @PathVariable String family,
      @RequestParam MultiValueMap<String, String> sent) {
    Typed typed = new Typed(sent);
    return database.call(
        actor,
        tx -> {
          Family there = locked(tx, actor, family);
          FamilyForm form = new FamilyForm(typed, there, tx.today());
          if (there.state() != Family.State.OPEN) {
            return refused(tx, there, typed, form);
          }
          Optional<Family.Asking> asking = form.asked();
          if (asking.isEmpty()) {
            return refused(tx, there, typed, form);
          }
          if (there.asked().stream().noneMatch(asking.get()::saysTheSame)) {
            FamilySql.ask(tx, there, asking.get());
          }
          changed(tx, there, "ASKED");
          return Screen.done(url(there), "ledger.family.done.ASKED");
        });
  }

  /** That asking was noted by mistake. */
  @PostMapping("/import/families/{family}/askings/{asking}/removal")
  @Permitted(Permission.INTAKE)
  @Traced(Action.IMPORT)
  ModelAndView unask(Actor.Staff actor, @PathVariable String family, @PathVariable String asking) {
    return undo(
        actor,
        family,
        "UNASKED",
        (tx, there) ->
            FamilyForm.id(asking).filter(id -> FamilySql.unask(tx, there, id)).isPresent());
  }

  /** The answer was noted by mistake; not any more once the child is on record. */
  @PostMapping("/import/families/{family}/answer/removal")
  @Permitted(Permission.INTAKE)
  @Traced(Action.IMPORT)
  ModelAndView takeBack(Actor.Staff actor, @PathVariable String family) {
    return undo(
        actor,
        family,
        "BACK",
        (tx, there) -> child(tx, there).isEmpty() && FamilySql.takeBack(tx, there));
  }

  /** Nothing is kept of a family that declined, not even that it did. */
  @PostMapping("/import/families/{family}/removal")
  @Permitted(Permission.INTAKE)
  @Traced(Action.IMPORT)
  ModelAndView remove(Actor.Staff actor, @PathVariable String family) {
    database.run(
        actor,
        tx -> {
          Family there = there(tx, actor, family);
          if (there.state() != Family.State.DECLINED) {
            throw new NotFound();
          }
          FamilySql.remove(tx, List.of(there.id()));
          changed(tx, there, "REMOVED");
        });
    return Screen.done(
        FamiliesView.URL + "?state=" + Family.State.DECLINED, "ledger.family.done.REMOVED");
  }

  private interface Undo {
    boolean in(Tx tx, Family family);
  }

  private ModelAndView undo(Actor.Staff actor, String id, String what, Undo undo) {
    return database.call(
        actor,
        tx -> {
          Family family = there(tx, actor, id);
          if (!undo.in(tx, family)) {
            throw new NotFound();
          }
          changed(tx, family, what);
          return Screen.done(url(family), "ledger.family.done." + what);
        });
  }

  private ModelAndView refused(Tx tx, Family family, Typed typed, FamilyForm form) {
    seen(tx, family);
    return Screen.of(view(tx, family).page(typed, form.problems()), 422);
  }

  private static Family there(Tx tx, Actor.Staff actor, String id) {
    return FamilyForm.id(id)
        .flatMap(family -> FamilySql.find(tx, FamiliesController.hubs(actor), family))
        .orElseThrow(NotFound::new);
  }

  /**
   * Until the transaction ends nobody else writes here. Who comes second, by a second press or
   * because somebody was faster, sees what is noted by then.
   */
  private static Family locked(Tx tx, Actor.Staff actor, String id) {
    FamilySql.lock(tx, there(tx, actor, id));
    return there(tx, actor, id);
  }

  /** The row names the child too, once the page shows the one on record. */
  private void seen(Tx tx, Family family) {
    Entry row = Entry.of(Action.LIST).purpose("LEDGER_FAMILY").about(about(family));
    trace.write(tx, child(tx, family).map(it -> row.child(it.id())).orElse(row));
  }

  private void changed(Tx tx, Family family, String what) {
    trace.write(tx, Entry.of(Action.IMPORT).purpose("LEDGER_FAMILY_" + what).about(about(family)));
  }

  private static String about(Family family) {
    return "ledger.family " + family.id();
  }

  private static String url(Family family) {
    return FamiliesView.URL + "/" + family.id();
  }

  private Optional<Identity> child(Tx tx, Family family) {
    return family
        .agreed()
        .flatMap(answer -> children.find(tx, List.of(answer.child())).stream().findFirst());
  }

  /** Those the ledger names, then those of the hub. */
  private List<String> offered(Tx tx, Family family) {
    return Stream.concat(
            family.details().programmes().stream(),
            programmes.of(tx, List.of(family.organisation())).stream()
                .map(Programmes.Programme::name))
        .distinct()
        .toList();
  }

  private FamilyView view(Tx tx, Family family) {
    return new FamilyView(
        family,
        StaffNames.of(tx, family.organisation()),
        offered(tx, family),
        child(tx, family),
        tx.today());
  }
}
