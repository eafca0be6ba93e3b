package jp.tsunagi.record.compartment;

import static jp.tsunagi.base.ui.Text.t;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Compartments;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.child.ChildHead;
import jp.tsunagi.people.child.Guardians;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.people.child.Identity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /children/{child}/compartments}: 住所の秘匿 and 限られた人だけの記録 of a child. */
@Controller
class CompartmentsController {
  private final Database database;
  private final Identities identities;
  private final Guardians guardians;
  private final CompartmentKeeping keeping;
  private final Trace trace;

  CompartmentsController(
      Database database,
      Identities identities,
      Guardians guardians,
      CompartmentKeeping keeping,
      Trace trace) {
    this.database = database;
    this.identities = identities;
    this.guardians = guardians;
    this.keeping = keeping;
    this.trace = trace;
  }

  static String url(ChildId child) {
    return "/children/" + child + "/compartments";
  }

  @GetMapping("/children/{child}/compartments")
  @Permitted(Permission.STAFF)
  @Traced(Action.VIEW_COMPARTMENT)
  ModelAndView show(Actor.Staff actor, @PathVariable ChildId child) {
    return Screen.of(database.call(actor, tx -> page(tx, actor, child, Optional.empty())));
  }

  @PostMapping("/children/{child}/compartments")
  @Permitted(Permission.STAFF)
  @Traced(Action.CHANGE_COMPARTMENT)
  ModelAndView open(
      Actor.Staff actor,
      @PathVariable ChildId child,
      @RequestParam MultiValueMap<String, String> sent) {
    CompartmentForm form = CompartmentForm.sent(new Typed(sent));
    return database.call(
        actor,
        tx -> {
          Identity identity = identities.get(tx, child);
          List<Seat> answering = CompartmentKeeping.reaching(tx, actor, child);
          Seat seat = answering.stream().findFirst().orElseThrow(NotFound::new);
          var choice = NamedChoice.of(tx, actor, identity, answering, guardians);
          Optional<Compartment> asked = form.read(tx, actor, child, seat, choice);
          boolean done =
              asked.isPresent()
                  && keeping
                      .open(tx, asked.get(), form.few(choice))
                      .map(refusal -> {
                        form.refused(refusal);
                        return refusal;
                      })
                      .isEmpty();
          return done
              ? Screen.done(url(child), "compartment.opened." + asked.orElseThrow().kind())
              : Screen.of(page(tx, actor, child, Optional.of(form)), 422);
        });
  }

  private CompartmentsPage page(
      Tx tx, Actor.Staff actor, ChildId child, Optional<CompartmentForm> sent) {
    Identity identity = identities.get(tx, child);
    List<Seat> answering = CompartmentKeeping.reaching(tx, actor, child);
    List<Compartment> known = CompartmentKeeping.known(tx, answering, child);
    if (answering.isEmpty() && known.isEmpty()) {
      throw new NotFound();
    }
    trace.write(tx, Entry.of(Action.VIEW_COMPARTMENT).child(child));
    boolean hidden = known.stream().anyMatch(one -> one.kind() == CompartmentKind.HIDDEN_ADDRESS);
    boolean elsewhere = !hidden && Compartments.concealed(tx, child);
    return new CompartmentsPage(
        ChildHead.of(tx, actor, identity, "compartments"),
        known.stream().map(one -> line(tx, one)).toList(),
        elsewhere ? t("compartment.hidden.elsewhere") : null,
        answering.isEmpty()
            ? List.of()
            : forms(tx, actor, identity, answering, known, elsewhere, sent.orElse(null)));
  }

  private static CompartmentsPage.Line line(Tx tx, Compartment one) {
    return new CompartmentsPage.Line(
        url(one.child()) + "/" + one.id(),
        t("compartment.kind." + one.kind()),
        CompartmentWords.reason(one),
        CompartmentWords.day(one.openedAt()),
        CompartmentWords.few(CompartmentSql.members(tx, one.id())));
  }

  /** Only what can still be opened from here. */
  private List<CompartmentsPage.Form> forms(
      Tx tx,
      Actor.Staff actor,
      Identity child,
      List<Seat> answering,
      List<Compartment> known,
      boolean elsewhere,
      @Nullable CompartmentForm sent) {
    var choice = NamedChoice.of(tx, actor, child, answering, guardians);
    List<CompartmentsPage.Form> forms = new ArrayList<>();
    for (CompartmentKind kind : CompartmentKind.values()) {
      boolean mine = sent != null && sent.is(kind);
      boolean there =
          CompartmentRule.refusal(kind, answering.getFirst().organisation(), known).isPresent()
              || (kind == CompartmentKind.HIDDEN_ADDRESS && elsewhere);
      if (mine || !there) {
        CompartmentForm form = mine && sent != null ? sent : CompartmentForm.blank(kind);
        forms.add(form.view(url(child.id()), choice));
      }
    }
    return forms;
  }
}
